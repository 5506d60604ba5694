import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uninstallScript } from '../../lib/installer';
import * as hand from './by-hand';
import { describeLive } from '../hosts/describe-live';

/** Below a directory that only root can change and enter. */
const PLACE = '/run';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(existsSync(PLACE) && process.getuid?.() === 0 ? PLACE : tmpdir(), 'cdktf-sidekiq-upload.'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const ran = (): string => join(home, 'ran');
const WANTED = hand.bundle({ files: [hand.file('/srv/app.env', 'KEY=a secret\n', { user: 'app', group: 'app' })] });
const script = (): string => hand.scriptFor(WANTED, {}, [`cp "$2/document" '${ran()}'`, 'rm -rf -- "$2"', 'echo "the program ran"']);

interface Run {
  readonly shell?: string;
  readonly directory?: string;
  readonly env?: NodeJS.ProcessEnv;
}

function run(text: string, { shell = 'dash', directory = home, env = {} }: Run = {}): { status: number | null; stdout: string } {
  const file = join(directory, 'script.sh');
  writeFileSync(file, text);
  chmodSync(file, 0o777);
  const { status, stdout } = spawnSync(shell, [file], { encoding: 'utf8', env: { PATH: process.env.PATH, HOME: home, ...env } });
  expect(existsSync(file)).toBe(/Syntax error|syntax error/.test(stdout) || status === 2);
  return { status, stdout };
}

const workDirectories = (): string[] => readdirSync('/run').filter((name) => name.startsWith('cdktf-sidekiq-transaction.'));

describeLive('an upload, as root', { needs: ['root'] }, () => {
  let before: string[] = [];
  beforeEach(() => {
    before = workDirectories();
  });
  afterEach(() => expect(workDirectories()).toEqual(before));

  test.each(['dash', 'bash'])('runs when it is complete, in %s', (shell) => {
    expect(run(script(), { shell })).toEqual({ status: 0, stdout: 'the program ran\n' });
    expect(existsSync(ran())).toBe(true);
  });

  test.each(['dash', 'bash'])('does nothing and fails when it is cut short anywhere, in %s', (shell) => {
    const text = script();
    const lineEnds = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
    // The shebang line isn't a command. scp announces the length before it sends, so Terraform doesn't run such a short script.
    const cuts = [...lineEnds, ...lineEnds.map((end) => end - 2)].filter(
      (cut, index) => cut > 10 && cut < text.length - 1 && index % 3 === 0,
    );
    expect(cuts.length).toBeGreaterThan(60);
    const accepted = cuts.filter((cut) => {
      const { status, stdout } = run(text.slice(0, cut), { shell });
      return status === 0 || stdout !== '' || existsSync(ran());
    });
    expect(accepted).toEqual([]);
  });

  test.each([
    ['the program', /the program ran/, 'another program ran'],
    ['an owner', /\nowner [^\n]+/, '\nowner another'],
    ['a claim', /\nclaim [^\n]+/, '\nclaim another'],
    ['the hash of a file', / plain [0-9a-f]{64} /, ` plain ${'0'.repeat(64)} `],
    ['a user', / app app /, ' app root '],
    ['a mode', /file 0644 /, 'file 4755 '],
    ['a missing record', /generations 5\n/, ''],
    ['an additional record', /end\n/, `file 0644 root root plain ${'0'.repeat(64)} L3g= -\nend\n`],
  ])('does nothing and fails if %s was changed', (_, from, to) => {
    const text = script();
    expect(text).toMatch(from);
    expect(run(text.replace(from, to))).toEqual({
      status: 1,
      stdout: 'refused, nothing changed: the upload was cut short or changed on its way; run terraform apply again\n',
    });
    expect(existsSync(ran())).toBe(false);
  });

  test('passes nothing of the environment to the program', () => {
    const text = hand.scriptFor(WANTED, {}, ['rm -rf -- "$2"', 'env | sort']);
    const env = {
      SYSTEMD_LOG_LEVEL: 'debug',
      POSIXLY_CORRECT: '1',
      ENV: '/x',
      BASH_ENV: '/x',
      IFS: 'x',
      PATH: `/nowhere:${process.env.PATH}`,
      SECRET: 'x',
    };
    expect(run(text, { env }).stdout.replace(/^(_|OLDPWD|PWD)=.*\n/gm, '')).toBe(
      'LC_ALL=C\nPATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\nTERM=dumb\n',
    );
  });

  describe.each([
    ['a deployment', script],
    ['an uninstallation', () => `${uninstallScript({ owner: 'no-such-owner', claim: 'c' }).join('\n')}\n`],
  ])('%s', (name, textOf) => {
    const accepted = name === 'a deployment' ? 'the program ran\n' : 'nothing to uninstall: this host has no deployment of this stack\n';

    const ENTERED =
      'refused, nothing changed: other users of this host can enter DIRECTORY, where Terraform puts the script that root runs; run: chmod 700 DIRECTORY\n';
    const CHANGED = 'refused, nothing changed: other users of this host can change DIRECTORY; run: chmod go-w DIRECTORY\n';
    test.each([
      { place: 'a private directory', mode: 0o700, expected: accepted },
      { place: 'a directory within a private one', mode: 0o700, inner: 0o755, expected: accepted },
      { place: 'a directory that others can enter', mode: 0o755, expected: ENTERED },
      { place: 'a directory that its group can enter', mode: 0o710, expected: ENTERED },
      { place: 'a directory that others can write to', mode: 0o777, expected: CHANGED },
      { place: 'a sticky directory, as /tmp', mode: 0o1777, expected: CHANGED },
    ])('in $place', ({ mode, inner, expected }) => {
      chmodSync(home, mode);
      const directory = inner === undefined ? home : join(home, 'inner');
      if (inner !== undefined) mkdirSync(directory, inner);
      const { status, stdout } = run(textOf(), { directory });
      expect({ status, stdout }).toEqual({ status: expected === accepted ? 0 : 1, stdout: expected.replaceAll('DIRECTORY', directory) });
      expect(existsSync(ran())).toBe(stdout === 'the program ran\n');
    });

    test('refuses a directory that belongs to another user', () => {
      spawnSync('chown', ['12345', home]);
      const { status, stdout } = run(textOf());
      expect(status).toBe(1);
      expect(stdout).toContain(`refused, nothing changed: ${home} belongs to another user of this host; set ssh.scriptDirectory`);
    });
  });

  test('an uninstall does nothing and fails when it is cut short anywhere', () => {
    const text = `${uninstallScript({ owner: 'no-such-owner', claim: 'c' }).join('\n')}\n`;
    const cuts = Array.from({ length: Math.floor(text.length / 97) }, (_, index) => 12 + index * 97).filter((cut) => cut < text.length - 1);
    expect(cuts.filter((cut) => run(text.slice(0, cut)).status === 0)).toEqual([]);
  });
});
