import fc from 'fast-check';
import { UnitFile } from '../../../lib/systemd';
import { runs } from '../../support/runs';

const parse = (text: string | Uint8Array, fileName = 'clock.service', systemdVersion?: number) =>
  UnitFile.parse(text, { fileName, systemdVersion });
const issuesOf = (text: string, fileName?: string, systemdVersion?: number) =>
  parse(text, fileName, systemdVersion).issues.map(({ line, severity, code }) => `${line ?? '-'} ${severity} ${code}`);

const GOOD = '# Shows the time.\n[Unit]\nDescription=Clock\n\n[Service]\nExecStart=/usr/bin/clock\n';

test('leaves a valid file unchanged', () => {
  const unit = parse(GOOD);
  expect([unit.name, unit.type, unit.isDropIn, unit.issues]).toEqual(['clock.service', 'service', false, []]);
  expect(unit.render()).toBe(GOOD);
  expect(unit.values('Service', 'ExecStart')).toEqual(['/usr/bin/clock']);
});

test('renders a normal form: no continued lines, surrounding blanks or carriage returns, and comments in their place', () => {
  const text = '\ufeff[Service]\r\n\r\n\r\n  ; why\n ExecStart = /usr/bin/clock \\\n# in between\n   --loud\\\\\n[X-Ours]\nanything\n\n';
  const unit = parse(text);
  expect(unit.render()).toBe('[Service]\n\n; why\n# in between\nExecStart=/usr/bin/clock     --loud\\\\\n[X-Ours]\nanything\n');
  expect(unit.lines.map(({ kind, line }) => `${line} ${kind}`)).toEqual([
    ...['1 section', '2 blank', '3 blank', '4 comment', '6 comment', '7 assignment', '8 section', '9 other', '10 blank'],
  ]);
  expect(unit.issues).toEqual([]);
});

test('a backslash before a final blank joins nothing, before and after rendering', () => {
  const unit = parse('[Service]\nSyslogIdentifier=a\\ \nNice=5\n');
  expect([unit.values('Service', 'SyslogIdentifier'), unit.values('Service', 'Nice')]).toEqual([['a\\'], ['5']]);
  expect(unit.render()).toBe('[Service]\nSyslogIdentifier=a\\ \nNice=5\n');
});

test('keeps an empty file empty, because it masks its unit, and a file of blanks non-empty', () => {
  expect([parse('').render(), parse('\n \n').render(), parse('# x').render()]).toEqual(['', '\n', '# x\n']);
});

test('counts lines as systemd does', () => {
  // All characters that end a line, a continued line (counted as its last part), and a backslash at the end of the file.
  expect(issuesOf('[Service]\rExecStart=/bin/a\n\rBad1=x\0Bad2=x\n\nBad3=x\\\n y\nBad4=x\\')).toEqual([
    ...['3 warning unit/unknown-directive', '4 warning unit/unknown-directive', '7 warning unit/unknown-directive'],
    '9 warning unit/unknown-directive',
  ]);
});

test('determines the type, and whether it is a drop-in, from the file name', () => {
  expect(parse('', '/etc/systemd/system/nginx.service.d/10-limits.conf')).toMatchObject({
    name: 'nginx.service',
    type: 'service',
    isDropIn: true,
  });
  expect(parse('', 'service.d/all.conf')).toMatchObject({ type: 'service', isDropIn: true });
  expect(parse('', 'a/b/x@1.timer')).toMatchObject({ name: 'x@1.timer', type: 'timer', isDropIn: false });
  expect(issuesOf('[Timer]\nOnCalendar=daily\n[Service]\nX=1\n', 'x.timer')).toEqual(['3 warning unit/unknown-section']);
  expect(issuesOf('[Service]\nNice=5\n', 'x.service.d/nice.conf')).toEqual([]);
});

test.each<[string, string[]]>([
  ['Nice=5', []],
  ['X-Nice=x', []],
  ['Nice=50', ['3 warning unit/ignored-value']],
  ['Environment=A=b 1=c', ['3 warning unit/ignored-part']],
  ['User=a/b', ['3 error unit/refused-value']],
  ['ExecStart=/bin/b', ['- error unit/refused-unit']],
  ['ExecStart=\nType=oneshot', ['- error unit/refused-unit']],
  ['ExecReload=/bin/a %Z', ['3 error unit/refused-value']],
  ['ExecReload=-/bin/a %Z', ['3 warning unit/ignored-value']],
  ['KillMode=none', ['3 warning unit/deprecated-value']],
  ['ReadWriteDirectories=/x', ['3 info unit/legacy-directive']],
])('%s', (line, issues) => {
  expect(issuesOf(`[Service]\nExecStart=/bin/a\n${line}\n`)).toEqual(issues);
});

test('checks directives and values against the version', () => {
  const text = '[Service]\nExecStart=/bin/a\nType=notify-reload\nPrivateTmp=disconnected\nRestartSteps=3\nMemoryMax=1G\n';
  expect(issuesOf(text, 'x.service', 262)).toEqual([]);
  expect(issuesOf(text, 'x.service', 252)).toEqual([
    ...['3 warning unit/ignored-value', '4 warning unit/ignored-value', '5 warning host/too-old'],
  ]);
  expect(issuesOf('[Service]\nExecStart=|/bin/a\n', 'x.service', 257)).toEqual(['2 error unit/refused-value']);
  expect(issuesOf('[Service]\nExecStart=|/bin/a\n', 'x.service', 258)).toEqual([]);
});

test('never throws, and parses its own output to the same output and issues', () => {
  const piece = fc.constantFrom(
    ...[
      '[Service]',
      '[Unit]',
      '[',
      ']',
      '\n',
      '\n',
      '\r',
      '\0',
      '\\',
      '#',
      ';',
      '=',
      ' ',
      '\t',
      '%',
      '%n',
      '"',
      "'",
      'ExecStart',
      'Environment',
      'After',
    ],
    ...[
      'BindPaths',
      'RuntimeDirectory',
      'MemoryMax',
      'OnCalendar',
      '/bin/a',
      ':',
      '~',
      '@',
      'é',
      '\ufdd0',
      '\ud800',
      'x',
      '1',
      '\\x41',
      '\\u00e9',
    ],
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom('x.service', 'x@.timer', 'x.service.d/y.conf', 'x'), (given, fileName) => {
      const unit = parse(given, fileName);
      const again = parse(unit.render(), fileName);
      expect(again.render()).toBe(unit.render());
      expect(again.issues.map(({ code }) => code)).toEqual(unit.issues.map(({ code }) => code));
    }),
    { numRuns: runs(2000) },
  );
});

test('takes time in proportion to the size of the file, regardless of its content', () => {
  for (const piece of [' ', '\\', '"', 'a ', '%n', '\\\n', '#\n', '/']) {
    // CPU time, which doesn't depend on other processes.
    const start = process.cpuUsage();
    parse(`[Service]\nEnvironment=${piece.repeat(200_000 / piece.length)}\nExecStart=/bin/a ${piece.repeat(50_000)}`);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2500);
  }
});
