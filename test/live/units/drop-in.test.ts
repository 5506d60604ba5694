import { Exec, ServiceUnit, SystemdDropIn, type SystemdDropInProps } from '../../../lib';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { shown, UnitsStack } from './stack';

const REDIS = 'redis-server.service';
const DROP_IN = '/etc/systemd/system/redis-server.service.d/limits.conf';

describeLive('a drop-in on a package’s unit', { needs: ['hosts'] }, () => {
  let host: TestHost;
  let units: UnitsStack;
  beforeAll(async () => {
    host = await TestHost.boot();
    units = new UnitsStack(host);
  });
  afterAll(() => host.destroy());

  const deploy = (props: Partial<SystemdDropInProps> = {}) =>
    units.deploy(
      (stack, worker) => new SystemdDropIn(stack, 'limits', { host: worker, unitName: REDIS, service: { TasksMax: 200 }, ...props }),
    );
  const packaged = () => host.mustExec(`sha256sum /lib/systemd/system/${REDIS} /etc/redis/redis.conf`);

  it('changes its directives, and restarts a running unit', async () => {
    const [before, file] = [await shown(host, 'InvocationID', REDIS), await packaged()];
    const { code, output } = await deploy();
    expect([code, output]).toEqual([0, expect.stringContaining(`${REDIS}: active (ready, stable for 0 s)`)]);
    expect(await shown(host, 'TasksMax', REDIS)).toEqual(['200']);
    expect(await shown(host, 'InvocationID', REDIS)).not.toEqual(before);
    expect(await packaged()).toBe(file);
    expect(await host.mustExec('redis-cli ping')).toBe('PONG\n');
  });

  it('does not restart a unit without a change, and does not start a stopped one', async () => {
    const before = await shown(host, 'InvocationID', REDIS);
    expect((await deploy()).code).toBe(0);
    expect(await shown(host, 'InvocationID', REDIS)).toEqual(before);

    await host.mustExec(`systemctl stop ${REDIS}; systemctl disable ${REDIS}`);
    expect((await deploy({ service: { TasksMax: 300 } })).code).toBe(0);
    expect([await shown(host, 'ActiveState', REDIS), await shown(host, 'TasksMax', REDIS)]).toEqual([['inactive'], ['300']]);
    expect((await host.exec(['systemctl', 'is-enabled', REDIS])).stdout).toBe('disabled\n');
    await host.mustExec(`systemctl enable ${REDIS}; systemctl start ${REDIS}`);
  });

  it('is rolled back if the unit does not start with it', async () => {
    const { code, output } = await deploy({ service: { ExecStartPre: Exec.command('/bin/false') } });
    expect(code).not.toBe(0);
    expect(output).toContain(`failed, rolled back: ${REDIS} did not become ready`);
    expect([await shown(host, 'ActiveState', REDIS), await shown(host, 'TasksMax', REDIS)]).toEqual([['active'], ['300']]);
  });

  it('is refused if systemd refuses the unit with it, or if the unit does not exist', async () => {
    const twice = await deploy({ service: { ExecStart: Exec.command('/bin/true') } });
    expect(twice.code).not.toBe(0);
    expect(twice.output).toContain(`${REDIS}: Service has more than one ExecStart= setting`);
    expect(twice.output).toContain('refused, nothing changed: ');

    const nowhere = await deploy({ unitName: 'nothing-of-that-name.service' });
    expect(nowhere.code).not.toBe(0);
    expect(nowhere.output).toContain(
      'refused, nothing changed: /etc/systemd/system/nothing-of-that-name.service.d/limits.conf extends nothing-of-that-name.service, ' +
        'which this host does not have: install its package first',
    );
    expect(await shown(host, 'ActiveState', REDIS)).toEqual(['active']);
  });

  it('adds to a list, or empties it first', async () => {
    const paths = async (reset: boolean): Promise<string[]> => {
      const { code, output } = await units.deploy((stack, worker) => {
        const dropIn = new SystemdDropIn(stack, 'limits', { host: worker, unitName: REDIS });
        if (!(dropIn.extension instanceof ServiceUnit)) throw new Error('redis is a service');
        if (reset) dropIn.extension.service.reset('ReadWritePaths');
        dropIn.extension.service.set({ ReadWritePaths: ['/var/lib/redis', '/var/log/redis', '/opt'] });
      });
      expect(code === 0 ? '' : output).toBe('');
      return (await shown(host, 'ReadWritePaths', REDIS))[0]!.split(' ');
    };
    expect(await paths(false)).toEqual(expect.arrayContaining(['-/etc/redis', '/opt']));
    expect(await paths(true)).toEqual(['/var/lib/redis', '/var/log/redis', '/opt']);
  });

  it('is removed without a trace', async () => {
    expect((await deploy()).code).toBe(0);
    await units.destroy();
    expect((await host.exec(['test', '-e', DROP_IN])).code).toBe(1);
    expect(await shown(host, 'ActiveState', REDIS)).toEqual(['active']);
    expect(await shown(host, 'TasksMax', REDIS)).not.toEqual(['200']);
    expect((await host.exec(['systemctl', 'is-enabled', REDIS])).stdout).toBe('enabled\n');
    expect(await host.mustExec('redis-cli ping')).toBe('PONG\n');
  });
});
