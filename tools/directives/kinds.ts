/** The kinds of values that the tables name, with the file and the type of each. */

/** The use of a kind in a generated file. */
export interface KindUse {
  /** Name of the import. */
  readonly imported: string;
  /** File that exports it, below `lib/systemd/kinds`. */
  readonly from: string;
  /** TypeScript type of its values. */
  readonly type: string;
  /** Sentence about its values, with their unit. */
  readonly valueText: string;
  /** Expression of the kind in the generated table. */
  readonly expression: string;
}

/** Files of the names in types, below `lib`. */
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

/** Kinds without parameters: file, type, sentence about values. */
const PLAIN: Readonly<Record<string, readonly [from: string, type: string, valueText: string]>> = {
  extendedAttributes: ['attributes', 'Readonly<Record<string, string>>', 'Values by name.'],
  bpfPrograms: ['bpf', 'Readonly<Partial<Record<BpfAttachment, string>>>', 'Absolute paths by attach type.'],
  filterPrograms: ['bpf', 'OneOrMany<UnitString>', 'Absolute paths.'],
  calendars: ['calendars', 'OneOrMany<Calendar>', 'Calendar values.'],
  timerSpans: ['calendars', 'OneOrMany<Duration>', 'Durations.'],
  capabilityConditions: ['conditions', 'OneOrMany<Capability | UnitCondition<Capability>>', 'Capabilities, or a UnitCondition of one.'],
  countConditions: [
    'conditions',
    'OneOrMany<Compared<number> | UnitCondition<Compared<number>>>',
    'Comparisons with a number, made by Compared.',
  ],
  flagConditions: ['conditions', 'OneOrMany<boolean | UnitCondition<boolean>>', 'Booleans, or a UnitCondition of one.'],
  needsUpdateConditions: ['conditions', "OneOrMany<'/etc' | '/var' | UnitCondition<'/etc' | '/var'>>", 'Paths, or a UnitCondition of one.'],
  pathConditions: ['conditions', 'OneOrMany<UnitString | UnitCondition<UnitString>>', 'Absolute paths, or a UnitCondition of one.'],
  pressureConditions: ['conditions', 'OneOrMany<PressureLimit | UnitCondition<PressureLimit>>', 'Limits, or a UnitCondition of one.'],
  sizeConditions: ['conditions', 'OneOrMany<Compared<Size> | UnitCondition<Compared<Size>>>', 'Comparisons with a Size, made by Compared.'],
  textConditions: ['conditions', 'OneOrMany<UnitString | UnitCondition<UnitString>>', 'Text, or a UnitCondition of it.'],
  versionConditions: [
    'conditions',
    'OneOrMany<Compared<string> | UnitCondition<Compared<string>>>',
    'Comparisons with a version as text, made by Compared.',
  ],
  virtualizationConditions: [
    'conditions',
    'OneOrMany<boolean | Virtualization | UnitCondition<boolean | Virtualization>>',
    'Booleans or keywords, or a UnitCondition of one.',
  ],
  deviceBandwidths: ['devices', "Readonly<Record<string, Size | 'infinity'>>", 'Sizes per second, by path.'],
  deviceLatencies: ['devices', 'Readonly<Record<string, Duration>>', 'Durations, by path.'],
  deviceOperations: ['devices', "Readonly<Record<string, number | 'infinity'>>", 'Numbers per second, by path.'],
  deviceRules: ['devices', 'readonly (string | DeviceRule)[]', 'Devices, or objects { device, access }.'],
  deviceWeights: ['devices', 'Readonly<Record<string, number>>', 'Numbers from 1 to 10000, by path.'],
  bpfWords: ['filters', 'readonly string[]', 'Names, as systemd spells them.'],
  cgroupName: ['filters', 'string', 'A name.'],
  controllers: ['filters', 'readonly Controller[]', 'Names of controllers.'],
  delegation: ['filters', 'boolean | readonly Controller[]', 'A boolean, or a list of controllers.'],
  fileSystems: ['filters', 'readonly (string | AllExcept)[]', 'Types of file systems, @groups, or AllExcept.of some.'],
  loggedSystemCalls: ['filters', 'readonly (string | AllExcept)[]', 'System calls, @groups, or AllExcept.of some.'],
  luoSessions: ['filters', 'readonly string[]', 'Names.'],
  networkInterfaces: ['filters', 'readonly (string | AllExcept)[]', 'Names of interfaces, or AllExcept.of some.'],
  nftSets: ['filters', 'readonly string[]', 'Sets in the form `source:family:table:set`.'],
  oomRules: ['filters', 'readonly string[]', 'Names.'],
  personality: ['filters', 'string', 'The name of an architecture.'],
  plainWord: ['filters', 'string', 'A name.'],
  refreshes: ['filters', "boolean | readonly ('extensions' | 'credentials')[]", 'A boolean, or a list of keywords.'],
  socketBinds: ['filters', 'readonly string[]', 'Rules.'],
  extensionImages: ['images', 'readonly (string | ExtensionImage)[]', 'Absolute paths, or objects { source, optional, options }.'],
  imageOptions: ['images', 'ImageOptions', 'Mount options by purpose of the partition.'],
  imagePolicy: ['images', 'string', 'An image policy as text.'],
  mountImages: ['images', 'readonly MountImage[]', 'Objects { source, destination }.'],
  rootHash: ['images', 'UnitString', 'Hexadecimal digits, or an absolute path.'],
  rootHashSignature: ['images', 'UnitString', '`base64:…`, or an absolute path.'],
  inputData: ['input', 'Uint8Array', 'Bytes.'],
  inputText: ['input', 'OneOrMany<UnitString>', 'Literal text.'],
  logPatterns: ['logs', 'readonly (string | AllExcept)[]', 'Regular expressions, or AllExcept.of some.'],
  memoryNodes: ['memory-nodes', "readonly number[] | 'all'", 'Numbers from 0, or `all`.'],
  instanceName: ['names', 'string', 'Letters and digits.'],
  openFiles: ['open-files', 'OneOrMany<string | OpenFile>', 'Absolute paths, or objects { path, name, mode, optional }.'],
  searchPath: ['paths', 'readonly UnitString[]', 'Absolute paths.'],
  watchedPaths: ['paths', 'OneOrMany<UnitString>', 'Absolute paths.'],
  fileDescriptorName: ['sockets', 'UnitString', 'A name of printable ASCII.'],
  listenPaths: ['sockets', 'OneOrMany<UnitString>', 'Absolute paths.'],
  messageQueues: ['sockets', 'OneOrMany<string>', 'Names that start with a slash.'],
  netlinks: ['sockets', 'OneOrMany<string>', 'Families, with the number of a group.'],
  networkInterface: ['sockets', 'string', 'The name of an interface.'],
  streamAddresses: ['sockets', 'OneOrMany<number | UnitString>', 'Ports, or addresses as text.'],
  typeOfService: ['sockets', "number | 'low-delay' | 'throughput' | 'reliability' | 'low-cost'", 'A number from 0 to 255, or a keyword.'],
  unixAddresses: ['sockets', 'OneOrMany<UnitString>', 'Addresses as text.'],
  byteSize: ['amounts', 'Size', 'A Size.'],
  countOrInfinity: ['amounts', "number | 'infinity'", 'A whole number, or `infinity`.'],
  quota: ['amounts', "Size | Percent | 'off'", 'A Size above 0, a Percent, or `off`.'],
  timeSlack: ['amounts', 'Duration', 'A Duration.'],
  credentialTexts: ['credentials', 'Readonly<Record<string, string>>', 'Literal values by name.'],
  encryptedCredentials: ['credentials', 'Readonly<Record<string, string>>', 'Base64 text by name.'],
  importedCredentials: ['credentials', 'readonly string[]', 'Names.'],
  addresses: ['addresses', 'readonly string[]', 'Keywords or addresses.'],
  cpuQuota: ['amounts', 'Percent', 'A Percent above 0.'],
  memory: ['amounts', "Size | Percent | 'infinity'", 'A Size, a Percent, or `infinity`.'],
  memoryAboveZero: ['amounts', "Size | Percent | 'infinity'", 'A Size above 0, a Percent, or `infinity`.'],
  pressureLimit: ['amounts', 'Percent', 'A Percent up to 100.'],
  tasksMax: ['amounts', "number | Percent | 'infinity'", 'A number, a Percent, or `infinity`.'],
  cpus: ['cpus', 'readonly number[]', 'Numbers from 0.'],
  credentialFiles: ['credentials', 'Readonly<Record<string, UnitString>>', 'Absolute paths by name.'],
  directories: ['directories', 'OneOrMany<UnitString>', 'Relative paths.'],
  environment: ['environment', 'Readonly<Record<string, UnitString>>', 'Literal values by name.'],
  journalFields: ['environment', 'Readonly<Record<string, UnitString>>', 'Literal values by name, in capitals.'],
  variableNames: ['environment', 'readonly string[]', 'Names of variables.'],
  unsetVariables: ['environment', 'readonly string[]', 'Names of variables.'],
  commands: ['exec', 'OneOrMany<ExecCommand>', 'Commands, made by Exec.command.'],
  exitStatuses: ['exit-statuses', 'readonly ExitStatus[]', 'Exit statuses from 0 to 255, their names, or signals.'],
  addressFamilies: ['filters', "readonly (AddressFamily | 'none' | AllExcept<AddressFamily>)[]", 'Address families, or AllExcept.of some.'],
  architectures: ['filters', 'readonly string[]', 'Names of architectures.'],
  capabilities: ['filters', 'readonly (Capability | AllExcept<Capability>)[]', 'Capabilities, or AllExcept.of some.'],
  namespaces: [
    'filters',
    'boolean | readonly (Namespace | AllExcept<Namespace>)[]',
    'A boolean, types of namespaces, or AllExcept.of some.',
  ],
  systemCalls: ['filters', 'readonly (string | AllExcept)[]', 'System calls, @groups, or AllExcept.of some.'],
  byteLimit: ['limits', 'ResourceLimit<Size>', 'A Size for both limits, or { soft, hard }.'],
  countLimit: ['limits', 'ResourceLimit<number>', 'A number for both limits, or { soft, hard }.'],
  microsecondsLimit: ['limits', 'ResourceLimit<Duration>', 'A Duration for both limits, or { soft, hard }.'],
  niceLimit: ['limits', 'number | SoftHard<number>', 'A number for both limits, or { soft, hard }.'],
  secondsLimit: ['limits', 'ResourceLimit<Duration>', 'A Duration for both limits, or { soft, hard }.'],
  bindMounts: ['mounts', 'readonly (string | BindMount)[]', 'Absolute paths, or objects { source, destination }.'],
  temporaryFileSystems: ['mounts', 'readonly string[]', 'Absolute paths.'],
  busName: ['names', 'string', 'A D-Bus name.'],
  logNamespace: ['names', 'string', 'A name of letters and digits.'],
  userName: ['names', 'string', 'A name, or a numeric id as text.'],
  userNames: ['names', 'readonly string[]', 'Names, or numeric ids as text.'],
  input: ['output', 'InputWord', 'A keyword.'],
  output: ['output', 'OutputWord | Output', 'A keyword, or a file made by Output.'],
  environmentFiles: ['paths', 'OneOrMany<UnitString | OptionalPath>', 'Absolute paths.'],
  path: ['paths', 'UnitString', 'An absolute path.'],
  paths: ['paths', 'readonly (UnitString | OptionalPath)[]', 'Absolute paths.'],
  plainPaths: ['paths', 'OneOrMany<UnitString>', 'Absolute paths.'],
  workingDirectory: ['paths', 'UnitString | OptionalPath', 'An absolute path, or `~`.'],
  cpuWeight: ['plain', "number | 'idle'", 'A number from 1 to 10000, or `idle`.'],
  fileMode: ['plain', 'string', 'Octal digits as text.'],
  signal: ['plain', 'Signal', 'The name of a signal.'],
  yesNo: ['plain', 'boolean', 'A boolean.'],
  rebootArgument: ['text', 'UnitString', 'Up to 255 characters of printable ASCII, taken literally.'],
  text: ['text', 'UnitString', 'One line of literal text.'],
  sockets: ['units', 'OneOrMany<UnitString>', 'Full names of socket units.'],
  unescapedUnits: ['units', 'OneOrMany<UnitString>', 'Full names of units.'],
  units: ['units', 'OneOrMany<UnitString>', 'Full names of units.'],
  uris: ['uris', 'OneOrMany<string>', 'URIs.'],
  facility: ['vocabulary', 'SyslogFacility', 'A keyword.'],
  jobMode: ['vocabulary', 'JobMode', 'A keyword.'],
  level: ['vocabulary', 'SyslogLevel', 'A keyword.'],
  systemAction: ['vocabulary', 'SystemAction', 'A keyword.'],
};

type Call = (words: readonly string[]) => Omit<KindUse, 'imported'>;

/** Kinds with parameters. */
const CALLS: Readonly<Record<string, Call>> = {
  oneOf: (words) => ({ from: 'plain', type: union(words), valueText: 'A keyword.', expression: `oneOf({ ${vocabulary(words)} })` }),
  tokenOf: (words) => ({ from: 'plain', type: union(words), valueText: 'A keyword.', expression: `tokenOf({ ${vocabulary(words)} })` }),
  yesNoOr: (words) => ({
    from: 'plain',
    type: `boolean | ${union(words)}`,
    valueText: 'A boolean, or a keyword.',
    expression: `yesNoOr({ ${vocabulary(words)} })`,
  }),
  wholeNumber: ([least = '', most = '']) => ({
    from: 'plain',
    type: 'number',
    valueText: `A whole number from ${least.replaceAll('_', '')} to ${most.replaceAll('_', '')}.`,
    expression: `wholeNumber(${least}, ${most})`,
  }),
  timeSpan: ([zero]) => ({
    from: 'amounts',
    type: "Duration | 'infinity'",
    valueText: 'A Duration, or `infinity`.',
    expression: zero === undefined ? 'timeSpan()' : `timeSpan({ ${zero}: true })`,
  }),
  unitOfType: ([suffix = '']) => ({
    from: 'units',
    type: 'UnitString',
    valueText: `The full name of a unit, \`*${suffix}\`.`,
    expression: `unitOfType('${suffix}')`,
  }),
  unitNotOfType: ([suffix = '']) => ({
    from: 'units',
    type: 'UnitString',
    valueText: `The full name of a unit other than \`*${suffix}\`.`,
    expression: `unitNotOfType('${suffix}')`,
  }),
  tokensOf: (words) => ({
    from: 'filters',
    type: `readonly (${union(words)})[]`,
    valueText: 'Keywords.',
    expression: `tokensOf(${words.map((word) => `'${word}'`).join(', ')})`,
  }),
  wordConditions: (words) => ({
    from: 'conditions',
    type: `OneOrMany<${union(words)} | UnitCondition<${union(words)}>>`,
    valueText: 'Keywords, or a UnitCondition of one.',
    expression: `wordConditions({ ${vocabulary(words)} })`,
  }),
};

/** Returns the kind that a table's column names: `userName`, `oneOf(simple exec@240)`, `wholeNumber(0 7)`. */
export function kindUse(column: string): KindUse {
  const [, name = '', parameters] = /^(\w+)(?:\((.*)\))?$/.exec(column) ?? [];
  const plain = PLAIN[name];
  if (parameters === undefined && plain !== undefined) {
    const [from, type, valueText] = plain;
    return { imported: name, from, type, valueText, expression: name };
  }
  const words = (parameters ?? '').split(/[ ,]+/).filter((word) => word !== '');
  const made = CALLS[name]?.(words);
  if (made === undefined) throw new Error(`${column} is not a kind in tools/directives/kinds.ts`);
  return { imported: name, ...made };
}

/** Returns the names in a type that must be imported, with their files. */
export function typesIn(type: string): readonly (readonly [name: string, from: string])[] {
  const names = new Set(type.replaceAll(/'[^']*'/g, '').match(/\b[A-Z]\w+/g));
  return [...names]
    .filter((name) => !['Readonly', 'Record', 'Partial', 'Uint8Array'].includes(name))
    .map((name) => {
      const from = TYPES[name];
      if (from === undefined) throw new Error(`${name} is missing in TYPES of tools/directives/kinds.ts`);
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
