import type { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import {
  alert,
  Duration,
  exec,
  Host,
  Percent,
  Ruby,
  Secret,
  SidekiqRules,
  SystemdService,
  when,
  type ICompositeRule,
} from '../../../../lib';
import type { Bundle } from '../../../../lib/bundle';
import {
  Exec,
  OptionalPath,
  Output,
  PathUnit,
  renderUnitFile,
  ServiceUnit,
  SocketUnit,
  TimerUnit,
  UnitCondition,
  unitFileIssues,
  type Section,
  type UnitFile,
} from '../../../../lib/systemd';
import { directiveTable } from '../../../../lib/systemd/directives';
import { HostRegistry } from '../../../../lib/terraform';
import { collectIssues } from '../../../../lib/testing';
import { goodProps } from '../../../support/every-construct';
import { MARK } from './strings';
import { imaginarySsh, stackWithTerraformData, testApp } from '../../../support/stacks';

/** Harmless texts for the various kinds of values. */
const HARMLESS = [
  MARK,
  `/opt/${MARK}`,
  `${MARK}.service`,
  `${MARK}.socket`,
  `https://example.test/${MARK}`,
  `/run/${MARK}.pid`,
  MARK.toUpperCase(),
  `${MARK}@example.test`,
  `/${MARK}`,
];

/** Result of a text. */
export interface Made {
  /** Unit file, if only a directive was set. */
  readonly unit?: string;
  /** Type of the unit. Default: service. */
  readonly unitType?: 'timer' | 'socket' | 'path';
  /** Bundle of the host, if it was set through a construct. */
  readonly bundle?: Bundle;
  /** Templates for Terraform: the lines of each file, and the login. */
  readonly templates?: readonly unknown[];
}

/** A value from a user that is, or contains, text. */
export interface Value {
  /** `HostFile.path`, `Service.ExecStart{argument}`. */
  readonly name: string;
  /** A valid text. */
  readonly harmless: string;
  /** Sets it; undefined if an issue refused the text. */
  readonly give: (text: string) => Made | undefined;
}

type Shapes = Readonly<Record<string, (text: string) => unknown>>;

/** Shapes in which a text may be part of a value. */
const ANYWHERE: Shapes = {
  '': (text) => text,
  '[]': (text) => [text],
  '{value}': (text) => ({ A: text }),
  '{name}': (text) => ({ [text]: 'a' }),
  '{name of path}': (text) => ({ [text]: '/a' }),
};

const IN_PROPERTIES: Shapes = {
  ...ANYWHERE,
  '{words}': (text) => ['/bin/true', text],
  '{argv}': (text) => ({ argv: ['/bin/true', text] }),
  '{uid}': (text) => ({ argv: ['/bin/true'], uid: text, gid: text }),
  '{action}': (text) => exec(['/bin/true', text]),
  '{rules: exec}': (text) => [when.doesNotExist().do(exec(['/bin/true', text]))],
  '{rules: attribute}': (text) => [when.securityAttribute.isNot(text).do(alert())],
  '{mail server}': (text) => ({ servers: [{ host: text }] }),
  '{mail}': (text) => [{ mail: text }],
  '{directory}': (text) => ({ directory: text }),
  '{namespace}': (text) => ({ namespace: text }),
  '{pattern}': (text) => [{ operator: '=', pattern: text }],
  '{secret}': (text) => Secret.fromHostFile(text),
  '{rbenv root}': (text) => Ruby.rbenv({ root: text }),
  '{asdf version}': (text) => Ruby.asdf({ root: '/opt/asdf', version: text }),
  '{prefix}': (text) => Ruby.prefix(text),
  '{program}': (text) => Ruby.program(text),
};

const IN_DIRECTIVES: Shapes = {
  ...ANYWHERE,
  '{argument}': (text) => Exec.command('/bin/true', [text]),
  '{program}': (text) => Exec.command(text),
  '{argv0}': (text) => Exec.command('/bin/true', [], { argv0: text }),
  '{optional}': (text) => OptionalPath.of(text),
  '{not}': (text) => UnitCondition.not(text),
  '{output}': (text) => Output.append(text),
  '{source}': (text) => [{ source: text, destination: '/mnt' }],
  '{destination}': (text) => [{ source: '/etc', destination: text }],
};

/** Result of the search: the values that accept text, each with a harmless text, and the properties that accept none. */
export interface Inventory {
  /** Harmless text of each value, by the value's name. */
  readonly values: ReadonlyMap<string, string>;
  /** Names of the properties that accept text in no shape. */
  readonly withoutText: readonly string[];
}

/** Options of `everyValue`. */
export interface EveryValueOptions {
  /**
   * An earlier inventory. Its entries are only confirmed, which takes seconds; unknown properties are tried in every shape.
   * @default - every property is tried in every shape with every harmless text, which takes minutes
   */
  readonly known?: Inventory;
  /**
   * True if `give` also returns the templates for Terraform, which takes several times as long.
   * @default true
   */
  readonly templates?: boolean;
}

/** Properties of constructs, from their own tables (`rules`: the argument of `readProps`); and every directive. */
export function everyValue(
  rulesOf: ReadonlyMap<string, readonly string[]>,
  { known = { values: new Map(), withoutText: [] }, templates = true }: EveryValueOptions = {},
): {
  readonly values: readonly Value[];
  readonly withoutText: readonly Value[];
} {
  const values: Value[] = [];
  const withoutText: Value[] = [];
  const knownWithoutText = new Set(known.withoutText);
  for (const { name, shapes, give } of everyProperty(rulesOf)) {
    // Only the host's own properties are in a template and in none of its files.
    const takes = (shaped: unknown, text: string): boolean =>
      JSON.stringify(give(shaped, name.startsWith('Host.')))?.includes(text) ?? false;
    const isKnown = Object.keys(shapes).some((shape) => known.values.has(`${name}${shape}`));
    const found = Object.entries(shapes).flatMap(([shape, make]): Value[] => {
      const harmlessTexts = isKnown ? [known.values.get(`${name}${shape}`)].filter((text) => text !== undefined) : HARMLESS;
      const harmless = knownWithoutText.has(name) ? undefined : harmlessTexts.find((text) => takes(make(text), text));
      return harmless === undefined ? [] : [{ name: `${name}${shape}`, harmless, give: (text) => give(make(text), templates) }];
    });
    if (found.length === 0) withoutText.push({ name, harmless: MARK, give: (text) => give(text, templates) });
    values.push(...found);
  }
  return { values, withoutText };
}

/** A property of a construct or a directive, the shapes to try, and the result of a value. */
interface Property {
  readonly name: string;
  readonly shapes: Shapes;
  readonly give: (shaped: unknown, templates: boolean) => Made | undefined;
}

function everyProperty(rulesOf: ReadonlyMap<string, readonly string[]>): readonly Property[] {
  const properties: Property[] = [];
  const add = (name: string, give: Property['give'], shapes: Shapes = IN_PROPERTIES): void => {
    properties.push({ name, shapes, give });
  };
  for (const [kind, declared] of rulesOf) {
    const shared = ONE_CODE.includes(kind) ? (rulesOf.get('MonitFileCheck') ?? []) : [];
    for (const property of declared.filter((each) => ['path', 'rules'].includes(each) || !shared.includes(each)))
      add(`${kind}.${property}`, (shaped, templates) => withProperty(kind, property, shaped, templates));
  }
  for (const property of ['user', 'scriptDirectory']) {
    add(`Host.ssh.${property}`, (shaped, templates) => withProperty('Host', 'ssh', { ...imaginarySsh, [property]: shaped }, templates));
  }
  for (const [name, rule] of Object.entries(RULES))
    add(`SidekiqRules.${name}`, (shaped, templates) => withProperty('MonitCheck', 'rules', [rule(shaped as string)], templates));
  add('Host.address', (shaped, templates) => withProperty('Host', 'address', shaped, templates));
  for (const { section, name } of directiveTable().filter((row) => isTyped(row.section, row.name)))
    add(`${section}.${name}`, (shaped) => withDirective(section, name, shaped), IN_DIRECTIVES);
  return properties;
}

/** Kinds of check whose options share MonitFileCheck's code: they are tested there. */
const ONE_CODE: readonly string[] = [
  'MonitDirectoryCheck',
  'MonitFifoCheck',
  'MonitFilesystemCheck',
  'MonitHostCheck',
  'MonitNetworkCheck',
  'MonitProgramCheck',
  'MonitSystemCheck',
];

/** Rules with a text, by its place. A queue's name isn't one of them: part of it becomes a check's name. */
const RULES: Readonly<Record<string, (text: string) => ICompositeRule>> = {
  'logDisk.path': (path) => SidekiqRules.logDisk(Percent.of(90), { path }),
  'redis.urlVariable': (urlVariable) => SidekiqRules.redis({ redis: { urlVariable } }),
  'redis.namespace': (namespace) => SidekiqRules.redis({ redis: { namespace } }),
};

/** Properties that a property needs beside it, or excludes. */
const INSTEAD: Readonly<Record<string, (stack: TerraformStack) => object>> = {
  'PidfileHooks.path': (stack) => {
    const host = new Host(stack, 'elsewhere', { address: '192.0.2.3', ssh: imaginarySsh });
    return { service: new SystemdService(stack, 'without', { host, service: { ExecStart: Exec.command('/bin/true'), User: 'deploy' } }) };
  },
  'MonitCheck.matching': () => ({ pidfile: undefined }),
  'MonitNetworkCheck.address': () => ({ interface: undefined }),
  'MailNotifier.username': () => ({ password: Secret.fromHostFile('/etc/password') }),
  'MailNotifier.password': () => ({ username: 'ops' }),
};

/** Name of the construct under test. */
export const ID = 'it';

function withProperty(kind: string, property: string, value: unknown, templates: boolean): Made | undefined {
  const stack = stackWithTerraformData(testApp());
  const [Kind, props] = goodProps(stack)[kind as keyof ReturnType<typeof goodProps>];
  const make = Kind as unknown as new (scope: Construct, id: string, props: unknown) => Construct;
  new make(stack, ID, { ...props, ...INSTEAD[`${kind}.${property}`]?.(stack), [property]: value });
  if (collectIssues(stack).some(({ severity }) => severity === 'error')) return undefined;
  const hosts = HostRegistry.hostsBelow(stack);
  const host = hosts.find(({ construct }) => [ID, 'elsewhere'].includes(construct.node.id)) ?? hosts[0]!;
  return { bundle: host.bundle(), ...(templates ? { templates: templatesOf(stack) } : {}) };
}

function templatesOf(stack: TerraformStack): readonly unknown[] {
  const { locals = {}, resource = {} } = stack.toTerraform() as {
    readonly locals?: Readonly<Record<string, unknown>>;
    readonly resource?: Readonly<Record<string, Readonly<Record<string, { readonly for_each?: Readonly<Record<string, unknown>> }>>>>;
  };
  const lines = Object.entries(locals).filter(([name]) => name.startsWith('file_'));
  const hostIds = Object.values(resource).flatMap((ofType) =>
    Object.values(ofType).flatMap(({ for_each: hosts = {} }) => Object.keys(hosts)),
  );
  // The login and the machine. A value that refers to other resources can't be read by itself.
  const settings = new Set(JSON.stringify(resource).match(/"(host|user|address|instance|script_directory)":"(?:[^"\\]|\\.)*"/g) ?? []);
  const plain = [...settings].filter((entry) => !/(^|[^$])\$\{/.test(entry)).map((entry) => JSON.parse(`{${entry}}`) as object);
  return [...lines.map(([, text]) => text), ...hostIds.map((hostId) => ({ hostId })), ...plain];
}

/** Type of the unit in which a directive of a section is tried: a service, except for sections that only others have. */
function unitFor(section: string, name: string): UnitFile {
  switch (section) {
    case 'Timer': {
      const unit = new TimerUnit('x.timer');
      unit.timer.set({ OnBootSec: [Duration.minutes(5)] });
      return unit;
    }
    case 'Socket': {
      const unit = new SocketUnit('x.socket');
      unit.socket.set({ ListenStream: ['/run/x.sock'] });
      return unit;
    }
    case 'Path': {
      const unit = new PathUnit('x.path');
      unit.path.set({ PathExists: ['/run/x'] });
      return unit;
    }
    default: {
      const unit = new ServiceUnit('x.service');
      unit.service.set({ ExecStart: Exec.command('/bin/true'), User: 'deploy', ...(name === 'BusName' ? { Type: 'dbus' } : {}) });
      return unit;
    }
  }
}

const sectionOf = (unit: UnitFile, section: string): Section<Record<string, unknown>> | undefined =>
  unit.sections().find((each) => each.name === section) as Section<Record<string, unknown>> | undefined;

/** Checks whether our types have the directive: older names are never written. Directives that sockets share with services are tried there. */
function isTyped(section: string, name: string): boolean {
  const has = (each: string): boolean => {
    const own = sectionOf(unitFor(each, name), each);
    return own !== undefined && Object.hasOwn(own.directives, name);
  };
  return has(section) && (section !== 'Socket' || !has('Service'));
}

function withDirective(section: string, name: string, value: unknown): Made | undefined {
  const unit = unitFor(section, name);
  sectionOf(unit, section)!.set({ [name]: value });
  if (unitFileIssues(unit, { systemdVersion: 252 }).some(({ severity }) => severity === 'error')) return undefined;
  return { unit: renderUnitFile(unit), ...(unit.type === 'service' ? {} : { unitType: unit.type as 'timer' }) };
}
