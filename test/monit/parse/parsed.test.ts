import fc from 'fast-check';

import { ControlFile, renderControlFile, type ParseIssue } from '../../../lib/monit';
import { Duration, Percent, Size } from '../../../lib/values';
import { anyText, wholeFile } from '../generators';
import { runs } from '../../support/runs';

const refusals = (text: string): Pick<ParseIssue, 'code' | 'line'>[] =>
  ControlFile.parse(text)
    .issues.filter(({ refused }) => refused)
    .map(({ code, line }) => ({ code, line }));

const AROUND = { program: '/bin/true', perCore: false, monit: '5.33.0', directory: '/run/monit', keyFile: '/etc/monit/key.pem' };

describe('ControlFile.parse', () => {
  it('makes data of a control file, with the values in their units', () => {
    const { statements, issues } = ControlFile.parse(`
      set daemon 30 with start delay 60   # seconds
      CHECK PROCESS sidekiq WITH PIDFILE /run/sidekiq.pid
        start program = "/bin/systemctl start 'side kiq'" as uid root and gid 0 with timeout 60 seconds
        if totalmem > 1.5 GB for 3 times within 5 cycles then restart else if recovered then alert
        if cpu > 65.5% then exec "/bin/true" repeat every 2 cycles
        if failed host localhost port 6379 protocol redis with timeout 3 seconds then alert
        depends on redis, "the database"
    `);
    // The two that it depends on are in no other file either.
    expect(issues.filter(({ refused }) => refused).map(({ code }) => code)).toEqual(['monit/refused-value', 'monit/refused-value']);
    expect(statements).toEqual([
      { statement: 'set daemon', interval: Duration.seconds(30), startDelay: Duration.seconds(60) },
      {
        statement: 'check process',
        name: 'sidekiq',
        pidfile: '/run/sidekiq.pid',
        start: { argv: ['/bin/systemctl', 'start', 'side kiq'], uid: 'root', gid: 0, timeout: Duration.seconds(60) },
        dependsOn: ['redis', 'the database'],
        rules: [
          {
            test: { test: 'totalMemory', operator: '>', limit: Size.bytes(1.5 * 1024 ** 3) },
            rate: { times: 3, within: 5 },
            action: { action: 'restart' },
            recovery: { action: { action: 'alert' } },
          },
          {
            test: { test: 'cpu', operator: '>', limit: Percent.of(65.5) },
            action: { action: 'exec', argv: ['/bin/true'], repeatEvery: 2 },
          },
          {
            test: { test: 'port', is: 'failed', host: 'localhost', port: 6379, protocol: { name: 'redis' }, timeout: Duration.seconds(3) },
            action: { action: 'alert' },
          },
        ],
      },
    ]);
  });

  it('writes the same words in one way, and keeps the comments where they were', () => {
    const text = `# of the host
set daemon 30 # often

# workers
check process p matching "x"   # by its name
  # too much
  if mem >  50 percent
     # inside
     for 3 cycles then alert
# last
`;
    expect(ControlFile.parse(text).render()).toBe(`# of the host
set daemon 30  # often

# workers
check process "p" matching "x"  # by its name
  # too much
  # inside
  if memory > 50% for 3 cycles then alert

# last
`);
  });

  it.each<[string, string, number, string]>([
    ['a word that is none', 'set daemon 30\nfoo\n', 2, 'monit/invalid-syntax'],
    ['an end that comes too early', 'check process p\n', 2, 'monit/invalid-syntax'],
    ['a test of another check', 'check file f path /f\n  if threads > 3 then alert\n', 2, 'monit/invalid-syntax'],
    ['a keyword where text is wanted', 'check process p matching "x"\n  start program = "/x" as uid redis\n', 2, 'monit/invalid-syntax'],
    ['a text that is a path', 'check process p matching "x"\n  if failed port 80 content = "/x" then alert\n', 2, 'monit/invalid-syntax'],
    ['a quote that does not end', 'check process p matching "x\n', 1, 'monit/invalid-syntax'],
    ['a mail address in quotes', 'set alert "a@b"\n', 1, 'monit/invalid-syntax'],
    ['a cron line with a step', 'check file f path /f\n  every "*/5 * * * *"\n', 2, 'monit/invalid-syntax'],
    ['more cycles than bits', 'check file f path /f\n  if size > 1 B for 65 cycles then alert\n', 2, 'monit/refused-value'],
    ['two checks of one name', 'check file f path /f\ncheck file F path /g\n', 2, 'monit/refused-value'],
    ['a check that is not there', 'check file f path /f\n  depends on g\n', 1, 'monit/refused-value'],
    ['a host of which nothing is asked', 'check host h address "x"\n', 1, 'monit/refused-value'],
  ])('refuses what Monit refuses: %s', (_, text, line, code) => {
    expect(refusals(text)[0]).toEqual({ code, line });
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['words that mean nothing', 'check process the matching "x"\n  if it does not exist for the 3 cycles then alert\n'.replace('it ', '')],
    ['old spellings', 'check file f path /f\n  if not match "x" then alert\n  ignore match "y"\n  mode manual\n'],
    ['a unit that is left out', 'check file f path /f\n  if size > 5 then alert\n  if timestamp > 3 then alert\n'],
    ['an operator that is left out', 'check program p path "/bin/true"\n  if status 0 then alert\n'],
    ['commands without quotes', 'check process p matching "x"\n  start program /bin/true\n  if threads > 1 then exec /bin/true\n'],
    ['a line break in a text', 'check process p matching "a\nb"\n'],
    ['a port that is a name of a keyword', 'check process redis matching "x"\n  group disk\n'],
  ])('takes what Monit takes: %s', (_, text) => {
    expect(refusals(text)).toEqual([]);
  });

  it('tells what Monit reads otherwise, by line', () => {
    const { issues, statements } = ControlFile.parse(`check system "$HOST"
  if cpu > 50% and memory > 100 MB then alert
  if swap > 5000000000 B then alert
  every 2 cycles
  every 3 cycles
`);
    expect(issues.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '2 monit/replaced-test',
      '3 monit/wrapped-number',
      '5 monit/replaced-test',
    ]);
    expect(statements[0]).toMatchObject({
      every: { cycles: 3 },
      rules: [{ test: { test: 'memory' } }, { test: { limit: Size.bytes(705_032_704) } }],
    });
  });

  it('counts lines as an editor does, and tells how Monit counts them', () => {
    const { issues } = ControlFile.parse('set mail-format { from: a@b\nsubject: x }\nfoo\n');
    expect(issues).toMatchObject([{ line: 3, monitLine: 2 }]);
  });

  it('ends where a text is longer than Monit’s buffer, as Monit does', () => {
    const told = (length: number) =>
      ControlFile.parse(`check file a with path /a if content = "x${'x'.repeat(length)}" then alert\n# ${'y'.repeat(100)}\n`).issues.map(
        ({ line, problem, refused }) => ({
          line,
          problem,
          refused,
        }),
      );
    expect(told(16_380)).toEqual([]);
    expect(told(16_381)).toEqual([{ line: 1, got: '16384 bytes in one piece', refused: true }]);
    expect(ControlFile.parse(`#${'x'.repeat(16_382)}\n`).issues).toHaveLength(1);
    expect(ControlFile.parse(`#${'x'.repeat(16_381)}\n`).issues).toEqual([]);
  });

  it('reads back what is written, to the letter', () => {
    fc.assert(
      fc.property(wholeFile(AROUND), (file) => {
        const text = renderControlFile(file);
        const parsed = ControlFile.parse(text);
        expect(parsed.issues.filter(({ refused }) => refused)).toEqual([]);
        expect(renderControlFile(parsed)).toBe(text);
        // What it writes itself says the same, and is written the same again.
        const canonical = parsed.render();
        expect(renderControlFile(ControlFile.parse(canonical))).toBe(text);
        expect(ControlFile.parse(canonical).render()).toBe(canonical);
      }),
      { numRuns: runs(100) },
    );
  }, 60_000);

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            anyText,
            fc.constantFrom(...'check process p matching if cpu > 5 % then alert set { } : @ " every group depends on'.split(' ')),
          ),
          { maxLength: 20 },
        ),
        (words) => {
          const parsed = ControlFile.parse(words.join(' '));
          expect(typeof parsed.render()).toBe('string');
        },
      ),
    );
  });
});
