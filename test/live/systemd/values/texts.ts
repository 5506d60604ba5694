import fc from 'fast-check';
import { Exec, EnvironmentReference, OptionalPath, UnitCondition, type BindMount, type ExecCommand } from '../../../../lib/systemd';
import { path, text } from '../arbitrary';
import { byName, probe, some, sorted, type Probe } from './probe';

const optionalPath = fc.oneof(
  path,
  path.map((one) => OptionalPath.of(one)),
);
const plain = (value: string | OptionalPath): string => (value instanceof OptionalPath ? String(value.path) : value);
const prefixed = (value: string | OptionalPath): string => (value instanceof OptionalPath ? `-${String(value.path)}` : value);

const command = fc
  .record({
    program: path,
    args: fc.array(
      fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: fc.constantFrom(Exec.env('HOME'), Exec.envWords('HOME')) }),
      { maxLength: 5 },
    ),
    argv0: fc.option(text, { nil: undefined }),
    ignoreFailure: fc.boolean(),
    noEnvironmentExpansion: fc.boolean(),
  })
  .map(({ program, args, argv0, ...options }) => Exec.command(program, args, { ...options, ...(argv0 === undefined ? {} : { argv0 }) }));

/** D-Bus shows words before `$` is expanded, which happens when the service starts. */
function argv(value: ExecCommand): readonly string[] {
  const dollars = (word: unknown): string =>
    value.options.noEnvironmentExpansion === true ? String(word) : String(word).replaceAll('$', '$$$$');
  const first = value.options.argv0 === undefined ? String(value.program) : dollars(value.options.argv0);
  return [first, ...value.args.map((arg) => (arg instanceof EnvironmentReference ? String(arg) : dollars(arg)))];
}

/** Removes the fields about past runs. */
const commandOnly = (value: unknown): unknown => (value as readonly (readonly unknown[])[]).map((one) => one.slice(0, 3));
const commands = (value: readonly ExecCommand[]): unknown =>
  value.map((one) => [one.program, argv(one), one.options.ignoreFailure === true]);

const condition = fc.oneof(
  path,
  path.map((one) => UnitCondition.not(one)),
  path.map((one) => UnitCondition.anyOf(one)),
  path.map((one) => UnitCondition.anyOfNot(one)),
);
const asCondition = (value: string | UnitCondition): readonly unknown[] =>
  value instanceof UnitCondition
    ? ['ConditionPathExists', value.alternative, value.negated, value.value, 0]
    : ['ConditionPathExists', false, false, value, 0];

const bind = fc.record({ source: path, destination: path, optional: fc.boolean(), recursive: fc.boolean() });
const bound = (value: readonly BindMount[]): unknown =>
  value.map((one) => [one.source, one.destination, one.optional, one.recursive === true ? 16_384 : 0]);

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
const assignments = fc.dictionary(name, text, { minKeys: 2, maxKeys: 6 });
const lines = (record: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(record).map(([key, value]) => `${key}=${value}`);
const relative = some(
  path.map((one) => one.slice(1)),
  5,
);
const field = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,8}$/);
const bytesOf = (value: string): readonly number[] => [...Buffer.from(value)];

const unitName = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9:_.\\-]{1,12}$/), fc.option(fc.stringMatching(/^[A-Za-z0-9:_.\\@-]{0,8}$/), { nil: undefined }))
  .map(([prefix, instance]) => `${prefix}${instance === undefined ? '' : `@i${instance}`}.service`);

/** Probes of text in every form that systemd reads. */
export const TEXTS: readonly Probe[] = [
  probe('Unit.Description', text),
  probe('Unit.Documentation', some(text.map((one) => `https://example.org/${one}`))),
  probe('Unit.ConditionPathExists', fc.array(condition, { minLength: 1, maxLength: 3 }), (value) => value.map(asCondition).reverse(), {
    property: 'Conditions',
  }),
  probe('Unit.RebootArgument', text),
  // An unordered set.
  probe('Unit.OnFailure', some(unitName, 12), sorted, { comparable: (value) => sorted(value as readonly string[]) }),
  probe('Service.ExecStartPre', fc.array(command, { minLength: 1, maxLength: 3 }), commands, { comparable: commandOnly }),
  ...['ExecReload', 'ExecStop', 'ExecStartPost'].map((one) =>
    probe(`Service.${one}`, fc.array(command, { minLength: 1, maxLength: 3 }), commands, { comparable: commandOnly }),
  ),
  probe('Service.Environment', assignments, lines),
  probe('Service.LogExtraFields', fc.dictionary(field, text, { minKeys: 1, maxKeys: 3 }), (value) => lines(value).map(bytesOf)),
  probe('Service.EnvironmentFile', some(optionalPath), (value) => value.map((one) => [plain(one), one instanceof OptionalPath]), {
    property: 'EnvironmentFiles',
  }),
  probe('Service.WorkingDirectory', optionalPath, (value) => (value instanceof OptionalPath ? `!${String(value.path)}` : value)),
  probe(
    'Service.PIDFile',
    path.map((one) => `/srv${one}`),
  ),
  probe('Service.SyslogIdentifier', text),
  probe('Service.TTYPath', path),
  probe('Service.ReadWritePaths', some(optionalPath), (value) => value.map(prefixed)),
  probe('Service.NoExecPaths', some(optionalPath), (value) => value.map(prefixed)),
  probe('Service.ExecSearchPath', some(path)),
  probe('Service.BindPaths', fc.array(bind, { minLength: 2, maxLength: 5 }), bound),
  probe('Service.BindReadOnlyPaths', fc.array(bind, { minLength: 2, maxLength: 5 }), bound),
  probe('Service.TemporaryFileSystem', fc.array(path, { minLength: 1, maxLength: 4 }), (value) => value.map((one) => [one, ''])),
  // systemd sorts them.
  probe('Service.RuntimeDirectory', relative, sorted),
  ...['StateDirectory', 'CacheDirectory', 'LogsDirectory', 'ConfigurationDirectory'].map((one) =>
    probe(`Service.${one}`, relative, sorted),
  ),
  probe(
    'Service.MountImages',
    fc.array(fc.record({ source: path, destination: path, optional: fc.boolean() }), { minLength: 1, maxLength: 2 }),
    (value) => value.map((one) => [one.source, one.destination, one.optional, []]),
  ),
  probe('Service.LoadCredential', fc.dictionary(name, path, { minKeys: 1, maxKeys: 3 }), (value) => byName(Object.entries(value)), {
    comparable: byName,
  }),
  probe(
    'Service.SetCredential',
    fc.dictionary(
      name,
      text.filter((one) => one !== ''),
      { minKeys: 8, maxKeys: 14 },
    ),
    (value) => byName(Object.entries(value).map(([id, one]) => [id, bytesOf(one)])),
    { comparable: byName },
  ),
  probe(
    'Service.StandardInputText',
    fc.array(
      text.filter((one) => one !== ''),
      { minLength: 6, maxLength: 12 },
    ),
    (value) => value.flatMap((one) => bytesOf(`${one}\n`)),
    {
      property: 'StandardInputData',
    },
  ),
  probe('Service.PassEnvironment', some(name)),
  probe('Service.UnsetEnvironment', some(name, 5)),
  probe(
    'Path.PathChanged',
    some(path),
    (value) => [['DirectoryNotEmpty', '/nonexistent'], ...value.map((one) => ['PathChanged', one]).reverse()],
    {
      property: 'Paths',
    },
  ),
  probe('Socket.FileDescriptorName', text),
  probe('Socket.SmackLabel', text),
];
