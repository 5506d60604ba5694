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
  it('parses a control file to data, with units', () => {
    const { statements, issues } = ControlFile.parse(`
      set daemon 30 with start delay 60   # seconds
      CHECK PROCESS sidekiq WITH PIDFILE /run/sidekiq.pid
        start program = "/bin/systemctl start 'side kiq'" as uid root and gid 0 with timeout 60 seconds
        if totalmem > 1.5 GB for 3 times within 5 cycles then restart else if recovered then alert
        if cpu > 65.5% then exec "/bin/true" repeat every 2 cycles
        if failed host localhost port 6379 protocol redis with timeout 3 seconds then alert
        depends on redis, "the database"
    `);
    // The two checks that it depends on are in no other file either.
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

  it('renders the canonical form, with the comments where they were', () => {
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
    ['an unknown word', 'set daemon 30\nfoo\n', 2, 'monit/invalid-syntax'],
    ['an incomplete statement', 'check process p\n', 2, 'monit/invalid-syntax'],
    ['a test of another kind of check', 'check file f path /f\n  if threads > 3 then alert\n', 2, 'monit/invalid-syntax'],
    ['a keyword instead of text', 'check process p matching "x"\n  start program = "/x" as uid redis\n', 2, 'monit/invalid-syntax'],
    ['a path instead of text', 'check process p matching "x"\n  if failed port 80 content = "/x" then alert\n', 2, 'monit/invalid-syntax'],
    ['an unclosed quote', 'check process p matching "x\n', 1, 'monit/invalid-syntax'],
    ['a mail address in quotes', 'set alert "a@b"\n', 1, 'monit/invalid-syntax'],
    ['a cron expression with a step', 'check file f path /f\n  every "*/5 * * * *"\n', 2, 'monit/invalid-syntax'],
    ['more than 64 cycles', 'check file f path /f\n  if size > 1 B for 65 cycles then alert\n', 2, 'monit/refused-value'],
    ['two checks with one name', 'check file f path /f\ncheck file F path /g\n', 2, 'monit/refused-value'],
    ['a dependency on an unknown check', 'check file f path /f\n  depends on g\n', 1, 'monit/refused-value'],
    ['a host check without a test', 'check host h address "x"\n', 1, 'monit/refused-value'],
  ])('rejects what Monit rejects: %s', (_, text, line, code) => {
    expect(refusals(text)[0]).toEqual({ code, line });
  });

  it.each<[string, string]>([
    ['an empty file', ''],
    ['words that Monit ignores', 'check process the matching "x"\n  if it does not exist for the 3 cycles then alert\n'.replace('it ', '')],
    ['old spellings', 'check file f path /f\n  if not match "x" then alert\n  ignore match "y"\n  mode manual\n'],
    ['a missing unit', 'check file f path /f\n  if size > 5 then alert\n  if timestamp > 3 then alert\n'],
    ['a missing operator', 'check program p path "/bin/true"\n  if status 0 then alert\n'],
    ['commands without quotes', 'check process p matching "x"\n  start program /bin/true\n  if threads > 1 then exec /bin/true\n'],
    ['a line break in a text', 'check process p matching "a\nb"\n'],
    ['keywords as names', 'check process redis matching "x"\n  group disk\n'],
  ])('accepts what Monit accepts: %s', (_, text) => {
    expect(refusals(text)).toEqual([]);
  });

  it('reports by line what Monit misreads', () => {
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

  it('counts lines as an editor does, and reports Monit’s count too', () => {
    const { issues } = ControlFile.parse('set mail-format { from: a@b\nsubject: x }\nfoo\n');
    expect(issues).toMatchObject([{ line: 3, monitLine: 2 }]);
  });

  it('stops at a text that exceeds Monit’s buffer, as Monit does', () => {
    const found = (length: number) =>
      ControlFile.parse(`check file a with path /a if content = "x${'x'.repeat(length)}" then alert\n# ${'y'.repeat(100)}\n`).issues.map(
        ({ line, problem, refused }) => ({
          line,
          problem,
          refused,
        }),
      );
    expect(found(16_380)).toEqual([]);
    const problem = '16384 bytes in one piece exceed Monit’s buffer, so Monit rejects the whole control file';
    expect(found(16_381)).toEqual([{ line: 1, problem, refused: true }]);
    expect(ControlFile.parse(`#${'x'.repeat(16_382)}\n`).issues).toHaveLength(1);
    expect(ControlFile.parse(`#${'x'.repeat(16_381)}\n`).issues).toEqual([]);
  });

  it('parses what renderControlFile writes, without a difference', () => {
    fc.assert(
      fc.property(wholeFile(AROUND), (file) => {
        const text = renderControlFile(file);
        const parsed = ControlFile.parse(text);
        expect(parsed.issues.filter(({ refused }) => refused)).toEqual([]);
        expect(renderControlFile(parsed)).toBe(text);
        // Its own canonical text means the same, and is canonical.
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
