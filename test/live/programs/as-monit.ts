import type { TestHost } from '../../hosts/host';
import type { Outcome } from '../../hosts/run';

/** What of a unit keeps its processes from doing something. */
const SANDBOX =
  /^(CapabilityBoundingSet|NoNewPrivileges|Protect\w+|PrivateTmp|ReadWritePaths|RestrictAddressFamilies|MemoryDenyWriteExecute|LockPersonality|Restrict\w+|StateDirectory|LogsDirectory)=/;

/** Runs a command as Monit would run it: with what its service may do, and no more. */
export async function runAsMonit(host: TestHost, command: string, environment: readonly string[] = []): Promise<Outcome> {
  const unit = await host.mustExec('systemctl cat monit.service 2>/dev/null');
  const sandbox = unit.split('\n').filter((line) => SANDBOX.test(line));
  return host.exec([
    'systemd-run',
    '--pipe',
    '--wait',
    '--quiet',
    '--collect',
    ...sandbox.flatMap((line) => ['-p', line]),
    ...environment.map((pair) => `--setenv=${pair}`),
    '--',
    'sh',
    '-c',
    command,
  ]);
}
