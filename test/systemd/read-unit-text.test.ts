import { readUnitText } from '../../lib/systemd/read-unit-text';

const read = (...texts: string[]) =>
  Object.fromEntries([...readUnitText(...texts)].map(([section, directives]) => [section, Object.fromEntries(directives)]));

test('sections, directives and values, without comments and blanks around them', () => {
  expect(read('# comment\n[Unit]\nAfter = a.service\n; comment\n\n[Service]\nExecStart=/bin/a "b = c"\n')).toEqual({
    Unit: { After: ['a.service'] },
    Service: { ExecStart: ['/bin/a "b = c"'] },
  });
});

test('a section may come twice, and a line that says nothing is none', () => {
  expect(read('[Unit]\nAfter=a.service\n[Service]\nUser=a\n[Unit]\nnonsense\nAfter=b.service\n')).toEqual({
    Unit: { After: ['a.service', 'b.service'] },
    Service: { User: ['a'] },
  });
});

test('a backslash at the end joins the next line, whatever comment is between', () => {
  expect(read('[Service]\nExecStart=/bin/a \\\n# comment\n  b \\\n  c\nUser=a\\')).toEqual({
    Service: { ExecStart: ['/bin/a    b    c'], User: ['a'] },
  });
});

test('two backslashes at the end are a character of the value, and the next line is another one', () => {
  expect(read('[Service]\nExecSearchPath=/opt/a\\\\\nUser=a\n')).toEqual({
    Service: { ExecSearchPath: ['/opt/a\\\\'], User: ['a'] },
  });
});

test('lists grow, one value is the last one', () => {
  expect(read('[Service]\nEnvironment=A=1\nEnvironment=B=2\nRestart=no\nRestart=always\n')).toEqual({
    Service: { Environment: ['A=1', 'B=2'], Restart: ['always'] },
  });
});

test('an empty value forgets what was before, and stands alone', () => {
  expect(read('[Service]\nExecStart=/bin/a\nExecStart=\nExecStart=/bin/b\nEnvironment=A=1\nEnvironment=\n')).toEqual({
    Service: { ExecStart: ['/bin/b'], Environment: [''] },
  });
});

test('drop-ins come after the file', () => {
  expect(read('[Service]\nMemoryMax=2G\nExecStart=/bin/a\n', '[Service]\nMemoryMax=1G\nExecStart=\nExecStart=/bin/b\n')).toEqual({
    Service: { MemoryMax: ['1G'], ExecStart: ['/bin/b'] },
  });
});

test('what this library does not know is a list', () => {
  expect(read('[Timer]\nOnCalendar=daily\nOnCalendar=hourly\n[Service]\nX-Note=a\nX-Note=b\n')).toEqual({
    Timer: { OnCalendar: ['daily', 'hourly'] },
    Service: { 'X-Note': ['a', 'b'] },
  });
});
