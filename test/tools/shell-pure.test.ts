import path from 'node:path';
import { programFiles } from '../../tools/shell-arrows';
import { refusedImpurities } from '../../tools/shell-pure';

const messages = (line: string, file = 'plan/a.sh'): string[] =>
  refusedImpurities([{ file, text: `# Plans.\n\na() {\n  ${line}\n}\n` }]).map(({ message }) => message.replace(/: a plan reads .*/, ''));

it('finds nothing in the installer’s program', () => {
  expect(refusedImpurities(programFiles(path.resolve(__dirname, '../..')))).toEqual([]);
});

test.each([
  ['systemctl show -- "$1"', '`systemctl` may look at or change the host'],
  ['x=$(stat -c %a "$WORK/x")', '`stat` may look at or change the host'],
  ['unit_show "$1"', '`unit_show` may look at or change the host'],
  ['rm -f -- "$WORK/x"', '`rm` may look at or change the host'],
  ['cat /etc/hostname', '`cat` is given /etc/hostname, which is outside of $WORK'],
  ['cat "$1"', '`cat` is given "$1", which is outside of $WORK'],
  ['sort "$path" | uniq', '`sort` is given "$path", which is outside of $WORK'],
  ['[ -e "$1" ] || return', '`[ -e "$1"` looks at the host'],
  ['[ -d /etc/monit ]', '`[ -d /etc/monit` looks at the host'],
  ['read -r x </proc/uptime', '`</proc/uptime` is outside of $WORK'],
  ['echo x >"$1"', '`>"$1"` is outside of $WORK'],
  ['echo "$STATE/x"', '$STATE is outside of $WORK'],
])('rejects %s', (line, message) => {
  expect(messages(line)).toContain(message);
});

test.each([
  ['cat "$WORK/x" >"$WORK/y"'],
  ['grep -qxF -e "$1" "$WORK/x" 2>/dev/null'],
  ['awk -v of="$1" -v work="$WORK/" \'{ print }\' "$WORK/x"'],
  ['[ -s "$WORK/x" ] || problem "/etc is $1"'],
  ['[ "$1" = /etc ] && a "/etc/$1"'],
  ['local x="/etc/$1"'],
])('accepts %s', (line) => {
  expect(messages(line)).toEqual([]);
});

it('leaves other phases alone', () => {
  expect(messages('systemctl show -- "$1"', 'read/a.sh')).toEqual([]);
  expect(messages('systemctl show -- "$1"', 'base/tables.sh')).toHaveLength(1);
});
