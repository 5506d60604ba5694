import fc from 'fast-check';
import {
  Exec,
  renderUnitFile,
  ServiceUnit,
  specified,
  Specifier,
  unitFileIssues,
  type ServiceDirectives,
  type SpecifiedText,
} from '../../../lib/systemd';
import { show, type Issue } from '../../../lib/values';

const { INSTANCE, STATE_DIRECTORY, CREDENTIALS_DIRECTORY } = Specifier;

function lines(service: ServiceDirectives): readonly string[] {
  const unit = new ServiceUnit('worker@.service');
  unit.service.set(service);
  return renderUnitFile(unit).split('\n').slice(1, -1);
}

function issuesOf(service: ServiceDirectives, systemdVersion = 252): readonly Issue[] {
  const unit = new ServiceUnit('worker@.service');
  unit.service.set({ User: 'deploy', ExecStart: Exec.command('/bin/true'), ...service });
  return unitFileIssues(unit, { systemdVersion });
}

function codes(service: ServiceDirectives, systemdVersion?: number): readonly string[] {
  return issuesOf(service, systemdVersion).map(({ code }) => code);
}

it('renders specifiers in every class of text, and the rest literally', () => {
  expect(
    lines({
      ExecStart: Exec.command(specified`/opt/${INSTANCE}/run`, [specified`100% "${INSTANCE}" $x`, specified`--pid=${Exec.env('MAINPID')}`]),
      WorkingDirectory: specified`${STATE_DIRECTORY}/a b/${INSTANCE}`,
      Environment: { WORKER: specified`${INSTANCE} of 100%`, PORT: specified`${3000}` },
      SyslogIdentifier: specified`worker-${INSTANCE}%`,
      ReadWritePaths: [specified`/srv/a b/${INSTANCE}`],
      RuntimeDirectory: specified`worker/${INSTANCE}`,
      Slice: specified`workers-${INSTANCE}.slice`,
    }),
  ).toEqual([
    'ExecStart=/opt/%i/run "100%% \\"%i\\" $$x" --pid=${MAINPID}',
    'WorkingDirectory=%S/a b/%i',
    'Environment="WORKER=%i of 100%%"',
    'Environment=PORT=3000',
    'SyslogIdentifier=worker-%i%%',
    'RuntimeDirectory=worker/%i',
    'ReadWritePaths="/srv/a b/%i"',
    'Slice=workers-%i.slice',
  ]);
});

it('checks the text around a specifier', () => {
  expect(codes({ WorkingDirectory: specified`${INSTANCE}/app` })).toEqual(['unit/invalid-path']);
  expect(codes({ WorkingDirectory: specified`${STATE_DIRECTORY}/app` })).toEqual([]);
  expect(codes({ Environment: { A: specified`${INSTANCE}\0` } })).toEqual(['unit/unrepresentable-text']);
  expect(codes({ Slice: specified`a b ${INSTANCE}.slice` })).toEqual(['unit/invalid-unit-name']);
});

it('reports specifiers that the version lacks, and variables in values that expand none', () => {
  expect(codes({ Environment: { A: specified`${CREDENTIALS_DIRECTORY}/token` } }, 247)).toEqual(['host/too-old']);
  expect(codes({ Environment: { A: specified`${CREDENTIALS_DIRECTORY}/token` } }, 252)).toEqual([]);
  expect(codes({ Environment: { A: specified`${Exec.env('HOME')}/token` } })).toEqual(['unit/environment-not-expanded']);
  expect(codes({ ExecReload: Exec.command('/bin/true', [specified`a${Exec.envWords('A')}`]) })).toEqual(['unit/invalid-environment-name']);
});

it('shows specifiers in messages, even in long values', () => {
  const problemOf = (path: SpecifiedText): string => issuesOf({ WorkingDirectory: path })[0]!.problem;
  expect(problemOf(specified`srv/${INSTANCE}`)).toBe('"srv/%i" is not absolute');
  // The message shows 80 characters, and would cut a longer placeholder.
  for (const length of [60, 65, 70, 75, 80]) {
    const folder = 'x'.repeat(length);
    expect(problemOf(specified`${folder}/${INSTANCE}/${INSTANCE}`)).toBe(`${show(`${folder}/%i/%i`)} is not absolute`);
  }
});

it('leaves the text around a specifier unchanged', () => {
  const rendered = (value: ServiceDirectives['SyslogIdentifier']): string => lines({ SyslogIdentifier: value }).join('\n');
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const [plain, withSpecifier] = [rendered(`${before}MARK${after}`), rendered(specified`${before}${INSTANCE}${after}`)];
      fc.pre(!`${before}${after}`.includes('MARK'));
      expect(withSpecifier).toBe(plain.replace('MARK', '%i'));
    }),
  );
});
