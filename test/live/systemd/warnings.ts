import { renderUnitFile, type UnitFile } from '../../../lib/systemd';
import type { TestHost } from '../../hosts/host';
import { install } from './manager';

/** A line of a unit that systemd has reported. */
export interface Warning {
  /** The unit's name. */
  readonly unit: string;
  /** The directive in the line, `service.User`. */
  readonly property: string;
  /** Message of systemd. */
  readonly message: string;
}

function isScope({ type }: UnitFile): boolean {
  return type === 'scope';
}

/** Path of a unit below systemd's directory. A scope has no file of its own: its drop-ins are read from there. */
function fileOf(unit: UnitFile): string {
  return isScope(unit) ? `${unit.name}.d/all.conf` : unit.name;
}

/** Messages of systemd itself, not of its tools, when it loads units of a host: every line that it doesn't accept as it is. */
export async function warningsOf(host: TestHost, units: readonly UnitFile[]): Promise<readonly Warning[]> {
  const [scopes, others] = [units.filter(isScope), units.filter((unit) => !isScope(unit))];
  const mark = await host.mustExec('journalctl --sync; journalctl -n 1 --show-cursor -q -o cat | tail -n 1');
  const cursor = /cursor: (.*)/.exec(mark)![1]!;
  await install(host, Object.fromEntries(units.map((unit) => [fileOf(unit), renderUnitFile(unit)])));
  // One by one, because systemd drops messages that come faster than the journal takes them; and 262 fails to show some units whose files
  // are not there, and has loaded them nevertheless.
  await host.exec(
    `for unit in ${others.map(({ name }) => name).join(' ')}; do systemctl show -p LoadState "$unit"; journalctl --sync; done`,
  );
  // What it prints in the end is about the caller, which is no unit here.
  for (const { name } of scopes) await host.exec(['systemd-run', '--scope', '--quiet', `--unit=${name}`, 'true']);
  await host.mustExec('journalctl --sync');
  const journal = await host.mustExec(['journalctl', '-q', '-o', 'json', '--after-cursor', cursor, '_PID=1']);
  const messages = journal
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String((JSON.parse(line) as { readonly MESSAGE: unknown }).MESSAGE))
    // About the machine, not the unit.
    .filter((message) => !message.includes('the local system does not support'));
  return units.flatMap((unit) => {
    const lines = propertiesByLine(renderUnitFile(unit));
    const found = new Map<string, Warning>();
    for (const message of messages) {
      const [, whole, dependency] = /^(\S+): (?:Requested dependency (\w+)=.* ignored|.*(?:[Ii]gnor|Refus))/.exec(message) ?? [];
      if (whole === unit.name) found.set(message, { unit: unit.name, property: `unit.${dependency ?? '?'}`, message });
      const [, file, number] = /^\/run\/systemd\/system\/([^:\s]+):(\d+): /.exec(message) ?? [];
      if (file !== fileOf(unit)) continue;
      const property = lines[Number(number) - 1] ?? '?';
      found.set(`${property} ${message}`, { unit: unit.name, property, message });
    }
    return [...found.values()];
  });
}

function propertiesByLine(text: string): readonly string[] {
  let section = '';
  return text.split('\n').map((line) => {
    const header = /^\[(.*)\]$/.exec(line);
    if (header !== null) section = header[1]!.toLowerCase();
    return `${section}.${/^(\w+)=/.exec(line)?.[1] ?? ''}`;
  });
}
