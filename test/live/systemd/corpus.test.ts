import { UnitFile, type ParsedIssue } from '../../../lib/systemd';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { corpus, type CorpusFile } from '../../support/corpus';
import { CHANGED } from './corpus-differences';
import { HOSTS } from './hosts';
import { load, unitToLoad, type Loaded } from './loaded';

const files = corpus();

/** Files of which no two are about the same unit; what is about every unit of a type is alone. */
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

/** What we say of a file that systemd says as well: not that a name is old, of which it is silent. */
function toldByUs(file: CorpusFile, systemdVersion: number): readonly ParsedIssue[] {
  const { issues } = UnitFile.parse(file.bytes, { fileName: file.fileName, systemdVersion });
  // Behind what it refuses systemd reads no further; we tell all at once.
  const end = issues.find(({ severity, line }) => severity === 'error' && line !== undefined)?.line ?? Infinity;
  return issues.filter(({ code, line }) => code !== 'unit/legacy-directive' && (line ?? 0) <= end);
}

(files === undefined ? describe.skip : describe).each(HOSTS)(
  `the corpus on %s${files === undefined ? ' (skipped, it is not beside this repository)' : ''}`,
  (suite, version) =>
    describeLive(`with systemd ${version}`, { needs: ['hosts'] }, () => {
      let host: TestHost;
      const before = new Map<CorpusFile, Loaded>();
      const after = new Map<CorpusFile, Loaded>();

      beforeAll(async () => {
        host = await TestHost.boot({ suite });
        // What a container can't run is masked there; of such a unit systemd reads no file.
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

      test('means the same to systemd after it was parsed and rendered', () => {
        const changed = files!.filter((file) => before.get(file)!.shown !== after.get(file)!.shown);
        expect(changed.filter((file) => !CHANGED.some(({ explains }) => explains(file))).map((file) => file.path)).toEqual([]);
        // Each explanation is of some use; another corpus may have nothing that needs it.
        const idle = CHANGED.filter(({ explains }) => !changed.some(explains)).map(({ reason }) => reason);
        expect(process.env.CORPUS === undefined ? idle : []).toEqual([]);
      });

      test('gets a word from us wherever systemd says one, and nowhere else', () => {
        const different = files!.flatMap((file) => {
          const theirs = new Map(before.get(file)!.told.map(({ line, message }) => [line, message]));
          const ours = new Map(
            toldByUs(file, version).flatMap(({ line, problem }) => (line === undefined ? [] : [[line, problem] as const])),
          );
          return [
            ...[...theirs].filter(([line]) => !ours.has(line)).map(([line, message]) => `${file.path}:${line} systemd alone: ${message}`),
            ...[...ours].filter(([line]) => !theirs.has(line)).map(([line, got]) => `${file.path}:${line} we alone: ${got}`),
          ];
        });
        expect(different).toEqual([]);
      });

      test('is refused by systemd where we say so, and nowhere else', () => {
        const different = files!.flatMap((file) => {
          const state = /^LoadState=(.*)$/m.exec(before.get(file)!.shown)![1]!;
          const errors = toldByUs(file, version).filter(({ severity }) => severity === 'error');
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
