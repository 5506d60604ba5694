import { UnitFile, type ParsedIssue } from '../../lib/systemd';
import { describeLive } from '../hosts/describe-live';
import { TestHost } from '../hosts/host';
import { corpus, type CorpusFile } from '../support/corpus';
import { load, unitToLoad, type Loaded } from './systemd/loaded';

jest.setTimeout(600_000);

const files = corpus();

/** Files of which no two are about the same unit. */
function rounds(all: readonly CorpusFile[]): readonly (readonly CorpusFile[])[] {
  const found: CorpusFile[][] = [];
  for (const file of all) {
    const unit = unitToLoad(file.fileName);
    const round = found.find((each) => each.every(({ fileName }) => unitToLoad(fileName) !== unit));
    if (round === undefined) found.push([file]);
    else round.push(file);
  }
  return found;
}

/** What we say of a file that systemd 252 says as well: not that a name is old, of which it is silent. */
function toldByUs(file: CorpusFile): readonly ParsedIssue[] {
  return UnitFile.parse(file.bytes, { fileName: file.fileName, systemdVersion: 252 }).issues.filter(
    ({ code }) => code !== 'systemd/legacy-directive',
  );
}

(files === undefined ? describe.skip : describe)(
  `the corpus${files === undefined ? ' (skipped, it is not beside this repository)' : ''}`,
  () =>
    describeLive('on a host with systemd 252', { needs: ['hosts'] }, () => {
      let host: TestHost;
      const before = new Map<CorpusFile, Loaded>();
      const after = new Map<CorpusFile, Loaded>();

      beforeAll(async () => {
        host = await TestHost.boot();
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
      }, 600_000);

      afterAll(() => host.destroy());

      test('means the same to systemd after it was parsed and rendered', () => {
        const changed = files!.filter((file) => before.get(file)!.shown !== after.get(file)!.shown).map((file) => file.path);
        expect(changed).toEqual([]);
      });

      test('gets a word from us wherever systemd says one, and nowhere else', () => {
        const different = files!.flatMap((file) => {
          const theirs = [...new Set(before.get(file)!.told.map(({ line }) => line))];
          const ours = [...new Set(toldByUs(file).flatMap(({ line }) => line ?? []))];
          return [
            ...theirs
              .filter((line) => !ours.includes(line))
              .map((line) => `${file.path}:${line} systemd: ${before.get(file)!.told.find((each) => each.line === line)!.message}`),
            ...ours
              .filter((line) => !theirs.includes(line))
              .map((line) => `${file.path}:${line} we: ${toldByUs(file).find((each) => each.line === line)!.got}`),
          ];
        });
        expect(different).toEqual([]);
      });

      test('is refused by systemd where we say so', () => {
        const different = files!.flatMap((file) => {
          const state = /^LoadState=(.*)$/m.exec(before.get(file)!.shown)![1]!;
          const errors = toldByUs(file).filter(({ severity }) => severity === 'error');
          const refused = !['loaded', 'masked', 'merged'].includes(state);
          return refused === errors.length > 0
            ? []
            : [`${file.path}: ${state}, ${errors.map(({ got }) => got).join('; ')} ${before.get(file)!.refusals.join(' | ')}`];
        });
        expect(different).toEqual([]);
      });
    }),
);
