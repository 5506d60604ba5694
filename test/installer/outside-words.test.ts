import { inShell } from './in-shell';

const SHELLS = ['dash', 'bash'];
const shown = (shell: string, command: string, text: string): string =>
  inShell(shell, `text=$(cat "$WORK/text"; echo x); text=\${text%x}; ${command}`, { text });

/** Characters that control a terminal or hide text. */
const HOSTILE: readonly (readonly [string, string, string])[] = [
  ['ESC', 'a\u001b[31mb', 'a[31mb'],
  ['BEL', 'a\u0007b', 'ab'],
  ['backspace', 'a\bb', 'ab'],
  ['DEL', 'a\u007fb', 'ab'],
  ['CSI as one character', 'a\u009b31mb', 'a31mb'],
  ['another C1 control', 'a\u0085b', 'ab'],
  ['an override of direction', 'a\u202eb', 'ab'],
  ['an isolate', 'a\u2066b\u2069', 'ab'],
  ['marks of direction', 'a\u200e\u200fb\u061c', 'ab'],
  ['no width', 'a\u200b\ufeffb', 'ab'],
  ['a line separator', 'a\u2028b\u2029', 'ab'],
  ['letters', 'naïve 日本語 €', 'naïve 日本語 €'],
];

describe.each(SHELLS)('untrusted text, in %s', (shell) => {
  test.each(HOSTILE)('%s', (_, text, expected) => {
    expect(shown(shell, 'report "$text"', text)).toBe(`${expected}\n`);
    expect(shown(shell, 'problem "$text"; cat "$WORK/problems"', text)).toBe(`${expected}\n`);
    expect(shown(shell, 'WORK=; refuse "$text"', text)).toBe(`${expected}\n`);
    expect(shown(shell, 'report_lines <"$WORK/text"', text)).toBe(`    ${expected}\n`);
  });

  test('drops a byte that isn’t UTF-8', () => {
    expect(inShell(shell, `report "$(printf 'a\\233b\\377c')"`)).toBe('abc\n');
  });

  test('a newline doesn’t start a second line, so no text can pass for the last one', () => {
    expect(shown(shell, 'report "$text"', 'a\nuninstalled')).toBe('a uninstalled\n');
    expect(shown(shell, 'problem "$text"; wc -l <"$WORK/problems"', 'a\nb\nc').trim()).toBe('1');
  });

  test('limits the length of a message, and the number and length of another program’s lines', () => {
    expect(shown(shell, 'report "$text"', 'x'.repeat(100_000)).length).toBeLessThan(4100);
    expect(shown(shell, 'report "$text"', 'é'.repeat(100_000)).length).toBeLessThan(4100);
    const lines = shown(shell, 'report_lines <"$WORK/text"', `${'x'.repeat(1000)}\n`.repeat(81_000 / 100)).split('\n');
    expect(lines.length).toBeLessThanOrEqual(41);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(304);
  });

  test('the attending side prints the log with the same limits', () => {
    expect(inShell(shell, 'exec 3<"$WORK/log"; show_log', { log: 'good\na\u001b[2Jb\n' })).toBe('good\na[2Jb\n');
  });
});
