import fc from 'fast-check';
import {
  directiveTable,
  renderUnitFile,
  SliceUnit,
  specified,
  Specifier,
  unitFileIssues,
  unitNameOfPath,
  type DirectiveRow,
} from '../../../lib/systemd';
import { absolutePathProblem } from '../../../lib/values';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { EVERY } from '../../systemd/every-directive';
import { everyUnits } from '../../systemd/unit-with';
import { path } from './arbitrary';
import { HOSTS } from './hosts';
import { install, read } from './manager';
import { warningsOf, type Warning } from './warnings';
import { placeText } from '../../../lib/values';

const seed = Date.now() % 2 ** 31;

describe.each(HOSTS)('Debian %s', (suite, version) => {
  describeLive(`with systemd ${version}`, { needs: ['hosts'] }, () => {
    let host: TestHost;

    beforeAll(async () => {
      host = await TestHost.boot({ suite });
    });

    afterAll(() => host.destroy());

    it('has exactly the directives of the table', async () => {
      const dump = await host.mustExec('"$(readlink -f /sbin/init)" --dump-configuration-items');
      const [ours, theirs] = [
        directiveTable()
          .filter((row) => isKnown(row, version))
          .map(keyOf),
        itemsOf(dump),
      ];
      expect({
        lacking: theirs.filter((key) => !ours.includes(key) && ITS_OWN[version]?.includes(key.replace(/^\w+\./, '')) !== true),
        added: ours.filter((key) => !theirs.includes(key)),
      }).toEqual({
        lacking: [],
        added: [],
      });
    });

    it('has exactly the specifiers of the table', async () => {
      const all = specifiers();
      const units = all.map(({ letter }) => {
        const unit = new SliceUnit(`letter${letter.charCodeAt(0)}.slice`);
        unit.unit.set({ Description: specified`known ${all.find((one) => one.letter === letter)!}` });
        return unit;
      });
      await install(host, Object.fromEntries(units.map((unit) => [unit.name, renderUnitFile(unit)])));
      const descriptions = await read(
        host,
        units.map(({ name }) => name),
        [{ interface: 'Unit', name: 'Description' }],
      );
      const known = all.filter((_, index) => /^known/.test(String(descriptions[index]![0])));
      expect(known.map(({ letter }) => letter)).toEqual(all.filter(({ since = 0 }) => since <= version).map(({ letter }) => letter));
    });

    it('names the units of paths as we do', async () => {
      const paths = fc.sample(
        path.filter((one) => one !== '/' && absolutePathProblem(one) === undefined),
        { numRuns: 200, seed },
      );
      const theirs = await host.mustExec(
        'while read -r text; do systemd-escape --path --suffix=mount "$(printf %s "$text" | base64 -d; echo .)"; done',
        {
          // With a dot at the end, because a shell strips final line breaks.
          input: paths.map((one) => `${Buffer.from(one).toString('base64')}\n`).join(''),
        },
      );
      expect({ seed, names: theirs.trimEnd().split('\n') }).toEqual({
        seed,
        names: paths.map((one) => unitNameOfPath(`${one}.`, 'mount')),
      });
    });

    it('warns about exactly the directives and values that we report as too new or ignored', async () => {
      const units = everyUnits(EVERY);
      const expected = units.flatMap((unit) =>
        unitFileIssues(unit, { systemdVersion: version })
          .filter((issue) => ['host/too-old', 'unit/ignored-directive'].includes(issue.code))
          .map((issue) => `${unit.name} ${placeText(issue.place)}`),
      );
      const warned: Warning[] = [];
      const silent = (): readonly string[] => {
        const found = new Set(warned.map(({ unit, property }) => `${unit} ${property}`));
        return expected.filter((one) => !found.has(one));
      };
      // On a busy machine systemd drops messages that the journal can't accept in time, so the units are loaded several times.
      for (let attempt = 0; attempt < 4 && (attempt === 0 || silent().length > 0); attempt++)
        warned.push(...(await warningsOf(host, units)));
      expect({
        unforeseen: warned.filter(({ unit, property }) => !expected.includes(`${unit} ${property}`)),
        silent: silent(),
      }).toEqual({ unforeseen: [], silent: [] });
    });
  });
});

/** Directives that our types lack: in 247, the first name of ManagedOOMMemoryPressureLimit=. */
const ITS_OWN: Readonly<Record<number, readonly string[]>> = { 247: ['ManagedOOMMemoryPressureLimitPercent'] };

function specifiers(): readonly Specifier[] {
  return Object.values(Specifier).filter((value): value is Specifier => value instanceof Specifier);
}

const keyOf = ({ section, name }: { readonly section: string; readonly name: string }): string => `${section}.${name}`;

/** Returns true if a version lists the directive. It doesn't list what it ignores. */
function isKnown({ since = 0, ignoredSince = Infinity }: DirectiveRow, version: number): boolean {
  return since <= version && version < ignoredSince;
}

/** `[Section]` and `Name=TYPE` of the sections that unit files have. */
function itemsOf(dump: string): readonly string[] {
  const sections = new Set<string>(directiveTable().map((row) => row.section));
  let section = '';
  return dump.split('\n').flatMap((line) => {
    const header = /^\[(.*)\]$/.exec(line);
    if (header !== null) section = header[1]!;
    const name = /^(\w+)=/.exec(line)?.[1];
    return name !== undefined && sections.has(section) ? [keyOf({ section, name })] : [];
  });
}
