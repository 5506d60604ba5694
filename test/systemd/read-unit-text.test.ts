import { readUnitText } from '../../lib/systemd/read-unit-text';

const read = (...texts: string[]) =>
  Object.fromEntries([...readUnitText(...texts)].map(([section, directives]) => [section, Object.fromEntries(directives)]));

test('reads sections, directives and values without comments and surrounding blanks', () => {
  expect(read('# comment\n[Unit]\nAfter = a.service\n; comment\n\n[Service]\nExecStart=/bin/a "b = c"\n')).toEqual({
    Unit: { After: ['a.service'] },
    Service: { ExecStart: ['/bin/a "b = c"'] },
  });
});

test('merges repeated sections, and skips lines that are not assignments', () => {
  expect(read('[Unit]\nAfter=a.service\n[Service]\nUser=a\n[Unit]\nnonsense\nAfter=b.service\n')).toEqual({
    Unit: { After: ['a.service', 'b.service'] },
    Service: { User: ['a'] },
  });
});

test('joins lines at a final backslash, across comments', () => {
  expect(read('[Service]\nExecStart=/bin/a \\\n# comment\n  b \\\n  c\nUser=a\\')).toEqual({
    Service: { ExecStart: ['/bin/a    b    c'], User: ['a'] },
  });
});

test('does not join lines at two final backslashes', () => {
  expect(read('[Service]\nExecSearchPath=/opt/a\\\\\nUser=a\n')).toEqual({
    Service: { ExecSearchPath: ['/opt/a\\\\'], User: ['a'] },
  });
});

test('appends to lists, and keeps the last of single values', () => {
  expect(read('[Service]\nEnvironment=A=1\nEnvironment=B=2\nRestart=no\nRestart=always\n')).toEqual({
    Service: { Environment: ['A=1', 'B=2'], Restart: ['always'] },
  });
});

test('resets a directive at an empty value', () => {
  expect(read('[Service]\nExecStart=/bin/a\nExecStart=\nExecStart=/bin/b\nEnvironment=A=1\nEnvironment=\n')).toEqual({
    Service: { ExecStart: ['/bin/b'], Environment: [''] },
  });
});

test('applies drop-ins after the file', () => {
  expect(read('[Service]\nMemoryMax=2G\nExecStart=/bin/a\n', '[Service]\nMemoryMax=1G\nExecStart=\nExecStart=/bin/b\n')).toEqual({
    Service: { MemoryMax: ['1G'], ExecStart: ['/bin/b'] },
  });
});

test('reads unknown directives as lists', () => {
  expect(read('[Timer]\nOnCalendar=daily\nOnCalendar=hourly\n[Service]\nX-Note=a\nX-Note=b\n')).toEqual({
    Timer: { OnCalendar: ['daily', 'hourly'] },
    Service: { 'X-Note': ['a', 'b'] },
  });
});
