import { inShell } from './in-shell';

const SHELLS = ['dash', 'bash'];
const shown = (shell: string, command: string, text: string): string =>
  inShell(shell, `text=$(cat "$WORK/text"; echo x); text=\${text%x}; ${command}`, { text });

/** Characters that steer a terminal or hide text. */
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

describe.each(SHELLS)('words from outside, in %s', (shell) => {
  test.each(HOSTILE)('%s', (_, text, expected) => {
    expect(shown(shell, 'report "$text"', text)).toBe(`${expected}\n`);
    expect(shown(shell, 'problem "$text"; cat "$WORK/problems"', text)).toBe(`${expected}\n`);
    expect(shown(shell, 'WORK=; refuse "$text"', text)).toBe(`${expected}\n`);
    expect(shown(shell, 'report_lines <"$WORK/text"', text)).toBe(`    ${expected}\n`);
  });

  test('a byte that is no UTF-8 is left out', () => {
    expect(inShell(shell, `report "$(printf 'a\\233b\\377c')"`)).toBe('abc\n');
  });

  test('a newline makes no second line, so that nothing can pass for the last one', () => {
    expect(shown(shell, 'report "$text"', 'a\nuninstalled')).toBe('a uninstalled\n');
    expect(shown(shell, 'problem "$text"; wc -l <"$WORK/problems"', 'a\nb\nc').trim()).toBe('1');
  });

  test('a message is bounded, and so are the lines of another program, in number and in length', () => {
    expect(shown(shell, 'report "$text"', 'x'.repeat(100_000)).length).toBeLessThan(4100);
    expect(shown(shell, 'report "$text"', 'é'.repeat(100_000)).length).toBeLessThan(4100);
    const lines = shown(shell, 'report_lines <"$WORK/text"', `${'x'.repeat(1000)}\n`.repeat(81_000 / 100)).split('\n');
    expect(lines.length).toBeLessThanOrEqual(41);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(304);
  });

  test('what the side that attends reads from the log is held to the same', () => {
    expect(inShell(shell, 'exec 3<"$WORK/log"; show_log', { log: 'good\na\u001b[2Jb\n' })).toBe('good\na[2Jb\n');
  });
});
