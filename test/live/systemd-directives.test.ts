import { directiveTable, unitFileIssues, type DirectiveRow } from '../../lib/systemd';
import { describeLive } from '../hosts/describe-live';
import { TestHost } from '../hosts/host';
import { EVERY } from '../systemd/every-directive';
import { everyUnits } from '../systemd/unit-with';
import { warningsOf } from './systemd/warnings';

const HOSTS = [
  ['bullseye', 247],
  ['bookworm', 252],
  ['trixie', 257],
  ['forky', 262],
] as const;

describe.each(HOSTS)('Debian %s', (suite, version) => {
  describeLive(`with systemd ${version}`, { needs: ['hosts'] }, () => {
    let host: TestHost;

    beforeAll(async () => {
      host = await TestHost.boot({ suite });
    }, 180_000);

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

    it('warns of exactly those directives and values that we call too new, or ignored', async () => {
      const units = everyUnits(EVERY);
      const warned = await warningsOf(host, units);
      const expected = units.flatMap((unit) =>
        unitFileIssues(unit, { systemdVersion: version })
          .filter((issue) => ['systemd/too-new', 'systemd/ignored-directive'].includes(issue.code))
          .map((issue) => `${unit.name} ${issue.property}`),
      );
      const found = warned.map(({ unit, property }) => `${unit} ${property}`);
      expect({
        unforeseen: warned.filter(({ unit, property }) => !expected.includes(`${unit} ${property}`)),
        silent: expected.filter((one) => !found.includes(one)),
      }).toEqual({ unforeseen: [], silent: [] });
    }, 60_000);
  });
});

/** What 247 alone has: ManagedOOMMemoryPressureLimit= by its first name, which nobody can say with our types. */
const ITS_OWN: Readonly<Record<number, readonly string[]>> = { 247: ['ManagedOOMMemoryPressureLimitPercent'] };

const keyOf = ({ section, name }: { readonly section: string; readonly name: string }): string => `${section}.${name}`;

/** Whether a version lists it: what it ignores it does not. */
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
