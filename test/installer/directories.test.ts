import { inShell } from './in-shell';
import { describeLive } from '../hosts/describe-live';

/** Below a directory that only root can change; the test's own is in /tmp. */
const PLACE = 'P=$(mktemp -d /run/cdktf-sidekiq-test.XXXXXX); chmod 755 "$P"; : >"$WORK/out";';
const DONE = '; cd /; rm -rf "$P"';
const run = (shell: string, commands: string): string =>
  inShell(shell, `${PLACE} ${commands} ${DONE}`).replaceAll(/\/run\/cdktf-sidekiq-test\.\w+/g, 'P');

describe.each(['dash', 'bash'])('in %s', (shell) => {
  describeLive('a directory', { needs: ['root'] }, () => {
    test.each([
      ['root’s own', 'mkdir "$P/a"', 'yes'],
      ['one that doesn’t exist yet', ':', 'yes'],
      ['another user’s', 'mkdir "$P/a"; chown 12345 "$P/a"', 'no'],
      ['one that its group can write to', 'mkdir "$P/a"; chmod 775 "$P/a"', 'no'],
      ['a sticky one', 'mkdir "$P/a"; chmod 1777 "$P/a"', 'no'],
      ['one below another user’s', 'mkdir -p "$P/a"; mv "$P/a" "$P/x"; mkdir -p "$P/a"; chown 12345 "$P"', 'no'],
      ['a link of root’s', 'mkdir "$P/b"; ln -s b "$P/a"', 'yes'],
      ['a link of root’s to another user’s', 'mkdir "$P/b"; chown 12345 "$P/b"; ln -s b "$P/a"', 'no'],
      ['with a blank at its end', 'mkdir "$P/a" "$P/a "; chown 12345 "$P/a "; set -- " "', 'no'],
    ])('is root’s own: %s', (_, make, expected) => {
      expect(run(shell, `set -- ''; ${make}; if is_own "$P/a$1"; then echo yes; else echo no; fi`)).toBe(`${expected}\n`);
    });

    test('is held although its name becomes a link: it isn’t entered by name', () => {
      const commands = 'mkdir "$P/a" "$P/victim"; chown 12345 "$P"; mv "$P/a" "$P/b"; ln -s victim "$P/a"; go_to "$P/a"; echo $? "$PWD"';
      expect(run(shell, commands)).toBe('1 /\n');
    });

    test('belongs to another user even if a Monit control file is a link into it', () => {
      const commands =
        ': >"$WORK/level"; mkdir "$P/a" "$P/conf.d"; : >"$P/a/f"; chown 12345 "$P/a"; ln -s ../a/f "$P/conf.d/f"; expand_pattern "$P/conf.d/*"; cat "$WORK/level"; echo; cat "$WORK/open.patterns"; is_own "$P/a" && echo own || echo foreign';
      expect(run(shell, commands)).toBe('\nP/conf.d/f\nforeign\n');
    });

    test('takes one process for all directories, and none for known ones', () => {
      const commands =
        'stat() { echo stat >>"$WORK/count"; command stat "$@"; }; learn /etc/systemd/system /etc/monit /usr/lib; learn /etc/systemd; is_own /etc/monit; wc -l <"$WORK/count"';
      expect(run(shell, commands).trim()).toBe('1');
    });
  });

  describeLive('a file in another user’s directory', { needs: ['root'] }, () => {
    const look = (make: string): string =>
      run(
        shell,
        `mkdir "$P/a"; chown 12345 "$P/a"; cd "$P/a"; ${make}; cd /; echo "$P/a/f" >"$WORK/want.paths"; look_at_files "$WORK/want.paths"; echo $?; cut -d ' ' -f 1-4,6- "$WORK/have.stat"; cut -c 1-8 "$WORK/have.sums"; cat "$WORK/unreached"`,
      );

    test.each([
      ['a file', 'printf x >f; chmod 640 f', '0\n0640 0 0 81a0 P/a/f\n2d711642\n'],
      ['nothing', ':', '0\n'],
      ['a link to a file of root’s', 'ln -s /etc/shadow f', '0\n0777 0 0 a1ff P/a/f\n'],
      ['a pipe, without waiting for it', 'mkfifo -m 600 f', '0\n0600 0 0 1180 P/a/f\n'],
      ['a file that is too large', 'truncate -s 900G f; chmod 600 f', '0\n0600 0 0 8180 P/a/f\n'],
      ['a directory', 'mkdir -m 700 f', '0\n0700 0 0 41c0 P/a/f\n'],
    ])('%s', (_, make, expected) => {
      expect(look(make)).toBe(expected);
    });

    test('refuses a link in place of the directory', () => {
      expect(look('cd ..; mv a b; chown 12345 .; ln -s b a')).toBe('0\nP/a\n');
    });

    test.each([
      ['a link', 'ln -s /etc/passwd f'],
      ['a pipe', 'mkfifo f'],
    ])('reads nothing from %s that replaces a file after the check', (_, make) => {
      const out = run(shell, `cd "$P"; ${make}; take f "$WORK/copy"; cat "$WORK/copy" 2>/dev/null`);
      expect(out).toBe('');
    });
  });
});
