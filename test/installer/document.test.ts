import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import type { Bundle } from '../../lib/bundle';
import { documentLines } from '../../lib/installer';
import { bundle, contentOf, file, service } from './by-hand';
import { inShell } from './in-shell';

const IDS = { owner: '${random.owner}', claim: '${self.id}', stack: 'workers', workspace: 'ZGVmYXVsdA==' };
const lines = (wanted: Bundle): string[] => documentLines(wanted, IDS, contentOf);
const decode = (word: string): string => (word === '-' ? '' : Buffer.from(word, 'base64').toString('utf8'));

it('has one record per line', () => {
  const wanted = bundle({
    files: [file('/etc/systemd/system/a.service', 'x\n'), file('/srv/empty', '', { user: 'app', group: 'app' })],
    services: [
      service('a.service', { restartOn: ['/srv/empty'], startWhen: '/srv/code', stabilitySeconds: 2.5, enabled: false }),
      service('b.service', { rolling: true, bootCheck: { until: 'ready', execStart: 'ExecStart=/b' } }),
    ],
    checks: ['a'],
    requires: {
      users: ['app'],
      groups: ['app'],
      programs: ['curl'],
      files: ['/etc/x'],
      systemd: '252',
      monit: '5.33.0',
      monitIntervalSeconds: 30,
    },
  });
  expect(lines(wanted)).toEqual([
    'cdktf-sidekiq 1',
    'owner ${random.owner}',
    'claim ${self.id}',
    'stack d29ya2Vycw==',
    'systemd 252',
    'monit 5.33.0',
    'monit-interval 30',
    'generations 5',
    'workspace ZGVmYXVsdA==',
    'deployed-by -',
    'user app',
    'group app',
    'program Y3VybA==',
    'exists L2V0Yy94',
    'file 0644 root root unit 73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac L2V0Yy9zeXN0ZW1kL3N5c3RlbS9hLnNlcnZpY2U= eAo=',
    'file 0644 app app plain e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 L3Nydi9lbXB0eQ== -',
    'service a.service disabled keep 3 10 10 0 L3Nydi9jb2Rl',
    'service b.service enabled keep 1 10 10 0 -',
    'restart a.service L3Nydi9lbXB0eQ==',
    'rolling Yi5zZXJ2aWNl',
    'boot-check b.service ready RXhlY1N0YXJ0PS9i',
    'check YQ==',
    'end',
  ]);
});

it('encodes any text as one word of base64', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (path, text) => {
      const all = lines(bundle({ files: [file(`/${path}`, text, { kind: 'plain' })], checks: [path], deployedBy: text }));
      const words = all.find((line) => line.startsWith('file '))!.split(' ');
      expect(all).toHaveLength(13);
      expect([words.length, decode(words[6]!), decode(words[7]!)]).toEqual([8, `/${path}`, text]);
      expect(decode(all.find((line) => line.startsWith('check '))!.split(' ')[1]!)).toBe(path);
      expect(decode(all.find((line) => line.startsWith('deployed-by '))!.split(' ')[1]!)).toBe(text);
    }),
  );
});

it.each(['', 'a b', 'a\nend', '${x}', "a'b"])('refuses %j in place of a plain word', (user) => {
  expect(() => lines(bundle({ files: [file('/srv/x', '', { user })] }))).toThrow(TypeError);
});

describe('as the program reads it', () => {
  const PRINT = `read_document; for t in files services restarts checks; do echo "$t:"; cat "$WORK/want.$t"; done; cat "$WORK/need.programs"; read -r _ _ _ _ sha _ <"$WORK/want.files"; sha256sum <"$WORK/text.$sha"; echo "$OWNER $CLAIM $STACK"`;

  it.each(['dash', 'bash'])('reads back the wanted state (%s)', (shell) => {
    const [unit, env] = [file('/etc/systemd/system/a.service', 'x\n'), file('/srv/a  b\\c/日本 *.env', '')];
    const wanted = bundle({
      files: [unit, env],
      services: [
        service('a.service', { restartOn: [env.path] }),
        service('b\\x2d@1.service', { startWhen: '/srv/my app/code', drainSeconds: 90.5 }),
      ],
      checks: ['a check'],
      requires: { users: [], groups: [], programs: ['/usr/bin/my tool'], files: [] },
    });
    const document =
      documentLines(wanted, { owner: 'o-1', claim: 'c-1', stack: 'my stack', workspace: 'ZGVmYXVsdA==' }, contentOf).join('\n') + '\n';
    expect(inShell(shell, PRINT, { document })).toBe(
      `files:\n0644 root root unit ${contentOf(unit).sha256} ${unit.path}\n0644 root root plain ${contentOf(env).sha256} ${env.path}\n` +
        `services:\na.service enabled keep 1 10 10 0 \nb\\x2d@1.service enabled keep 1 10 10 91 /srv/my app/code\nrestarts:\na.service ${env.path}\n` +
        `checks:\na check\n/usr/bin/my tool\n${contentOf(unit).sha256}  -\no-1 c-1 my stack\n`,
    );
  });

  it('refuses a document that is damaged or cut short anywhere', () => {
    const document =
      documentLines(
        bundle({ files: [file('/srv/x', 'some text\n')] }),
        { owner: 'o', claim: 'c', stack: 's', workspace: '-' },
        contentOf,
      ).join('\n') + '\n';
    const content = document.indexOf(contentOf(file('/srv/x', 'some text\n')).base64);
    const cut = [1, 20, document.indexOf('file '), content, content + 5, document.length - 5].map((end) => document.slice(0, end));
    const damaged = [
      `${document.slice(0, content)}AAAA${document.slice(content + 4)}`,
      document.replace('cdktf-sidekiq 1', 'cdktf-sidekiq 2'),
      document.replace('owner o', 'owner ../o'),
    ];
    for (const text of [...cut, ...damaged]) {
      expect(inShell('dash', 'read_document; echo accepted', { document: text })).toMatch(
        /^refused, nothing changed: (the upload|the text of|a file does not)/,
      );
    }
  });
});

it('base64 decodes concatenated words with padding, as the program requires', () => {
  expect(spawnSync('base64', ['-d'], { input: 'YQ==\nCg==\nYmM=\nCg==\n' }).stdout.toString()).toBe('a\nbc\n');
});
