import path from 'node:path';
import { allRefusedPaths, MODULE, refusedPaths } from '../../tools/shell-paths';
import { commandsOf } from '../../tools/shell-words';

const messages = (text: string, file = 'any.sh'): string[] => refusedPaths(file, text).map(({ message }) => message);

it('finds nothing in the programs of lib/', () => {
  expect(allRefusedPaths(path.resolve(__dirname, '../..'))).toEqual([]);
});

/** preview.sh with the mistake that made the application's user root. */
const OLD_PREVIEW = `show_directory() {
  view=$WORK/view/$2
  mkdir -m 0755 "$view"
  reach "$1"
  if [ "$REACHED" = "\${WORK%/*}" ]; then
    mkdir "$WORK/real/$2" "$view/\${WORK##*/}"
    mount --rbind -- "$1" "$WORK/real/$2"
    find "$WORK/real/$2" -mindepth 1 -maxdepth 1 ! -path "$WORK/real/$2/\${WORK##*/}" -exec ln -s -t "$view" -- {} +
  elif is_read "$1"; then
    cp -a -- "$1/." "$view/"
  elif is_filled "$1"; then
    mount --bind -- "$1" "$WORK/real/$2"
  fi
  mount --rbind -- "$view" "$1"
}
reach() { :; }
is_read() { :; }
is_filled() { :; }
`;

it('refuses the preview that made the application’s user root', () => {
  const found = refusedPaths('apply/preview.sh', OLD_PREVIEW).map(
    ({ line, message }) => `${line}: ${message.replace(/, and nothing shows.*/, '')}`,
  );
  expect(found).toEqual([
    '7: `mount` is given "$1"',
    '8: `find -exec` runs a command on names that it has found',
    '10: `cp` is given "$1/."',
    '12: `mount` is given "$1"',
    '14: `mount` is given "$1"',
  ]);
});

it.each([
  'mount --bind -- "$x" /mnt',
  'ln -s "$x" /etc/y',
  'find "$x" -print',
  'ls -- "$x"',
  'stat -c %a "$x"',
  'cat "$x"',
  'cp -a -- "$x" "$WORK/y"',
  'mv -fT -- "$WORK/y" "$x"',
  'rm -rf -- "$x"',
  'mkdir -m 0755 "$x"',
  'rmdir "$x"',
  'chown root "$x"',
  'chmod 0600 -- "$x"',
  'touch "$x"',
  'cd -P -- "$x"',
  'readlink -- "$x"',
  'head -c 10 "$x"',
  'tail -n 1 "$x"',
  'sed -n 1p "$x"',
  'sed -e 1p -e 2p "$x"',
  'grep -q text "$x"',
  'grep -qF -f "$x" "$WORK/y"',
  'awk -v a=b \'{ print }\' "$x"',
  'sha256sum "$x"',
  'cmp -s "$x" "$WORK/y"',
  'diff "$WORK/y" "$x"',
  'install -m 0644 "$WORK/y" "$x"',
  'dd if="$x" of="$WORK/y"',
  'tee "$x" <"$WORK/y"',
  'test -e "$x"',
  '[ ! -f "$x" ]',
  'if [ -n "$y" ] && [ -d "$x/y" ]; then :; fi',
  'echo y >"$x"',
  'read -r y <"$x"',
  'echo y 2>>"${x%/*}/z"',
  'for y in "$x"/*; do :; done',
  'for y in ./*; do :; done',
  'cat relative',
  'timeout 5 cat "$x"',
  'exec timeout -k 2 5 cp -a -- "$x" "$WORK/y"',
  'y=$(cat "$x")',
  'echo "a $(stat "$x") b"',
  'y=${y:-$(cat "$x")}',
  'case $y in a) cat "$x" ;; esac',
  'while read -r y; do rm "$x"; done <"$WORK/y"',
  'sh -c \'cat "$1"\' sh',
  'cat <<END\n$(cat "$x")\nEND\n',
  'frobnicate "$x"',
])('refuses %j', (text) => {
  expect(messages(text)).toHaveLength(1);
  expect(messages(`f() {\n  ${text}\n}\n`)).toHaveLength(1);
});

it.each([
  'cat /proc/meminfo',
  'cat "$WORK/x" "${STATE}/y"',
  'for y in "$STATE"/owners/*; do :; done',
  'echo "cat $x"',
  "printf '%s\\n' '$(cat $x)'",
  '# cat "$x"',
  'grep -qxF -e "$x" "$WORK/y"',
  'sed "s/$x/y/" "$WORK/y"',
  'systemctl start -- "$x"',
  'exec 3<&- 4>&1',
  'echo y 2>/dev/null >&2',
  'x=$((1 + $y))',
  'case $x in */*.d/*.conf) : ;; esac',
])('accepts %j', (text) => {
  expect(messages(text)).toEqual([]);
});

it('accepts the one module', () => {
  expect(messages('cat "./$x"', MODULE)).toEqual([]);
});

it('refuses code that it does not understand', () => {
  expect(() => commandsOf('echo "never closed')).toThrow('line 1: not understood');
  expect(() => commandsOf('cat `ls`')).toThrow('line 1: not understood');
});
