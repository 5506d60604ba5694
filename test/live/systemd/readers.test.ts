import fc from 'fast-check';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { campaign, ofCampaign } from '../../support/campaign';
import { HOSTS } from './hosts';
import { load } from './loaded';
import { READER_DIFFERENCES } from './reader-differences';
import { TrialFile, trials, type Trial } from './reader-trials';

/** Number of values, chosen at random; undefined for all of them. The sample uses one version of systemd, the other campaigns use all. */
const SAMPLE = ofCampaign({ sample: 6000, small: 12_000, all: undefined });
const seed = Date.now() % 2 ** 31;

describe.each(HOSTS.filter(([, version]) => campaign() !== 'sample' || version === 252))('Debian %s', (suite, version) => {
  describeLive(`with systemd ${version} and our readers`, { needs: ['hosts'] }, () => {
    let host: TestHost;

    beforeAll(async () => {
      host = await TestHost.boot({ suite });
      await host.writeFile('/etc/systemd/journald.conf.d/all.conf', '[Journal]\nRateLimitIntervalSec=0\nRateLimitBurst=0\n');
      await host.mustExec('systemctl restart systemd-journald');
    });

    afterAll(() => host.destroy());

    /** Trials with an issue that only systemd or only we report. */
    async function different(all: readonly Trial[]): Promise<readonly Trial[]> {
      const refused = all.filter((trial) => new TrialFile([trial], 'x', version).refused);
      const together = new Map<string, Trial[]>();
      for (const trial of all.filter((each) => !refused.includes(each))) {
        const key = `${trial.section}.${trial.name}`;
        together.set(key, [...(together.get(key) ?? []), trial]);
      }
      // systemd stops at a line that it refuses.
      const groups = [...together.values(), ...refused.map((trial) => [trial])];
      const files = groups.map((group, index) => new TrialFile(group, `v${index}`, version));
      const found: Trial[] = [];
      for (let at = 0; at < files.length; at += 150) {
        const some = files.slice(at, at + 150);
        const loaded = await load(
          host,
          some.map(({ fileName, text }) => ({ fileName, bytes: Buffer.from(text) })),
        );
        found.push(...some.flatMap((file, index) => file.differences(new Set(loaded[index]!.reported.map(({ line }) => line)))));
      }
      return found;
    }

    test('accept and refuse the same values', async () => {
      const all = trials(version);
      const tried =
        SAMPLE === undefined
          ? all
          : fc.sample(fc.shuffledSubarray([...all], { minLength: SAMPLE, maxLength: SAMPLE }), { seed, numRuns: 1 })[0]!;
      let found = await different(tried);
      // One message of thousands may be lost on its way to the journal. A real difference is found again.
      for (let turn = 0; turn < 2 && found.length > 0; turn++) found = await different(found);
      const explanations = READER_DIFFERENCES.filter(({ versions }) => versions?.includes(version) ?? true);
      expect({ seed, found: found.filter((trial) => !explanations.some(({ explains }) => explains(trial))) }).toEqual({ seed, found: [] });
      if (SAMPLE !== undefined) return;
      // Each explanation must be needed.
      expect(explanations.filter(({ explains }) => !found.some(explains)).map(({ reason }) => reason)).toEqual([]);
      const directives = new Set(tried.map(({ section, name }) => `${section}.${name}`));
      process.stdout.write(`systemd ${version}: ${tried.length} values of ${directives.size} directives\n`);
    });
  });
});
