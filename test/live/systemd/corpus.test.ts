import { UnitFile, type ParsedIssue } from '../../../lib/systemd';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { corpus, type CorpusFile } from '../../support/corpus';
import { CHANGED } from './corpus-differences';
import { HOSTS } from './hosts';
import { load, unitToLoad, type Loaded } from './loaded';

const files = corpus();

/** Groups of files in which no two are for the same unit. A file for every unit of a type is a group of its own. */
function rounds(all: readonly CorpusFile[]): readonly (readonly CorpusFile[])[] {
  const found: CorpusFile[][] = [];
  const alone = all.filter(({ fileName }) => /^[a-z]+\.d\//.test(fileName));
  for (const file of all.filter((each) => !alone.includes(each))) {
    const unit = unitToLoad(file.fileName);
    const round = found.find((each) => each.every(({ fileName }) => unitToLoad(fileName) !== unit));
    if (round === undefined) found.push([file]);
    else round.push(file);
  }
  return [...found, ...alone.map((file) => [file])];
}

/** Our issues with a file that systemd reports too. It doesn't report outdated names. */
function ourIssues(file: CorpusFile, systemdVersion: number): readonly ParsedIssue[] {
  const { issues } = UnitFile.parse(file.bytes, { fileName: file.fileName, systemdVersion });
  // systemd stops at a line that it refuses; we report everything.
  const end = issues.find(({ severity, line }) => severity === 'error' && line !== undefined)?.line ?? Infinity;
  return issues.filter(({ code, line }) => code !== 'unit/legacy-directive' && (line ?? 0) <= end);
}

(files === undefined ? describe.skip : describe).each(HOSTS)(
  `the corpus on %s${files === undefined ? ' (skipped: it is not next to this repository)' : ''}`,
  (suite, version) =>
    describeLive(`with systemd ${version}`, { needs: ['hosts'] }, () => {
      let host: TestHost;
      const before = new Map<CorpusFile, Loaded>();
      const after = new Map<CorpusFile, Loaded>();

      beforeAll(async () => {
        host = await TestHost.boot({ suite });
        // Units that can't run in a container are masked there, and systemd doesn't read their files.
        await host.mustExec('find /etc/systemd/system -maxdepth 1 -lname /dev/null -delete');
        for (const round of rounds(files!)) {
          const given = await load(host, round);
          const rendered = await load(
            host,
            round.map((file) => ({ fileName: file.fileName, bytes: Buffer.from(UnitFile.parse(file.bytes, file).render()) })),
          );
          round.forEach((file, index) => {
            before.set(file, given[index]!);
            after.set(file, rendered[index]!);
          });
        }
      });

      afterAll(() => host.destroy());

      test('means the same to systemd after parsing and rendering', () => {
        const changed = files!.filter((file) => before.get(file)!.shown !== after.get(file)!.shown);
        expect(changed.filter((file) => !CHANGED.some(({ explains }) => explains(file))).map((file) => file.path)).toEqual([]);
        // Each explanation must be needed, except for another corpus.
        const idle = CHANGED.filter(({ explains }) => !changed.some(explains)).map(({ reason }) => reason);
        expect(process.env.CORPUS === undefined ? idle : []).toEqual([]);
      });

      test('has our issues at exactly the lines that systemd reports', () => {
        const different = files!.flatMap((file) => {
          const theirs = new Map(before.get(file)!.reported.map(({ line, message }) => [line, message]));
          const ours = new Map(
            ourIssues(file, version).flatMap(({ line, problem }) => (line === undefined ? [] : [[line, problem] as const])),
          );
          return [
            ...[...theirs].filter(([line]) => !ours.has(line)).map(([line, message]) => `${file.path}:${line} only systemd: ${message}`),
            ...[...ours].filter(([line]) => !theirs.has(line)).map(([line, problem]) => `${file.path}:${line} only we: ${problem}`),
          ];
        });
        expect(different).toEqual([]);
      });

      test('has our errors exactly where systemd refuses the unit', () => {
        const different = files!.flatMap((file) => {
          const state = /^LoadState=(.*)$/m.exec(before.get(file)!.shown)![1]!;
          const errors = ourIssues(file, version).filter(({ severity }) => severity === 'error');
          const refused = !['loaded', 'masked', 'merged'].includes(state);
          if (refused === errors.length > 0) return [];
          return [
            `${file.path} is ${state}: ${before.get(file)!.refusals.join(' | ')}; we: ${errors.map(({ problem }) => problem).join('; ')}`,
          ];
        });
        expect(different).toEqual([]);
      });
    }),
);
