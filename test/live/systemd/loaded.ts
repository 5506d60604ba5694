import type { TestHost } from '../../hosts/host';

const DIRECTORY = '/run/systemd/system';

/** A unit file on a host, the unit that it makes, and what systemd made of it. */
export interface Loaded {
  /** The unit as systemd loaded it, one property per line, without those that change with time. */
  readonly shown: string;
  /** Lines of the file that systemd reported, and its messages. */
  readonly reported: readonly { readonly line: number; readonly message: string }[];
  /** Messages about the unit as a whole, warnings or worse. */
  readonly refusals: readonly string[];
}

/** A file to be loaded. */
export interface UnitText {
  /** Below systemd's directory: `x.service`, `x.service.d/y.conf`. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The unit that a file is about, with an instance where it is a template. */
export function unitToLoad(fileName: string): string {
  const whole = fileName.includes('/') ? fileName.slice(0, fileName.indexOf('.d/')) : fileName;
  // `service.d` is about every service.
  const name = whole.includes('.') ? whole : `every.${whole}`;
  return name
    .replace(/@(?=\.[a-z]+$)/, '@instance')
    .replace(/(?<=.)-(?=\.[a-z]+$)/, (dash) => (fileName.includes('/') ? `${dash}x` : dash));
}

/** Puts files there, makes systemd read them anew, and asks it for their units; the host is then as it was. No two may be about one unit. */
export async function load(host: TestHost, files: readonly UnitText[]): Promise<readonly Loaded[]> {
  const bare = files
    .filter(({ fileName }) => fileName.includes('/') && !/\.(?:slice|scope)(?:\.d\/|$)/.test(fileName))
    .map(({ fileName }) => stub(unitToLoad(fileName)));
  const all = [...bare, ...files];
  await host.mustExec(`mkdir -p ${DIRECTORY}`);
  // One archive: a call for each of hundreds of files would take longer than the tests.
  await host.mustExec(
    `while read -r name text; do mkdir -p "${DIRECTORY}/$(dirname -- "$name")"; printf %s "$text" | base64 -d >"${DIRECTORY}/$name"; done`,
    { input: all.map(({ fileName, bytes }) => `${fileName} ${Buffer.from(bytes).toString('base64')}\n`).join('') },
  );
  const mark = await host.mark();
  await host.mustExec('systemctl daemon-reload');
  const units = files.map(({ fileName }) => unitToLoad(fileName));
  const shown: string[] = [];
  for (let at = 0; at < units.length; at += 100) shown.push(...(await show(host, units.slice(at, at + 100))));
  await host.mustExec('journalctl --sync');
  const entries = await entriesSince(host, mark);
  await host.mustExec(`cd ${DIRECTORY} && while read -r name; do rm -rf -- "$name"; done && systemctl daemon-reload`, {
    input: all.map(({ fileName }) => `${fileName.replace(/\/.*/, '')}\n`).join(''),
  });
  return files.map(({ fileName }, index) => ({
    shown: comparable(shown[index]!),
    reported: unique(
      entries
        .filter((entry) => entry.CONFIG_FILE === `${DIRECTORY}/${fileName}`)
        // About the machine, not the unit.
        .filter((entry) => !entry.MESSAGE.includes('the local system does not support'))
        .map((entry) => ({ line: Number(entry.CONFIG_LINE), message: entry.MESSAGE })),
    ),
    refusals: entries
      .filter((entry) => entry.UNIT === units[index] && entry.CONFIG_FILE === undefined && Number(entry.PRIORITY) <= 4)
      .map(({ MESSAGE }) => MESSAGE),
  }));
}

/** One text for each unit; of what the bus can't carry the error. */
async function show(host: TestHost, units: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await host.exec(['systemctl', 'show', '--all', '--', ...units], { timeout: 120_000 });
  if (code === 0) return stdout.trimEnd().split(/\n\n/);
  if (units.length === 1) return [`LoadState=${/^LoadState=(.*)$/m.exec(stdout)?.[1] ?? 'unknown'}\n${stderr}`];
  const half = Math.ceil(units.length / 2);
  return [...(await show(host, units.slice(0, half))), ...(await show(host, units.slice(half)))];
}

/** The least that a unit needs, for a drop-in to be added to. */
function stub(unit: string): UnitText {
  const type = unit.slice(unit.lastIndexOf('.') + 1);
  return { fileName: unit, bytes: Buffer.from(type === 'service' ? '[Service]\nExecStart=/bin/true\n' : '[Unit]\nDescription=x\n') };
}

interface Entry {
  readonly MESSAGE: string;
  readonly PRIORITY: string;
  readonly UNIT?: string;
  readonly CONFIG_FILE?: string;
  readonly CONFIG_LINE?: string;
}

async function entriesSince(host: TestHost, mark: string): Promise<readonly Entry[]> {
  const text = await host.mustExec(['journalctl', '--quiet', '--output=json', '--all', `--after-cursor=${mark}`, '_PID=1'], {
    timeout: 60_000,
  });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry)
    .map((entry) => ({ ...entry, MESSAGE: textOf(entry.MESSAGE) }));
}

/** The journal gives what is no text as an array of bytes. */
function textOf(message: unknown): string {
  return Array.isArray(message) ? Buffer.from(message as number[]).toString('utf8') : String(message);
}

function unique(reported: Loaded['reported']): Loaded['reported'] {
  return [...new Map(reported.map((each) => [JSON.stringify(each), each])).values()].sort((a, b) => a.line - b.line);
}

/** What systemd measured, or made up. */
const MEASURED =
  /^(?:.*Timestamp(?:Monotonic)?|InvocationID|.*USecMonotonic|NextElapse.*|Memory(?:Current|Available|Peak)|CPUUsageNSec|Tasks(?:Current)|IO.*(?:Bytes|Operations)|IP.*(?:Bytes|Packets)|ControlGroupId|Job|EffectiveMemory.*|EffectiveTasks.*)=/;

function comparable(shown: string): string {
  return shown
    .split('\n')
    .filter((line) => !MEASURED.test(line))
    .map((line) => (DEPENDENCIES.test(line) ? line.split(/[ =]/).sort().join(' ') : line))
    .join('\n');
}

/** Sets, which systemd shows in the order of its hash tables. */
const DEPENDENCIES =
  /^(?:Requires|Requisite|Wants|BindsTo|PartOf|Upholds|RequiredBy|RequisiteOf|WantedBy|BoundBy|UpheldBy|ConsistsOf|Conflicts|ConflictedBy|Before|After|OnFailure|OnFailureOf|OnSuccess|OnSuccessOf|Triggers|TriggeredBy|PropagatesReloadTo|ReloadPropagatedFrom|PropagatesStopTo|StopPropagatedFrom|JoinsNamespaceOf|SliceOf|References|ReferencedBy|RequiresMountsFor|Documentation|Names|SystemCallFilter|RestrictAddressFamilies|SystemCallLog|SetCredential|LoadCredential|RuntimeDirectory|StateDirectory|.*Credential.*)=/;
