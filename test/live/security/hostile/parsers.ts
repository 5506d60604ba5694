import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestHost } from '../../../hosts/host';
import { must } from '../../../hosts/run';

/** A unit's text, and its type. */
export interface UnitText {
  readonly text: string;
  readonly type: 'service' | 'timer' | 'socket' | 'path';
}

/** Returns systemd's view of each unit text: all properties of its D-Bus interfaces, and whether it could load it. */
export async function readBySystemd(host: TestHost, texts: readonly UnitText[]): Promise<readonly object[]> {
  // Names of one type have the same length: no other difference affects the result.
  const stem = (index: number): string => `h${String(index).padStart(5, '0')}`;
  const name = (index: number): string => `${stem(index)}.${texts[index]!.type}`;
  const files = texts.map(({ text }, index) => `${name(index)} ${Buffer.from(text).toString('base64')}\n`).join('');
  const call =
    'busctl --json=short call org.freedesktop.systemd1 "$path" org.freedesktop.DBus.Properties GetAll s org.freedesktop.systemd1';
  const output = await host.mustExec(
    `cd /run/systemd/system; while read -r name text; do printf %s "$text" | base64 -d >"$name"; echo "$name" >>/run/hostile.names; done; systemctl daemon-reload
     while read -r name; do
       case $name in *.service) own=Service ;; *.timer) own=Timer ;; *.socket) own=Socket ;; *.path) own=Path ;; esac
       path=/org/freedesktop/systemd1/unit/$(printf %s "$name" | sed 's/\\./_2e/'); ${call}.Unit; ${call}.$own; rm "$name"; done </run/hostile.names
     rm /run/hostile.names; systemctl daemon-reload`,
    { input: files, timeout: 600_000 },
  );
  const parts = output
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly data: readonly [Record<string, { readonly data: unknown }>] }).data[0]);
  return texts.map((_, index) => {
    const both = { ...parts[2 * index], ...parts[2 * index + 1] };
    return Object.fromEntries(
      Object.entries(both)
        .filter(([key]) => !VOLATILE.test(key))
        .map(([key, { data }]) => [
          key,
          JSON.parse(
            JSON.stringify(/^Exec/.test(key) ? started(data) : key === 'Listen' ? listened(data) : asText(data))
              .replaceAll(name(index), 'NAME')
              .replaceAll(stem(index), 'STEM'),
          ) as unknown,
        ]),
    );
  });
}

/** Commands as they will run: systemd keeps `$$` until then, and turns it into `$`. */
function started(data: unknown): unknown {
  if (!Array.isArray(data)) return data;
  return (data as readonly unknown[]).map((command): unknown =>
    Array.isArray(command)
      ? (command as readonly unknown[]).map((part) =>
          Array.isArray(part) ? part.map((word: unknown) => String(word).replaceAll('$$', () => '$')) : part,
        )
      : command,
  );
}

/** Pairs of kind and address. systemd shows those of sockets, and only those, with C escapes. Source: socket_address_print. */
function listened(data: unknown): unknown {
  return (data as readonly (readonly [kind: string, address: string])[]).map(([kind, address]) =>
    /^(Stream|Datagram|SequentialPacket)$/.test(kind) ? [kind, unescaped(address)] : [kind, address],
  );
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
  const bytes = text.replace(/\\(?:([0-7]{3})|(.))/g, (_, octal: string | undefined, letter: string) =>
    octal === undefined ? (named[letter] ?? letter) : String.fromCharCode(Number.parseInt(octal, 8)),
  );
  return Buffer.from(bytes, 'latin1').toString();
}

/** Texts that are lists of bytes on D-Bus. */
function asText(data: unknown): unknown {
  if (!Array.isArray(data)) return data;
  const list: readonly unknown[] = data;
  const bytes = list.filter((one): one is number => typeof one === 'number' && one >= 0 && one < 256);
  return bytes.length > 1 && bytes.length === list.length ? Buffer.from(bytes).toString() : list.map(asText);
}

/** Measured or momentary properties, and those that follow from another one. */
const VOLATILE =
  /Timestamp|InvocationID|^CPUUsage|^IO|^IP|Memory(Current|Available)|EffectiveC|EffectiveM|TasksCurrent|^Job$|NeedDaemonReload|MountAPIVFS|^(Before|After|Requires|Wants|RequiredBy|WantedBy|Conflicts)$/;

/** Returns Monit's view of each control file, or its error. */
export async function readByMonit(host: TestHost, texts: readonly string[]): Promise<readonly string[]> {
  const output = await host.mustExec(
    `mkdir -p -m 0700 /run/hostile-monit; cd /run/hostile-monit
     while read -r text; do
       { printf 'set pidfile /run/hostile-monit/pid\\nset idfile /run/hostile-monit/id\\nset statefile /run/hostile-monit/state\\n'; printf %s "$text" | base64 -d; } >control
       chmod 0600 control; timeout -k 2 20 monit -c /run/hostile-monit/control -tv 2>&1 </dev/null | base64 -w 0; echo
     done`,
    { input: texts.map((text) => `${Buffer.from(text).toString('base64')}\n`).join(''), timeout: 900_000 },
  );
  return output
    .trimEnd()
    .split('\n')
    .map((line) =>
      Buffer.from(line, 'base64')
        .toString()
        .replace(/^ New Monit id: .*\n Stored in .*\n/m, ''),
    );
}

/** Returns Terraform's view of each of these JSON values: it treats strings as templates. */
export async function readByTerraform(values: readonly unknown[]): Promise<readonly unknown[]> {
  const directory = mkdtempSync(path.join(tmpdir(), 'hostile-'));
  try {
    writeFileSync(
      path.join(directory, 'main.tf.json'),
      JSON.stringify({ locals: Object.fromEntries(values.map((value, index) => [`v${index}`, value])), output: outputs(values.length) }),
    );
    const terraform = (...args: readonly string[]): Promise<string> =>
      must(['terraform', ...args], { cwd: directory, timeout: 300_000, env: { PATH: process.env.PATH, CHECKPOINT_DISABLE: '1' } });
    await terraform('init', '-input=false', '-no-color');
    await terraform('apply', '-input=false', '-auto-approve', '-no-color');
    const read = JSON.parse(await terraform('output', '-json')) as Readonly<Record<string, { readonly value: string }>>;
    return values.map((_, index) => JSON.parse(read[`v${index}`]!.value) as unknown);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function outputs(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index}`, { value: `\${jsonencode(local.v${index})}` }]));
}
