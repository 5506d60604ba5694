import type { TestHost } from '../../hosts/host';

const DIRECTORY = '/run/systemd/system';

/** Puts unit files onto a host, each by its name, and makes systemd read them. */
export async function install(host: TestHost, files: Readonly<Record<string, string>>): Promise<void> {
  // One archive: a call for each of hundreds of files would take longer than the tests.
  const parts = Object.entries(files).map(([name, text]) => `${name} ${Buffer.from(text).toString('base64')}\n`);
  await host.mustExec(
    `while read -r name text; do mkdir -p "$(dirname "${DIRECTORY}/$name")"; printf %s "$text" | base64 -d > "${DIRECTORY}/$name"; done && systemctl daemon-reload`,
    { input: parts.join('') },
  );
}

/** A property of a unit: which of its D-Bus interfaces has it, and its name there. */
export interface Property {
  readonly interface: 'Unit' | 'Service' | 'Timer' | 'Socket' | 'Path' | 'Slice';
  readonly name: string;
}

/**
 * What systemd made of units: for each unit the values of the properties, as D-Bus has them (`systemctl show` quotes some
 * and hides others).
 */
export async function read(
  host: TestHost,
  units: readonly string[],
  properties: readonly Property[],
): Promise<readonly (readonly unknown[])[]> {
  const interfaces = [...new Set(properties.map((property) => property.interface))];
  const call =
    'busctl --json=short call org.freedesktop.systemd1 "$path" org.freedesktop.DBus.Properties GetAll s org.freedesktop.systemd1';
  const output = await host.mustExec(`set -e; while read -r path; do ${interfaces.map((each) => `${call}.${each}`).join('; ')}; done`, {
    input: units.map((unit) => `${objectPath(unit)}\n`).join(''),
    timeout: 600_000,
  });
  const answers = output.trimEnd().split('\n');
  return units.map((_, unit) => {
    const all = interfaces.map((_name, index) => (JSON.parse(answers[unit * interfaces.length + index]!) as Answer).data[0]);
    return properties.map(({ interface: each, name }) => all[interfaces.indexOf(each)]![name]?.data);
  });
}

interface Answer {
  readonly data: readonly [Readonly<Record<string, { readonly data: unknown } | undefined>>];
}

/** Whether systemd could load a unit: `loaded`, `bad-setting`, `error`. */
export async function loadStates(host: TestHost, units: readonly string[]): Promise<readonly unknown[]> {
  return (await read(host, units, [{ interface: 'Unit', name: 'LoadState' }])).map(([state]) => state);
}

function objectPath(unit: string): string {
  const escaped = unit.replace(/[^A-Za-z0-9]/g, (character) => `_${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `/org/freedesktop/systemd1/unit/${escaped}`;
}
