import type { App, TerraformStack } from 'cdktf';
import { Duration, Exec, Host, HostFile, MonitCheck, PidfileHooks, SystemdService } from '../../lib';
import { imaginarySsh, stackWithNull, synthesized } from '../support/stacks';

/** A host at an address from a documentation range. */
export function exampleHost(stack: TerraformStack, id = 'worker', last = 1): Host {
  return new Host(stack, id, { address: `192.0.2.${last}`, ssh: imaginarySsh });
}

/** A service on it. */
export function exampleService(stack: TerraformStack, host: Host, stopSeconds = 90): SystemdService {
  return new SystemdService(stack, 'app', {
    host,
    service: { ExecStart: Exec.command('/usr/bin/app', ['${x}']), User: 'app', TimeoutStopSec: Duration.seconds(stopSeconds) },
  });
}

/** Three hosts that share a file and differ in another, constructed in one order or the other. */
export function exampleStack(stack: TerraformStack, reversed = false): void {
  const inOrder = <T>(...steps: (() => T)[]): T[] => {
    const made = (reversed ? steps.reverse() : steps).map((step) => step());
    return reversed ? made.reverse() : made;
  };
  const [one, two, three] = inOrder(
    () => exampleHost(stack, 'one', 1),
    () => exampleHost(stack, 'two', 2),
    () => exampleHost(stack, 'three', 3),
  ) as [Host, Host, Host];
  const service = exampleService(stack, one);
  const pidfile = new PidfileHooks(stack, 'pidfile', { service });
  const file = (id: string, host: Host, path: string, content: string) => () => new HostFile(stack, id, { host, path, content });
  const [a, b] = inOrder(
    file('a', one, '/etc/a', 'a\n'),
    file('b', one, '/etc/b', 'b\n'),
    file('shared-1', one, '/etc/same', 'same\n'),
    file('shared-2', two, '/etc/same', 'same\n'),
    file('differs-1', one, '/etc/differs', '1\n'),
    file('differs-2', two, '/etc/differs', '2\n'),
    file('differs-3', three, '/etc/differs', '1\n'),
  ) as [HostFile, HostFile];
  inOrder<unknown>(
    () => service.addFile(a),
    () => service.addFile(b),
    () => new MonitCheck(stack, 'check', { service, pidfile }),
  );
}

// Run as a program: another process, perhaps in another directory, prints its synthesis.
if (require.main === module) {
  process.stdout.write(
    synthesized((app: App) => {
      const stack = stackWithNull(app);
      exampleStack(stack);
      return stack;
    }),
  );
}
