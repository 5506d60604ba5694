import {
  alert,
  exec,
  restart,
  when,
  type DirectoryRule,
  type FifoRule,
  type FileRule,
  type FilesystemRule,
  type HostRule,
  type NetworkRule,
  type ProcessRule,
  type ProgramRule,
  type SystemRule,
} from '../../lib/monit';
import { Duration, Percent, Size } from '../../lib/values';

describe('a rule of another kind of check', () => {
  it('is rejected by the compiler', () => {
    const one = { gone: when.doesNotExist().do(alert()), port: when.failed.port(80).do(alert()), ping: when.failed.ping().do(alert()) };
    // @ts-expect-error a host check has no test of existence
    const host: HostRule = one.gone;
    // @ts-expect-error a process is not pinged
    const process: ProcessRule = one.ping;
    // @ts-expect-error a file has no ports
    const file: FileRule = one.port;
    // @ts-expect-error a directory has no size
    const directory: DirectoryRule = when.size.above(Size.bytes(1)).do(alert());
    // @ts-expect-error a fifo has no content
    const fifo: FifoRule = when.content.matches('x').do(alert());
    // @ts-expect-error a filesystem has no age
    const filesystem: FilesystemRule = when.timestamp.above(Duration.hours(1)).do(alert());
    // @ts-expect-error a network has no space
    const network: NetworkRule = when.space.above(Percent.of(90)).do(alert());
    // @ts-expect-error the system has no threads
    const system: SystemRule = when.threads.above(5).do(alert());
    // @ts-expect-error a program has no link
    const program: ProgramRule = when.link.isDown().do(alert());
    // @ts-expect-error a limit of restarts counts cycles itself
    const rate: keyof ReturnType<typeof when.restarts> = 'forCycles';
    // @ts-expect-error and can't have a recovery
    const recovery: ProcessRule = { ...when.restarts(3, { within: 5 }).do(alert()), recovery: { action: alert() } };
    // @ts-expect-error an unknown protocol
    const protocol = when.failed.port(80, { protocol: 'gopher' });
    // @ts-expect-error an option of another protocol
    const option = when.failed.port(80, { protocol: { name: 'redis', request: '/x' } });
    // @ts-expect-error a URL has no protocol of its own
    const url = when.failed.url('http://x', { protocol: 'http' });
    // @ts-expect-error pings are not retried
    const again = when.failed.ping({ retry: 2 });
    // @ts-expect-error a load of two minutes
    const load = when.loadAverage(2);
    const all = [
      host,
      process,
      file,
      directory,
      fifo,
      filesystem,
      network,
      system,
      program,
      rate,
      recovery,
      protocol,
      option,
      url,
      again,
      load,
    ];
    expect(all).toHaveLength(16);
  });
});

describe('when', () => {
  it('builds plain data', () => {
    const limit = Size.mebibytes(800);
    const rule = when.totalMemory.above(limit).forCycles(3).do(restart());
    expect({ ...rule }).toEqual({
      test: { test: 'totalMemory', operator: '>', limit },
      rate: { cycles: 3 },
      action: { action: 'restart' },
    });
    expect(Object.keys(when.memory.above(limit).do(alert()))).toEqual(['test', 'action']);
  });

  it('accepts an action on recovery, with a rate', () => {
    const rule = when.doesNotExist().forTimes(2, { within: 5 }).do(restart());
    expect(rule.onRecovery(alert())).toEqual({
      test: { test: 'doesNotExist' },
      rate: { times: 2, within: 5 },
      action: { action: 'restart' },
      recovery: { action: { action: 'alert' } },
    });
    expect(rule.onRecovery(alert(), { cycles: 2 }).recovery).toEqual({ action: { action: 'alert' }, rate: { cycles: 2 } });
    expect(rule.recovery).toBeUndefined();
  });

  it('returns rules that can be awaited', async () => {
    const rule = when.pid.changes().do(alert());
    await expect(Promise.resolve(rule)).resolves.toBe(rule);
  });

  it.each([
    ['above', '>'],
    ['atLeast', '>='],
    ['below', '<'],
    ['atMost', '<='],
    ['equal', '='],
    ['notEqual', '!='],
  ] as const)('%s is %s', (method, operator) => {
    expect(when.status[method](1).do(alert()).test).toEqual({ test: 'status', operator, limit: 1 });
    expect(when.status(operator, 1).do(alert()).test).toEqual({ test: 'status', operator, limit: 1 });
  });

  it('builds the rules of the guide’s first example', () => {
    const slack = { notify: () => exec(['/usr/local/lib/notify', 'slack']) };
    const rules: ProcessRule[] = [
      when.totalMemory.above(Size.mebibytes(800)).forCycles(3).do(restart()),
      when.cpuPerCore.above(Percent.of(65)).forCycles(2).do(slack.notify()).onRecovery(slack.notify()),
      when.pid.changes().do(slack.notify()), // the post's rule; every deployment fires it
    ];
    expect(rules).toHaveLength(3);
  });

  it('is rejected by the compiler where Monit would reject it', () => {
    // @ts-expect-error a process has no exit status to test
    const process: ProcessRule = when.status.notEqual(0).do(alert());
    // @ts-expect-error a program check has no memory test
    const program: ProgramRule = when.memory.above(Size.bytes(1)).do(alert());
    // @ts-expect-error a change has no recovery
    const recovery: keyof ReturnType<ReturnType<typeof when.pid.changes>['do']> = 'onRecovery';
    // @ts-expect-error nor in the data
    const data: ProcessRule = { test: { test: 'changedPid' }, action: alert(), recovery: { action: alert() } };
    // @ts-expect-error an uptime needs a unit
    const bare = when.uptime.above(3);
    // @ts-expect-error a second rate
    const twice: keyof ReturnType<ReturnType<typeof when.exists>['forCycles']> = 'forCycles';
    // A CPU limit is not a size.
    const sizeIsPercent: Size extends Parameters<typeof when.cpu.above>[0] ? true : false = false;
    expect([process, program, data, bare, sizeIsPercent]).toHaveLength(5);
    expect(when.pid.changes().do(alert())).not.toHaveProperty(recovery);
    expect(when.exists().forCycles(2)).not.toHaveProperty(twice);
    expect(when.uptime.below(Duration.minutes(3)).do(alert()).test.limit.toSeconds()).toBe(180);
  });
});
