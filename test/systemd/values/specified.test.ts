import fc from 'fast-check';
import { Exec, renderUnitFile, ServiceUnit, specified, Specifier, unitFileIssues, type ServiceDirectives } from '../../../lib/systemd';

const { INSTANCE, STATE_DIRECTORY, CREDENTIALS_DIRECTORY } = Specifier;

function lines(service: ServiceDirectives): readonly string[] {
  const unit = new ServiceUnit('worker@.service');
  unit.service.set(service);
  return renderUnitFile(unit).split('\n').slice(1, -1);
}

function codes(service: ServiceDirectives, systemdVersion = 252): readonly string[] {
  const unit = new ServiceUnit('worker@.service');
  unit.service.set({ User: 'deploy', ExecStart: Exec.command('/bin/true'), ...service });
  return unitFileIssues(unit, { systemdVersion }).map(({ code }) => code);
}

it('stands in each class of text, where the rest is literal', () => {
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

it('is checked as the text around it is', () => {
  expect(codes({ WorkingDirectory: specified`${INSTANCE}/app` })).toEqual(['unit/invalid-path']);
  expect(codes({ WorkingDirectory: specified`${STATE_DIRECTORY}/app` })).toEqual([]);
  expect(codes({ Environment: { A: specified`${INSTANCE}\0` } })).toEqual(['unit/unrepresentable-text']);
  expect(codes({ Slice: specified`a b ${INSTANCE}.slice` })).toEqual(['unit/invalid-unit-name']);
});

it('tells what the version lacks, and variables where none are read', () => {
  expect(codes({ Environment: { A: specified`${CREDENTIALS_DIRECTORY}/token` } }, 247)).toEqual(['host/too-old']);
  expect(codes({ Environment: { A: specified`${CREDENTIALS_DIRECTORY}/token` } }, 252)).toEqual([]);
  expect(codes({ Environment: { A: specified`${Exec.env('HOME')}/token` } })).toEqual(['unit/environment-not-expanded']);
  expect(codes({ ExecReload: Exec.command('/bin/true', [specified`a${Exec.envWords('A')}`]) })).toEqual(['unit/invalid-environment-name']);
});

it('changes nothing of any text around it', () => {
  const rendered = (value: ServiceDirectives['SyslogIdentifier']): string => lines({ SyslogIdentifier: value }).join('\n');
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const [plain, withSpecifier] = [rendered(`${before}MARK${after}`), rendered(specified`${before}${INSTANCE}${after}`)];
      fc.pre(!`${before}${after}`.includes('MARK'));
      expect(withSpecifier).toBe(plain.replace('MARK', '%i'));
    }),
  );
});
