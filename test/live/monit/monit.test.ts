import fc from 'fast-check';

import { alert, controlFileIssues, exec, renderControlFile, scaleToHost, when, type ControlFile } from '../../../lib/monit';
import { Duration, formatIssue, Percent, Size } from '../../../lib/values';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import type { Suite } from '../../hosts/rootfs';
import type { Outcome } from '../../hosts/run';
import { argvWord, checkName, controlFile, hostileText } from '../../monit/generators';
import { INTENDED_CHECK, INTENDED_TEXT, POST_CHECK, POST_TEXT } from '../../monit/post';

const DIRECTORY = '/run/monit-test';
const RECORDER = `${DIRECTORY}/record`;

/** Settings of a second Monit, in a directory that the host's own Monit doesn't use. */
const SETTINGS = `set daemon 1
set pidfile "${DIRECTORY}/pid"
set idfile "${DIRECTORY}/id"
set statefile "${DIRECTORY}/state"
`;

/** Writes its arguments, each followed by a NUL, to the file that is named by the first one. */
const RECORD = '#!/bin/sh\nout=$1; shift; { [ $# -eq 0 ] || printf \'%s\\0\' "$@"; } >"$out.part" && mv "$out.part" "$out"\n';

interface Generation {
  readonly suite: Suite;
  readonly files: number;
  readonly texts: number;
}

// The most common host comes first; the others get a smaller sample.
const GENERATIONS: readonly Generation[] = [
  { suite: 'bookworm', files: 60, texts: 400 },
  { suite: 'bullseye', files: 15, texts: 100 },
  { suite: 'trixie', files: 15, texts: 100 },
  { suite: 'forky', files: 15, texts: 100 },
];

/** Removes warnings: they have line numbers, which differ when a statement is on one line. */
const withoutLines = ({ stderr, ...rest }: Outcome) => ({ ...rest, stderr: stderr.replace(/(\/control):[0-9]+:/g, '$1:') });

for (const generation of GENERATIONS) {
  describeLive(`Monit of ${generation.suite}`, { needs: ['hosts'] }, () => {
    let host: TestHost;
    beforeAll(async () => {
      host = await TestHost.boot({ suite: generation.suite });
      await host.mustExec(['mkdir', '-m', '0700', DIRECTORY]);
      await host.writeFile(RECORDER, RECORD, '0755');
    });
    afterAll(() => host.destroy());

    const monit = async (text: string, ...args: readonly string[]) => {
      await host.writeFile(`${DIRECTORY}/control`, SETTINGS + text, '0600');
      // Two of the four versions can loop endlessly on a bad file and ignore SIGTERM.
      return host.exec(['timeout', '-k', '2', '20', 'monit', '-c', `${DIRECTORY}/control`, ...args]);
    };

    it('accepts exactly the control files without errors', async () => {
      const monitVersion = /version ([0-9.]+)/.exec(await host.mustExec(['monit', '--version']))![1]!;
      const differences: string[] = [];
      for (const file of fc.sample(controlFile({ program: RECORDER, perCore: true }), { numRuns: generation.files, seed: 42 })) {
        const text = renderControlFile(file);
        const errors = controlFileIssues(file, { monitVersion }).filter(({ severity }) => severity === 'error');
        const { code, stdout, stderr } = await monit(scaleToHost(text, 4), '-t');
        if ((code === 0) !== (errors.length === 0)) differences.push([text, stdout, stderr, ...errors.map(formatIssue)].join('\n'));
      }
      expect(differences).toEqual([]);
    });

    it('rejects a rule per core that was not scaled', async () => {
      const rules = [when.cpuPerCore.above(Percent.of(65)).do(alert())];
      const { code, stdout, stderr } = await monit(
        renderControlFile({ statements: [{ statement: 'check process', name: 'x', pidfile: '/x', rules }] }),
        '-t',
      );
      expect(code).toBe(1);
      expect(stdout + stderr).toContain("syntax error 'core'");
    });

    it('reads names, paths, patterns and limits unchanged', async () => {
      const short = (text: string): boolean => Buffer.byteLength(text) < 200;
      const texts = fc.sample(hostileText.filter(short), { numRuns: generation.texts, seed: 7 });
      const names = fc.sample(checkName.filter(short), { numRuns: generation.texts, seed: 8 });
      const statements = texts.map((text, index) => ({
        statement: 'check process' as const,
        name: `${index} ${names[index]}`,
        pidfile: `/run/${text}`,
        rules: [when.securityAttribute.isNot(text).do(alert()), when.doesNotExist().do(alert())],
      }));
      const { code, stdout } = await monit(renderControlFile({ statements }), '-tv');
      expect(code).toBe(0);
      for (const { name, pidfile, rules } of statements) {
        const written = `\n\nProcess Name          = ${name}\n Pid file             = ${pidfile}\n Monitoring mode      = active\n`;
        expect(stdout).toContain(written);
        const block = stdout.slice(stdout.indexOf(written) + 2).split('\n\nProcess Name ')[0]!;
        const { attribute } = rules[0]!.test as { readonly attribute: string };
        const shown = [`= if failed ${attribute} then alert\n`, `= if not equal to "${attribute}" then alert\n`];
        expect(shown.some((line) => `${block}\n`.includes(line))).toBe(true);
      }
    });

    it('reads limits unchanged, without wrapping', async () => {
      const rules = [
        when.memory.above(Size.bytes(5_000_000_512)).do(alert()),
        when.totalMemory.above(Size.mebibytes(800)).forCycles(3).do(alert()),
        when.totalMemory.above(Size.gibibytes(5120)).do(alert()),
        when.cpu.above(Percent.of(12.5)).forTimes(2, { within: 5 }).do(alert()),
        when.uptime.above(Duration.days(3)).do(alert()),
        when.threads.above(2 ** 31 - 1).do(alert()),
      ];
      const { code, stdout } = await monit(
        renderControlFile({ statements: [{ statement: 'check process', name: 'x', pidfile: '/x', rules }] }),
        '-tv',
      );
      expect(code).toBe(0);
      for (const line of [
        'Memory amount limit  = if greater than 4.7 GB then alert',
        '(incl. children) = if greater than 800 MB for 3 cycles then alert',
        '(incl. children) = if greater than 5 TB then alert',
        'CPU usage limit      = if greater than 12.5% for 2 times within 5 cycles then alert',
        'Uptime               = if greater than 259200 second(s) then alert',
        'if greater than 2147483647 then alert',
      ])
        expect(stdout).toContain(line);
    });

    it('passes arguments to programs unchanged', async () => {
      const commands = fc.sample(fc.array(argvWord, { maxLength: 5 }), { numRuns: Math.ceil(generation.texts / 4), seed: 9 });
      const file: ControlFile = {
        statements: commands.map((words, index) => ({
          statement: 'check program',
          name: `p${index}`,
          program: { argv: [RECORDER, `${DIRECTORY}/argv-${index}`, ...words] },
          rules: [when.status('=', 0).do(exec([RECORDER, `${DIRECTORY}/exec-${index}`, ...words]))],
        })),
      };
      await host.writeFile(`${DIRECTORY}/control`, SETTINGS + renderControlFile(file), '0600');
      const expected = commands.length * 2;
      await host.mustExec(
        `monit -c ${DIRECTORY}/control -I >${DIRECTORY}/log 2>&1 & monit=$!
         until [ "$(ls ${DIRECTORY} | grep -cE '^(argv|exec)-[0-9]+$')" -ge ${expected} ]; do sleep 0.1; done
         kill $monit; wait $monit`,
      );
      for (const [index, words] of commands.entries()) {
        for (const kind of ['argv', 'exec']) {
          const { stdout } = await host.exec(['cat', `${DIRECTORY}/${kind}-${index}`]);
          expect({ index, kind, words: stdout.split('\0').slice(0, -1) }).toEqual({ index, kind, words });
        }
      }
    });

    it('answers on the configured socket, only to root', async () => {
      const socket = `${DIRECTORY}/socket`;
      const text = renderControlFile({ statements: [{ statement: 'set httpd', unixSocket: socket }] });
      await host.writeFile(`${DIRECTORY}/control`, SETTINGS + text, '0600');
      const out = await host.mustExec(
        `monit -c ${DIRECTORY}/control -I >${DIRECTORY}/log 2>&1 & monit=$!
         until [ -S ${socket} ] && monit -c ${DIRECTORY}/control -B summary; do sleep 0.1; done
         stat -c '%U:%G %a' ${socket}
         kill $monit; wait $monit`,
      );
      expect(out).toContain('System');
      expect(out).toContain('root:root 600');
    });

    it('reads the post’s text, and the intended text, like their data', async () => {
      for (const [text, check] of [
        [POST_TEXT, POST_CHECK],
        [INTENDED_TEXT, INTENDED_CHECK],
      ] as const) {
        expect(controlFileIssues({ statements: [check] }).filter(({ severity }) => severity === 'error')).toEqual([]);
        const theirs = await monit(text, '-tv');
        const ours = await monit(renderControlFile({ statements: [check] }), '-tv');
        expect(theirs.code).toBe(0);
        expect(withoutLines(ours)).toEqual(withoutLines(theirs));
      }
      expect((await monit(POST_TEXT, '-tv')).stdout).not.toEqual((await monit(INTENDED_TEXT, '-tv')).stdout);
    });

    it("splits the post's command like the library", async () => {
      const recorded = async (text: string): Promise<string[]> => {
        const out = `${DIRECTORY}/post`;
        const recording = text.replaceAll('/bin/bash -l -c', `${RECORDER} ${out} -c`);
        await host.writeFile(`${DIRECTORY}/control`, SETTINGS + recording, '0600');
        // Monit would now wait for the pidfile; the test needs no more.
        const words = await host.mustExec(
          `monit -c ${DIRECTORY}/control start sidekiq >/dev/null 2>&1 & monit=$!
           until [ -s ${out} ]; do sleep 0.1; done
           kill -9 $monit; cat ${out}; rm ${out}`,
        );
        return words.split('\0').slice(0, -1);
      };
      const theirs = await recorded(POST_TEXT);
      expect(theirs).toEqual(['-c', 'sudo systemctl start sidekiq', 'as', 'uid', 'deploy', 'and', 'gid', 'deploy']);
      expect(await recorded(renderControlFile({ statements: [POST_CHECK] }))).toEqual(theirs);
    });
  });
}
