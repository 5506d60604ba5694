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
  BpfAttachment: 'systemd/values/bpf-program',
  Calendar: 'systemd/values/calendar',
  Compared: 'systemd/values/compared',
  Controller: 'systemd/kinds/filters',
  DeviceRule: 'systemd/values/device-rule',
  ExtensionImage: 'systemd/values/image',
  ImageOptions: 'systemd/values/image',
  MountImage: 'systemd/values/image',
  OpenFile: 'systemd/values/open-file',
  PressureLimit: 'systemd/values/pressure',
  UnitString: 'systemd/values/specified',
  Virtualization: 'systemd/kinds/conditions',
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
  UnitCondition: 'systemd/values/unit-condition',
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
  extendedAttributes: ['attributes', 'Readonly<Record<string, string>>', 'Names with values.'],
  bpfPrograms: ['bpf', 'Readonly<Partial<Record<BpfAttachment, string>>>', 'Places with absolute paths.'],
  filterPrograms: ['bpf', 'OneOrMany<UnitString>', 'Absolute paths.'],
  calendars: ['calendars', 'OneOrMany<Calendar>', 'Times made by Calendar.'],
  timerSpans: ['calendars', 'OneOrMany<Duration>', 'Durations.'],
  capabilityConditions: [
    'conditions',
    'OneOrMany<Capability | UnitCondition<Capability>>',
    'Capabilities, or UnitCondition.not and its like.',
  ],
  countConditions: ['conditions', 'OneOrMany<Compared<number> | UnitCondition<Compared<number>>>', 'Numbers, Compared.'],
  flagConditions: ['conditions', 'OneOrMany<boolean | UnitCondition<boolean>>', 'Booleans.'],
  needsUpdateConditions: [
    'conditions',
    "OneOrMany<'/etc' | '/var' | UnitCondition<'/etc' | '/var'>>",
    'Paths, or UnitCondition.not and its like.',
  ],
  pathConditions: ['conditions', 'OneOrMany<UnitString | UnitCondition<UnitString>>', 'Absolute paths, or UnitCondition.not and its like.'],
  pressureConditions: [
    'conditions',
    'OneOrMany<PressureLimit | UnitCondition<PressureLimit>>',
    'Limits, or UnitCondition.not and its like.',
  ],
  sizeConditions: ['conditions', 'OneOrMany<Compared<Size> | UnitCondition<Compared<Size>>>', 'Sizes, Compared.'],
  textConditions: ['conditions', 'OneOrMany<UnitString | UnitCondition<UnitString>>', 'Texts, or UnitCondition.not and its like.'],
  versionConditions: ['conditions', 'OneOrMany<Compared<string> | UnitCondition<Compared<string>>>', 'Versions as text, Compared.'],
  virtualizationConditions: [
    'conditions',
    'OneOrMany<boolean | Virtualization | UnitCondition<boolean | Virtualization>>',
    'Booleans or words, or UnitCondition.not and its like.',
  ],
  deviceBandwidths: ['devices', "Readonly<Record<string, Size | 'infinity'>>", 'Paths with a Size for each second.'],
  deviceLatencies: ['devices', 'Readonly<Record<string, Duration>>', 'Paths with Durations.'],
  deviceOperations: ['devices', "Readonly<Record<string, number | 'infinity'>>", 'Paths with a number for each second.'],
  deviceRules: ['devices', 'readonly (string | DeviceRule)[]', 'Devices, or { device, access }.'],
  deviceWeights: ['devices', 'Readonly<Record<string, number>>', 'Paths with numbers from 1 to 10000.'],
  bpfWords: ['filters', 'readonly string[]', 'Names as systemd spells them.'],
  cgroupName: ['filters', 'string', 'A name.'],
  controllers: ['filters', 'readonly Controller[]', 'Names of controllers.'],
  delegation: ['filters', 'boolean | readonly Controller[]', 'A boolean, or names of controllers.'],
  fileSystems: ['filters', 'readonly (string | AllExcept)[]', 'File systems, @groups, or AllExcept.of some.'],
  loggedSystemCalls: ['filters', 'readonly (string | AllExcept)[]', 'System calls, @groups, or AllExcept.of some.'],
  luoSessions: ['filters', 'readonly string[]', 'Names.'],
  networkInterfaces: ['filters', 'readonly (string | AllExcept)[]', 'Names of interfaces, or AllExcept.of some.'],
  nftSets: ['filters', 'readonly string[]', 'Sets, `source:family:table:set`.'],
  oomRules: ['filters', 'readonly string[]', 'Names.'],
  personality: ['filters', 'string', 'A word.'],
  plainWord: ['filters', 'string', 'A word.'],
  refreshes: ['filters', "boolean | readonly ('extensions' | 'credentials')[]", 'A boolean, or words.'],
  socketBinds: ['filters', 'readonly string[]', 'Rules.'],
  extensionImages: ['images', 'readonly (string | ExtensionImage)[]', 'Absolute paths, or { source, optional, options }.'],
  imageOptions: ['images', 'ImageOptions', 'Options by what a partition is for.'],
  imagePolicy: ['images', 'string', 'A policy as text.'],
  mountImages: ['images', 'readonly MountImage[]', 'Images, { source, destination }.'],
  rootHash: ['images', 'UnitString', 'Hexadecimal digits, or an absolute path.'],
  rootHashSignature: ['images', 'UnitString', '`base64:…`, or an absolute path.'],
  inputData: ['input', 'Uint8Array', 'Bytes.'],
  inputText: ['input', 'OneOrMany<UnitString>', 'Texts, literal.'],
  logPatterns: ['logs', 'readonly (string | AllExcept)[]', 'Regular expressions, or AllExcept.of some.'],
  memoryNodes: ['memory-nodes', "readonly number[] | 'all'", 'Numbers, from 0, or `all`.'],
  instanceName: ['names', 'string', 'Letters and digits.'],
  openFiles: ['open-files', 'OneOrMany<string | OpenFile>', 'Absolute paths, or { path, name, mode, optional }.'],
  searchPath: ['paths', 'readonly UnitString[]', 'Absolute paths.'],
  watchedPaths: ['paths', 'OneOrMany<UnitString>', 'Absolute paths.'],
  fileDescriptorName: ['sockets', 'UnitString', 'A name of printable ASCII.'],
  listenPaths: ['sockets', 'OneOrMany<UnitString>', 'Absolute paths.'],
  messageQueues: ['sockets', 'OneOrMany<string>', 'Names with a slash in front.'],
  netlinks: ['sockets', 'OneOrMany<string>', 'Families, with numbers of groups.'],
  networkInterface: ['sockets', 'string', 'The name of an interface.'],
  streamAddresses: ['sockets', 'OneOrMany<number | UnitString>', 'Ports, or addresses as text.'],
  typeOfService: ['sockets', "number | 'low-delay' | 'throughput' | 'reliability' | 'low-cost'", 'A number from 0 to 255, or a word.'],
  unixAddresses: ['sockets', 'OneOrMany<UnitString>', 'Addresses as text.'],
  byteSize: ['amounts', 'Size', 'A Size.'],
  countOrInfinity: ['amounts', "number | 'infinity'", 'A whole number, or `infinity`.'],
  quota: ['amounts', "Size | Percent | 'off'", 'A Size above zero, a Percent, or `off`.'],
  timeSlack: ['amounts', 'Duration', 'A Duration.'],
  credentialTexts: ['credentials', 'Readonly<Record<string, string>>', 'Names with values, literal.'],
  encryptedCredentials: ['credentials', 'Readonly<Record<string, string>>', 'Names with base64 text.'],
  importedCredentials: ['credentials', 'readonly string[]', 'Names.'],
  addresses: ['addresses', 'readonly string[]', 'Words or addresses.'],
  cpuQuota: ['amounts', 'Percent', 'A Percent, above 0.'],
  memory: ['amounts', "Size | Percent | 'infinity'", 'A Size, or a Percent.'],
  memoryAboveZero: ['amounts', "Size | Percent | 'infinity'", 'A Size above zero, or a Percent.'],
  pressureLimit: ['amounts', 'Percent', 'A Percent, up to 100.'],
  tasksMax: ['amounts', "number | Percent | 'infinity'", 'A number of tasks, or a Percent.'],
  cpus: ['cpus', 'readonly number[]', 'Numbers, from 0.'],
  credentialFiles: ['credentials', 'Readonly<Record<string, UnitString>>', 'Names with absolute paths.'],
  directories: ['directories', 'OneOrMany<UnitString>', 'Relative paths.'],
  environment: ['environment', 'Readonly<Record<string, UnitString>>', 'Names with values, literal.'],
  journalFields: ['environment', 'Readonly<Record<string, UnitString>>', 'Names in capitals with values, literal.'],
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
  environmentFiles: ['paths', 'OneOrMany<UnitString | OptionalPath>', 'Absolute paths.'],
  path: ['paths', 'UnitString', 'An absolute path.'],
  paths: ['paths', 'readonly (UnitString | OptionalPath)[]', 'Absolute paths.'],
  plainPaths: ['paths', 'OneOrMany<UnitString>', 'Absolute paths.'],
  workingDirectory: ['paths', 'UnitString | OptionalPath', 'An absolute path, or `~`.'],
  cpuWeight: ['plain', "number | 'idle'", 'A number without a unit from 1 to 10000, or `idle`.'],
  fileMode: ['plain', 'string', 'Octal digits as text.'],
  signal: ['plain', 'Signal', 'The name of a signal.'],
  yesNo: ['plain', 'boolean', 'A boolean.'],
  rebootArgument: ['text', 'UnitString', 'Up to 255 characters of printable ASCII, literal.'],
  text: ['text', 'UnitString', 'One line of text, literal.'],
  sockets: ['units', 'OneOrMany<UnitString>', 'Full names of sockets.'],
  unescapedUnits: ['units', 'OneOrMany<UnitString>', 'Full names of units.'],
  units: ['units', 'OneOrMany<UnitString>', 'Full names of units.'],
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
    type: 'UnitString',
    says: `The full name of a unit, \`*${suffix}\`.`,
    expression: `unitOfType('${suffix}')`,
  }),
  unitNotOfType: ([suffix = '']) => ({
    from: 'units',
    type: 'UnitString',
    says: `The full name of a unit other than \`*${suffix}\`.`,
    expression: `unitNotOfType('${suffix}')`,
  }),
  tokensOf: (words) => ({
    from: 'filters',
    type: `readonly (${union(words)})[]`,
    says: 'Words.',
    expression: `tokensOf(${words.map((word) => `'${word}'`).join(', ')})`,
  }),
  wordConditions: (words) => ({
    from: 'conditions',
    type: `OneOrMany<${union(words)} | UnitCondition<${union(words)}>>`,
    says: 'Words, or UnitCondition.not and its like.',
    expression: `wordConditions({ ${vocabulary(words)} })`,
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
    .filter((name) => !['Readonly', 'Record', 'Partial', 'Uint8Array'].includes(name))
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
