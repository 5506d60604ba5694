import type { TerraformStack } from 'cdktf';
import { Calendar } from '../../../lib/systemd';
import { Duration, Exec, SystemdService, SystemdSlice, SystemdSocket, SystemdTimer, type IHostTarget } from '../../../lib';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { sleeper } from '../../support/stacks';
import { shown, UnitsStack } from './stack';

/** Answers each connection to the socket that systemd passes with its process id. */
const SERVER = `require 'socket'
server = Socket.for_fd(3)
loop { client, = server.accept; client.write("#{Process.pid}\\n"); client.close }`;

describeLive('units of other types', { needs: ['hosts'] }, () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await TestHost.boot();
  });
  afterAll(() => host.destroy());

  const stackOf = (add: (stack: TerraformStack, host: IHostTarget) => unknown) => {
    const units = new UnitsStack(host);
    return { deploy: () => units.deploy(add), destroy: () => units.destroy() };
  };
  const pid = async (unit: string): Promise<string> => (await shown(host, 'MainPID', unit))[0]!;

  it('a timer runs its program at its times, and a deployment never does', async () => {
    let every = Duration.hours(1);
    let word = 'one';
    const { deploy, destroy } = stackOf((stack, worker) => {
      new SystemdTimer(stack, 'prune', {
        host: worker,
        timer: { OnCalendar: Calendar.daily(), OnActiveSec: every, AccuracySec: Duration.milliseconds(1) },
        service: { ExecStart: Exec.command('/bin/sh', ['-c', 'echo "$1" >>/var/tmp/ran', 'prune', word]), User: 'deploy' },
      });
    });
    expect((await deploy()).code).toBe(0);
    expect(await shown(host, 'ActiveState', 'prune.timer', 'prune.service')).toEqual(['active', 'inactive']);
    expect(await host.mustExec('systemctl is-enabled prune.timer')).toBe('enabled\n');
    expect((await host.exec('cat /var/tmp/ran')).code).toBe(1);

    // The program changes, the timer keeps running.
    const [invocation] = await shown(host, 'InvocationID', 'prune.timer');
    word = 'two';
    expect((await deploy()).code).toBe(0);
    expect([await shown(host, 'InvocationID', 'prune.timer'), (await host.exec('cat /var/tmp/ran')).code]).toEqual([[invocation], 1]);

    every = Duration.seconds(1);
    expect((await deploy()).code).toBe(0);
    await host.until('[ -s /var/tmp/ran ]');
    expect(await host.mustExec('cat /var/tmp/ran')).toBe('two\n');

    await destroy();
    expect(
      await host.mustExec('find /etc/systemd/system -name "prune*"; systemctl list-units --all --plain --no-legend "prune.timer"'),
    ).toBe('');
  });

  it('connections to a socket wait while its service is restarted', async () => {
    let port = 3000;
    const { deploy, destroy } = stackOf((stack, worker) => {
      const web = new SystemdService(stack, 'web', {
        host: worker,
        stability: Duration.seconds(0),
        service: {
          ExecStart: Exec.command('/usr/bin/ruby', ['-e', SERVER]),
          ExecStartPre: Exec.command('/bin/sleep', ['1']),
          User: 'deploy',
        },
      });
      new SystemdSocket(stack, 'socket', { service: web, socket: { ListenStream: port } });
    });
    const ask = (at: number) => host.exec(['ruby', '-rsocket', '-e', `print TCPSocket.new('127.0.0.1', ${at}).read`]);
    expect((await deploy()).code).toBe(0);
    const first = await pid('web.service');
    expect((await ask(3000)).stdout).toBe(`${first}\n`);

    const restart = host.exec('systemctl restart web.service');
    await host.until(`[ "$(systemctl show -P MainPID web.service)" != ${first} ]`);
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(3000)));
    expect((await restart).code).toBe(0);
    const second = `${await pid('web.service')}\n`;
    expect(answers.map(({ code, stdout }) => [code, stdout])).toEqual(answers.map(() => [0, second]));
    expect(second).not.toBe(`${first}\n`);

    // Another port: systemd can't pass it to a running service.
    port = 3001;
    expect((await deploy()).code).toBe(0);
    expect((await ask(3001)).stdout).toBe(`${await pid('web.service')}\n`);
    expect((await ask(3000)).code).not.toBe(0);
    await destroy();
    expect((await ask(3001)).code).not.toBe(0);
  });

  it('a slice contains its services, and its limits change without a restart', async () => {
    let tasks = 50;
    const { deploy, destroy } = stackOf((stack, worker) => {
      const workers = new SystemdSlice(stack, 'workers', { host: worker, slice: { TasksMax: tasks } });
      workers.addServices(sleeper(stack, 'one', worker), sleeper(stack, 'two', worker));
    });
    expect((await deploy()).code).toBe(0);
    expect(await shown(host, 'Slice', 'one.service', 'two.service')).toEqual(['workers.slice', 'workers.slice']);
    expect(await shown(host, 'TasksMax', 'workers.slice')).toEqual(['50']);
    const pids = [await pid('one.service'), await pid('two.service')];

    tasks = 60;
    expect((await deploy()).code).toBe(0);
    expect(await shown(host, 'TasksMax', 'workers.slice')).toEqual(['60']);
    expect([await pid('one.service'), await pid('two.service')]).toEqual(pids);
    await destroy();
  });
});
