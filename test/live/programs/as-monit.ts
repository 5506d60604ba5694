import type { TestHost } from '../../hosts/host';
import type { Outcome } from '../../hosts/run';

/** Directives of a unit that restrict its processes. */
const SANDBOX =
  /^(CapabilityBoundingSet|NoNewPrivileges|Protect\w+|PrivateTmp|ReadWritePaths|RestrictAddressFamilies|MemoryDenyWriteExecute|LockPersonality|Restrict\w+|StateDirectory|LogsDirectory)=/;

/** Runs a command as Monit would: with the permissions of its service. */
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
