import { Duration, error, Percent, show, Size } from '../../values';
import { CAPABILITIES, type Capability } from '../values/capability';
import { Compared } from '../values/compared';
import { listOf, type OneOrMany } from '../values/one-or-many';
import type { PressureLimit } from '../values/pressure';
import type { UnitString } from '../values/specified';
import { UnitCondition } from '../values/unit-condition';
import { invalid, ok, together, within, type Kind, type Rendered } from './kind';
import { sizeText } from './amounts';
import { renderPath } from './paths';
import { renderUnit } from './units';
import { text } from './text';
import { safeText } from '../values/safe-text';

/** One condition, or several. */
type Conditions<T> = Kind<OneOrMany<T | UnitCondition<T>>>;

/** One line per condition. */
function conditions<T>(render: (value: unknown) => Rendered): Conditions<T> {
  return {
    class: 'raw-spec',
    joins: 'list',
    render: (value) => together(listOf(value).map((one, index) => within(Array.isArray(value) ? [index] : [], renderOne(one, render)))),
  };
}

function renderOne(value: unknown, render: (value: unknown) => Rendered): Rendered {
  if (!(value instanceof UnitCondition)) return render(value);
  const rendered = render(value.value);
  return { ...rendered, lines: rendered.lines.map((line) => value.prefix + line) };
}

const DROPPED = 'systemd drops an invalid condition, or treats it as not met';

function badCondition(problem: string, use: string, remedy = `Use ${use}: ${DROPPED}.`): Rendered {
  return invalid(error('unit/invalid-condition', [], { problem, remedy }));
}

/** Conditions whose value is a path. */
export const pathConditions: Conditions<UnitString> = conditions((value) => renderPath(value));

/** Conditions whose value is a name or other text without a fixed list. A leading `!` or `|` would be read as a prefix. */
export const textConditions: Conditions<UnitString> = conditions((value) =>
  typeof value === 'string' && /^[!|]/.test(value)
    ? badCondition(
        `${show(value)} starts with ${value[0]}`,
        'UnitCondition.not(value) or UnitCondition.anyOf(value) for the prefixes ! and |',
      )
    : text.render(value),
);

/** Conditions that are true or false. */
export const flagConditions: Conditions<boolean> = conditions((value) =>
  typeof value === 'boolean' ? ok(value ? 'yes' : 'no') : badCondition(`${show(value)} is not a boolean`, 'true or false'),
);

/** Conditions with a fixed set of words, each with the first version that knows it. */
export function wordConditions<W extends string>(words: Readonly<Record<W, number | 'always'>>): Conditions<W> {
  return conditions((value) => renderWord(value, words));
}

function renderWord(value: unknown, words: Readonly<Record<string, number | 'always'>>, others = ''): Rendered {
  if (typeof value !== 'string' || !Object.hasOwn(words, value)) {
    const list = others + Object.keys(words).join(', ');
    return badCondition(`${show(value)} is not a value of this condition`, list, `Use one of these, because ${DROPPED}: ${list}.`);
  }
  const since = words[value]!;
  return since === 'always' ? ok(value) : { ...ok(value), needs: [{ what: value, since }] };
}

/** A type of virtual machine or container (systemd-detect-virt(1)). */
export type Virtualization =
  | ('vm' | 'qemu' | 'kvm' | 'amazon' | 'zvm' | 'vmware' | 'microsoft' | 'oracle' | 'powervm' | 'xen' | 'bochs' | 'uml' | 'parallels')
  | ('bhyve' | 'qnx' | 'acrn' | 'apple' | 'sre' | 'google')
  | ('container' | 'openvz' | 'lxc' | 'lxc-libvirt' | 'systemd-nspawn' | 'docker' | 'podman' | 'rkt' | 'wsl' | 'proot' | 'pouch')
  | 'private-users';

const VIRTUALIZATIONS: Readonly<Record<Virtualization, number | 'always'>> = {
  ...every(
    'vm',
    'container',
    'qemu',
    'kvm',
    'amazon',
    'zvm',
    'vmware',
    'microsoft',
    'oracle',
    'powervm',
    'xen',
    'bochs',
    'uml',
    'parallels',
  ),
  ...every('bhyve', 'qnx', 'acrn', 'openvz', 'lxc', 'lxc-libvirt', 'systemd-nspawn', 'docker', 'podman', 'rkt', 'wsl', 'private-users'),
  ...{ proot: 247, pouch: 249, apple: 252, sre: 254, google: 254 },
};

/** ConditionVirtualization=. */
export const virtualizationConditions: Conditions<boolean | Virtualization> = conditions((value) =>
  typeof value === 'boolean' ? ok(value ? 'yes' : 'no') : renderWord(value, VIRTUALIZATIONS, 'true, false, '),
);

function every<W extends string>(...words: readonly W[]): Readonly<Record<W, 'always'>> {
  return Object.fromEntries(words.map((word) => [word, 'always'])) as Readonly<Record<W, 'always'>>;
}

/** ConditionCapability=. */
export const capabilityConditions: Conditions<Capability> = conditions((value) =>
  (CAPABILITIES as readonly unknown[]).includes(value)
    ? ok(String(value))
    : badCondition(`${show(value)} is not a capability`, 'a name of capabilities(7), like CAP_SYS_ADMIN'),
);

/** ConditionNeedsUpdate=. */
export const needsUpdateConditions: Conditions<'/etc' | '/var'> = conditions((value) =>
  value === '/etc' || value === '/var' ? ok(value) : badCondition(`${show(value)} is neither /etc nor /var`, '"/etc" or "/var"'),
);

function compared<T>(noun: string, example: string, textOf: (value: unknown) => string | undefined): Conditions<Compared<T>> {
  return conditions((value) => {
    const right = value instanceof Compared ? textOf(value.value) : undefined;
    return right === undefined
      ? badCondition(`${show(value)} is not a comparison with ${noun}`, `Compared.atLeast(${example}) or similar`)
      : ok((value as Compared<T>).operator + right);
  });
}

/** ConditionMemory=. */
export const sizeConditions: Conditions<Compared<Size>> = compared('a Size', 'Size.gibibytes(n)', (value) =>
  value instanceof Size && value.problem() === undefined ? sizeText(value.toBytes()) : undefined,
);

/** ConditionCPUs=. */
export const countConditions: Conditions<Compared<number>> = compared('a whole number', 'n', (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 4_294_967_295 ? String(value) : undefined,
);

/** ConditionKernelVersion= and ConditionVersion=. */
export const versionConditions: Conditions<Compared<string>> = compared('a version', '"6.1"', (value) =>
  typeof value === 'string' && /^[A-Za-z0-9._~^+-]+$/.test(value) ? value : undefined,
);

const SPANS: Readonly<Record<number, string>> = { 10: '10sec', 60: '1min', 300: '5min' };
const LIMIT = '{ atMost: Percent.of(n) }, if needed with `over` as a Duration of 10 seconds, a minute or 5 minutes';

/** ConditionMemoryPressure= and similar. */
export const pressureConditions: Conditions<PressureLimit> = conditions((value) => {
  const { atMost, over, slice } = Object(value) as Partial<PressureLimit>;
  const span = over === undefined ? '' : over instanceof Duration ? SPANS[over.toSeconds()] : undefined;
  const share =
    atMost instanceof Percent && atMost.problem() === undefined && atMost.value <= 100 ? Math.round(atMost.value * 100) / 100 : undefined;
  if (typeof value !== 'object') return badCondition(`${show(value)} is not a pressure limit`, LIMIT);
  if (share === undefined || share !== atMost?.value) {
    return badCondition(`${show(atMost)} is not a Percent up to 100 with at most two decimals`, LIMIT);
  }
  if (span === undefined) return badCondition(`${show(over)} is not a period that the kernel measures`, LIMIT);
  const limit = `${share}%${span === '' ? '' : `/${span}`}`;
  if (slice === undefined) return ok(limit);
  const name = safeText(slice).endsWith('.slice')
    ? renderUnit(slice)
    : badCondition(`${show(slice)} is not the name of a slice`, 'a full name, like workers.slice');
  return { ...name, lines: name.lines.map((line) => `${line}:${limit}`) };
});
