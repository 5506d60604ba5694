import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import fc from 'fast-check';

import { alert, ControlFile, controlFileIssues, renderControlFile, when, type Check, type ProcessCheck } from '../../../lib/monit';
import { formatIssue } from '../../../lib/values';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { REPOSITORY } from '../../hosts/paths';
import type { Suite } from '../../hosts/rootfs';
import { defaultsOf, dumpDifferences } from '../../monit/dump';
import { checkName, goodPath, hostileText, wholeFile } from '../../monit/generators';
import { campaign, ofCampaign } from '../../support/campaign';
import { AROUND, blockOf, DIRECTORY, prepare, verdicts } from './language/batch';

/** Settings of a second Monit, in a directory that the host's own Monit doesn't use. */
const SETTINGS = `set daemon 1\nset idfile "${DIRECTORY}/id"\n`;

interface Generation {
  readonly suite: Suite;
  /** Number of generated control files. */
  readonly files: number;
  /** Number of checks with hostile texts, four texts each. */
  readonly checks: number;
}

const GENERATIONS: readonly Generation[] = [
  {
    suite: 'bookworm',
    ...ofCampaign({ sample: { files: 150, checks: 100 }, small: { files: 2500, checks: 2500 }, all: { files: 5000, checks: 5000 } }),
  },
  ...(['bullseye', 'trixie', 'forky'] as const).map((suite) => ({
    suite,
    ...ofCampaign({ sample: { files: 40, checks: 40 }, small: { files: 250, checks: 200 }, all: { files: 500, checks: 400 } }),
  })),
];

const withoutHost = (check: Check, host: string): string =>
  check.statement === 'check system' ? check.name.replaceAll('$HOST', host) : check.name;

for (const { suite, files, checks } of GENERATIONS) {
  describeLive(`Monit's language, as read by the Monit of ${suite}`, { needs: ['hosts'] }, () => {
    let host: TestHost;
    let monitVersion: string;
    let hostName: string;
    beforeAll(async () => {
      host = await TestHost.boot({ suite });
      await prepare(host);
      monitVersion = /version ([0-9.]+)/.exec(await host.mustExec(['monit', '--version']))![1]!;
      hostName = (await host.mustExec(['hostname'])).trim();
    });
    afterAll(() => host.destroy());

    it('accepts exactly the control files without errors, and shows the same as their data', async () => {
      const generated = fc.sample(wholeFile({ ...AROUND, monit: monitVersion }), { numRuns: files, seed: 42 });
      const texts = generated.map((file) => renderControlFile(file));
      const differences: string[] = [];
      let seen = 0;
      for (const [index, verdict] of (
        await verdicts(
          host,
          texts.map((text) => SETTINGS + text),
        )
      ).entries()) {
        const file = generated[index]!;
        const errors = controlFileIssues(file, { monitVersion }).filter(({ severity }) => severity === 'error');
        if ((verdict.code === 0) !== (errors.length === 0)) {
          differences.push(
            [`exit status ${verdict.code}`, ...errors.map(formatIssue), texts[index]!, verdict.output.slice(-500)].join('\n'),
          );
        }
        // The dumps of other versions differ in wording.
        if (monitVersion !== '5.33.0' || verdict.code !== 0) continue;
        for (const check of file.statements.filter((statement): statement is Check => 'name' in statement)) {
          const block = blockOf(verdict.output, withoutHost(check, hostName));
          seen += 1;
          const found = block === undefined ? ['no such service'] : dumpDifferences(check, block, defaultsOf(file.statements));
          if (found.length > 0) differences.push([texts[index]!, ...found].join('\n'));
        }
      }
      expect(differences.slice(0, 3)).toEqual([]);
      // The comparison was not empty.
      if (monitVersion === '5.33.0') expect(seen).toBeGreaterThan(files);
    });

    it('reads texts unchanged, in every place', async () => {
      const count = checks;
      const short = (text: string): boolean => Buffer.byteLength(text) < 200;
      const sample = (arbitrary: fc.Arbitrary<string>, seed: number): string[] =>
        fc.sample(arbitrary.filter(short), { numRuns: count, seed });
      const [names, pidfiles, sockets, attributes] = [
        sample(checkName, 1),
        sample(goodPath, 2),
        sample(goodPath, 3),
        sample(hostileText, 4),
      ];
      const all = names.map((name, index): ProcessCheck => ({
        statement: 'check process',
        name: `${index} ${name}`,
        pidfile: pidfiles[index]!,
        ...(index % 100 === 0 ? {} : { dependsOn: [`${index - 1} ${names[index - 1]}`] }),
        rules: [
          when.doesNotExist().do(alert()),
          when.securityAttribute.isNot(attributes[index]!).do(alert()),
          when.failed.unixSocket(sockets[index]!, { protocol: 'redis' }).do(alert()),
        ],
      }));
      const groups = Array.from({ length: Math.ceil(count / 100) }, (_, group) => all.slice(group * 100, group * 100 + 100));
      const read = await verdicts(
        host,
        groups.map((statements) => SETTINGS + renderControlFile({ statements })),
      );
      const differences: string[] = [];
      for (const [group, { code, output }] of read.entries()) {
        expect(code).toBe(0);
        for (const check of groups[group]!) {
          const block = blockOf(output, check.name);
          // Monit 6.0 describes this test in other words.
          const shown = block?.replace(/if not equal to "([^]*)" then alert/, 'if failed $1 then alert');
          const found = shown === undefined ? ['no such service'] : dumpDifferences(check, shown, defaultsOf([]));
          if (found.length > 0) differences.push([JSON.stringify(check), ...found].join('\n'));
        }
      }
      expect(differences.slice(0, 3)).toEqual([]);
    });

    if (suite !== 'bookworm') return;

    it('reads the text of ControlFile.parse like the original', async () => {
      const generated = fc.sample(wholeFile({ ...AROUND, monit: monitVersion }), {
        numRuns: ofCampaign({ sample: 60, small: 500, all: 1000 }),
        seed: 43,
      });
      const texts = generated.map((file) => SETTINGS + renderControlFile(file));
      const [ours, theirs] = [
        await verdicts(
          host,
          texts.map((text) => ControlFile.parse(text).render()),
        ),
        await verdicts(host, texts),
      ];
      expect(ours.map(({ output }) => settled(output))).toEqual(theirs.map(({ output }) => settled(output)));
    });

    const corpus = path.join(REPOSITORY, '../shared/corpus/monit');
    const listed = existsSync(corpus);
    (listed ? it : it.skip)(
      `parses other people's control files as Monit does${listed ? '' : ' (skipped: no ../shared/corpus)'}`,
      async () => {
        const names = readdirSync(corpus, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name))
          .sort();
        const originals = names.map((name) => readFileSync(name, 'utf8'));
        const parsed = originals.map((text) => ControlFile.parse(text, { included: false }));
        const before = await verdicts(host, originals);
        const after = await verdicts(
          host,
          parsed.map((file) => file.render()),
        );
        const data = await verdicts(
          host,
          parsed.map((file) => renderControlFile(file)),
        );
        const differences: string[] = [];
        const reasons = new Set<string>();
        for (const [index, name] of names.entries()) {
          const refused = parsed[index]!.issues.filter((issue) => issue.refused);
          const { code, output } = before[index]!;
          if (code === 0) {
            if (refused.length > 0) differences.push(`${name}: Monit accepts it, but an issue was reported: ${formatIssue(refused[0]!)}`);
            if (settled(after[index]!.output) !== settled(output)) differences.push(`${name}: Monit reads its canonical text differently`);
            if (settled(data[index]!.output) !== settled(output)) differences.push(`${name}: Monit reads its data differently`);
            continue;
          }
          const reported = [...output.matchAll(/^\S*?[0-9]+:([0-9]+): (.*)$/gm)].map(([, line, text]) => ({
            line: Number(line),
            text: text!,
          }));
          const reason = HOST_ONLY.find((pattern) => pattern.test(output));
          if (refused.length === 0) {
            if (reason === undefined) differences.push(`${name}: Monit rejects it: ${output.slice(0, 300)}`);
            else reasons.add(String(reason));
          } else if (
            reported.length > 0 &&
            !/is not defined in the control file/.test(output) &&
            !reported.some(({ line }) => line === (refused[0]!.monitLine ?? refused[0]!.line))
          ) {
            differences.push(`${name}: line ${refused[0]!.line}, not ${reported[0]!.line}`);
          }
        }
        expect(differences).toEqual([]);
        expect(names.length).toBeGreaterThan(100);
        // Each reason applies to at least one file.
        expect([...reasons].sort()).toEqual(HOST_ONLY.map(String).sort());
      },
    );

    const norm = path.join(REPOSITORY, '../shared/reference/monit-norm');
    const python = spawnSync('python3', ['--version']).status === 0;
    const normed = listed && existsSync(norm) && python;
    (normed ? it : it.skip)(
      `keeps every word of other people's control files${normed ? '' : ' (skipped: no ../shared/reference/monit-norm, or no python3)'}`,
      () => {
        const names = readdirSync(corpus, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name))
          .sort()
          .filter((_, index) => campaign() !== 'sample' || index % 10 === 0);
        const scratch = mkdtempSync(path.join(tmpdir(), 'monit-norm-'));
        try {
          for (const name of names) {
            const parsed = ControlFile.parse(readFileSync(name, 'utf8'));
            if (parsed.issues.some(({ code }) => code === 'monit/invalid-syntax')) continue;
            writeFileSync(path.join(scratch, 'file'), parsed.render());
            const tokens = (file: string): string => spawnSync('python3', [norm, '--tokens-only', file], { encoding: 'utf8' }).stdout;
            expect({ name, tokens: tokens(path.join(scratch, 'file')) }).toEqual({ name, tokens: tokens(name) });
          }
        } finally {
          rmSync(scratch, { recursive: true });
        }
      },
    );
  });
}

/** Reasons why Monit rejects a valid file: facts that only a host knows. */
const HOST_ONLY = [
  /Requested (?:user|group) not found/,
  /requires the program to exist/,
  /PEM file doesn't exist/,
  /Error opening the log file/,
  // An included file that is missing.
  /is not defined in the control file/,
];

/** A dump without the parts that differ between runs: lines of warnings, names of files, the order within a service. */
function settled(output: string): string {
  return output
    .split('\n')
    .filter((line) => !/^\S*?[0-9]+:[0-9]+: |^ (?:New Monit id:|Stored in |Control file |Debug )/.test(line))
    .join('\n')
    .split(/\n\n+/)
    .map((block) => block.split('\n').sort().join('\n'))
    .join('\n\n');
}
