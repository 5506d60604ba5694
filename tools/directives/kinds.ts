/** The kinds of values that the tables name: where each is, and which type it takes. */

/** What a generated file has to know of a kind. */
export interface KindUse {
  /** What is imported. */
  readonly imported: string;
  /** The file that has it, below `lib/systemd/kinds`. */
  readonly from: string;
  /** The TypeScript type of its values. */
  readonly type: string;
  /** What a value is, with its unit, as a sentence. */
  readonly says: string;
  /** How the table names it. */
  readonly expression: string;
}

/** Where the names in types come from, below `lib`. */
const TYPES: Readonly<Record<string, string>> = {
  AddressFamily: 'systemd/values/address-family',
  AllExcept: 'systemd/values/all-except',
  BindMount: 'systemd/values/bind-mount',
  Capability: 'systemd/values/capability',
  Duration: 'values',
  ExecCommand: 'systemd/exec',
  ExitStatus: 'systemd/values/exit-status',
  InputWord: 'systemd/kinds/output',
  JobMode: 'systemd/kinds/vocabulary',
  Namespace: 'systemd/values/namespace',
  OneOrMany: 'systemd/values/one-or-many',
  OptionalPath: 'systemd/values/optional-path',
  Output: 'systemd/values/output',
  OutputWord: 'systemd/kinds/output',
  PathCondition: 'systemd/values/path-condition',
  Percent: 'values',
  ResourceLimit: 'systemd/values/limit',
  Signal: 'systemd/values/signal',
  Size: 'values',
  SoftHard: 'systemd/values/limit',
  SyslogFacility: 'systemd/kinds/vocabulary',
  SyslogLevel: 'systemd/kinds/vocabulary',
  SystemAction: 'systemd/kinds/vocabulary',
};

/** Kinds without parameters: file, type, what a value is. */
const PLAIN: Readonly<Record<string, readonly [from: string, type: string, says: string]>> = {
  addresses: ['addresses', 'readonly string[]', 'Words or addresses.'],
  cpuQuota: ['amounts', 'Percent', 'A Percent, above 0.'],
  memory: ['amounts', "Size | Percent | 'infinity'", 'A Size, or a Percent.'],
  memoryAboveZero: ['amounts', "Size | Percent | 'infinity'", 'A Size above zero, or a Percent.'],
  pressureLimit: ['amounts', 'Percent', 'A Percent, up to 100.'],
  tasksMax: ['amounts', "number | Percent | 'infinity'", 'A number of tasks, or a Percent.'],
  cpus: ['cpus', 'readonly number[]', 'Numbers, from 0.'],
  credentialFiles: ['credentials', 'Readonly<Record<string, string>>', 'Names with absolute paths.'],
  directories: ['directories', 'OneOrMany<string>', 'Relative paths.'],
  environment: ['environment', 'Readonly<Record<string, string>>', 'Names with values, literal.'],
  journalFields: ['environment', 'Readonly<Record<string, string>>', 'Names in capitals with values, literal.'],
  variableNames: ['environment', 'readonly string[]', 'Names of variables.'],
  unsetVariables: ['environment', 'readonly string[]', 'Names of variables.'],
  commands: ['exec', 'OneOrMany<ExecCommand>', 'Commands made by Exec.command.'],
  exitStatuses: ['exit-statuses', 'readonly ExitStatus[]', 'Statuses from 0 to 255, their names, or signals.'],
  addressFamilies: ['filters', "readonly (AddressFamily | 'none' | AllExcept<AddressFamily>)[]", 'Families, or AllExcept.of some.'],
  architectures: ['filters', 'readonly string[]', 'Names of architectures.'],
  capabilities: ['filters', 'readonly (Capability | AllExcept<Capability>)[]', 'Capabilities, or AllExcept.of some.'],
  namespaces: [
    'filters',
    'boolean | readonly (Namespace | AllExcept<Namespace>)[]',
    'A boolean, kinds of namespaces, or AllExcept.of some.',
  ],
  systemCalls: ['filters', 'readonly (string | AllExcept)[]', 'System calls, @groups, or AllExcept.of some.'],
  byteLimit: ['limits', 'ResourceLimit<Size>', 'A Size for both sides, or { soft, hard }.'],
  countLimit: ['limits', 'ResourceLimit<number>', 'A number for both sides, or { soft, hard }.'],
  microsecondsLimit: ['limits', 'ResourceLimit<Duration>', 'A Duration for both sides, or { soft, hard }.'],
  niceLimit: ['limits', 'number | SoftHard<number>', 'A number for both sides, or { soft, hard }.'],
  secondsLimit: ['limits', 'ResourceLimit<Duration>', 'A Duration for both sides, or { soft, hard }.'],
  bindMounts: ['mounts', 'readonly (string | BindMount)[]', 'Absolute paths, or { source, destination }.'],
  temporaryFileSystems: ['mounts', 'readonly string[]', 'Absolute paths.'],
  busName: ['names', 'string', 'A name on D-Bus.'],
  logNamespace: ['names', 'string', 'A name of letters and digits.'],
  userName: ['names', 'string', 'A name, or a numeric id as text.'],
  userNames: ['names', 'readonly string[]', 'Names, or numeric ids as text.'],
  input: ['output', 'InputWord', 'A word.'],
  output: ['output', 'OutputWord | Output', 'A word, or a file made by Output.'],
  environmentFiles: ['paths', 'OneOrMany<string | OptionalPath>', 'Absolute paths.'],
  path: ['paths', 'string', 'An absolute path.'],
  pathConditions: ['paths', 'OneOrMany<string | PathCondition>', 'Absolute paths, or PathCondition.not and its like.'],
  paths: ['paths', 'readonly (string | OptionalPath)[]', 'Absolute paths.'],
  plainPaths: ['paths', 'OneOrMany<string>', 'Absolute paths.'],
  workingDirectory: ['paths', 'string | OptionalPath', 'An absolute path, or `~`.'],
  cpuWeight: ['plain', "number | 'idle'", 'A number without a unit from 1 to 10000, or `idle`.'],
  fileMode: ['plain', 'string', 'Octal digits as text.'],
  signal: ['plain', 'Signal', 'The name of a signal.'],
  yesNo: ['plain', 'boolean', 'A boolean.'],
  text: ['text', 'string', 'One line of text, literal.'],
  unescapedUnits: ['units', 'OneOrMany<string>', 'Full names of units.'],
  units: ['units', 'OneOrMany<string>', 'Full names of units.'],
  uris: ['uris', 'OneOrMany<string>', 'URIs.'],
  facility: ['vocabulary', 'SyslogFacility', 'A word.'],
  jobMode: ['vocabulary', 'JobMode', 'A word.'],
  level: ['vocabulary', 'SyslogLevel', 'A word.'],
  systemAction: ['vocabulary', 'SystemAction', 'A word.'],
};

type Call = (words: readonly string[]) => Omit<KindUse, 'imported'>;

/** Kinds with parameters. */
const CALLS: Readonly<Record<string, Call>> = {
  oneOf: (words) => ({ from: 'plain', type: union(words), says: 'A word.', expression: `oneOf({ ${vocabulary(words)} })` }),
  tokenOf: (words) => ({ from: 'plain', type: union(words), says: 'A word.', expression: `tokenOf({ ${vocabulary(words)} })` }),
  yesNoOr: (words) => ({
    from: 'plain',
    type: `boolean | ${union(words)}`,
    says: 'A boolean, or a word.',
    expression: `yesNoOr({ ${vocabulary(words)} })`,
  }),
  wholeNumber: ([least = '', most = '']) => ({
    from: 'plain',
    type: 'number',
    says: `A whole number from ${least.replaceAll('_', '')} to ${most.replaceAll('_', '')}.`,
    expression: `wholeNumber(${least}, ${most})`,
  }),
  timeSpan: ([zero]) => ({
    from: 'amounts',
    type: "Duration | 'infinity'",
    says: 'A Duration, or `infinity`.',
    expression: zero === undefined ? 'timeSpan()' : `timeSpan({ ${zero}: true })`,
  }),
  unitOfType: ([suffix = '']) => ({
    from: 'units',
    type: 'string',
    says: `The full name of a unit, \`*${suffix}\`.`,
    expression: `unitOfType('${suffix}')`,
  }),
};

/** The kind that a table's column names: `userName`, `oneOf(simple exec@240)`, `wholeNumber(0 7)`. */
export function kindUse(column: string): KindUse {
  const [, name = '', parameters] = /^(\w+)(?:\((.*)\))?$/.exec(column) ?? [];
  const plain = PLAIN[name];
  if (parameters === undefined && plain !== undefined) {
    const [from, type, says] = plain;
    return { imported: name, from, type, says, expression: name };
  }
  const words = (parameters ?? '').split(/[ ,]+/).filter((word) => word !== '');
  const made = CALLS[name]?.(words);
  if (made === undefined) throw new Error(`no kind ${column}`);
  return { imported: name, ...made };
}

/** The names in a type that must be imported, and the files that have them. */
export function typesIn(type: string): readonly (readonly [name: string, from: string])[] {
  const names = new Set(type.replaceAll(/'[^']*'/g, '').match(/\b[A-Z]\w+/g));
  return [...names]
    .filter((name) => name !== 'Readonly' && name !== 'Record')
    .map((name) => {
      const from = TYPES[name];
      if (from === undefined) throw new Error(`nobody knows where ${name} comes from`);
      return [name, from];
    });
}

function union(words: readonly string[]): string {
  return words.map((word) => `'${word.split('@')[0]}'`).join(' | ');
}

function vocabulary(words: readonly string[]): string {
  return words
    .map((word) => word.split('@'))
    .map(([text = '', since]) => `${/^[A-Za-z_]\w*$/.test(text) ? text : `'${text}'`}: ${since ?? "'always'"}`)
    .join(', ');
}
