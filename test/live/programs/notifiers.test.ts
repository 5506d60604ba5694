import { CommandNotifier, Duration, MailNotifier, Secret, SlackNotifier, WebhookNotifier, type Host } from '../../../lib';
import type { TerraformStack } from 'cdktf';
import { describeLive } from '../../hosts/describe-live';
import { eventually } from '../../hosts/eventually';
import { TestHost } from '../../hosts/host';
import { quietNow } from '../../hosts/quiet-clock';
import type { Outcome } from '../../hosts/run';
import { bundleOf } from '../../support/bundles';
import { MailServer, Receiver } from './notifiers/receivers';
import { runAsMonit } from './as-monit';

const DIRECTORY = '/usr/local/lib/cdktf-sidekiq';

// Debian 12 as the typical host; 13 runs Monit in a sandbox; 11 has the oldest systemd.
describe.each(['bookworm', 'trixie', 'bullseye'] as const)('on %s', (suite) => {
  describeLive('notifiers', { needs: ['hosts'] }, () => {
    let host: TestHost;
    const receiver = new Receiver();
    const mail = new MailServer();
    let port = 0;
    beforeAll(async () => {
      host = await TestHost.boot({ suite });
      const url = await receiver.listen(host.gateway);
      port = await mail.listen(host.gateway);
      await host.mustExec('mkdir -p -m 0700 /etc/myapp');
      await host.writeFile('/etc/myapp/webhook', `${url}/services/s3cr3t\n`, '0600');
      await host.writeFile('/etc/myapp/token', 'Bearer t0k3n\n', '0600');
      await host.writeFile('/etc/myapp/password', 'p4ss"w\\rd\n', '0600');
      await host.writeFile('/usr/local/bin/record', RECORD, '0755');
    });
    afterAll(() => {
      receiver.close();
      mail.close();
      host?.destroy();
    });
    beforeEach(async () => {
      receiver.release();
      receiver.forget();
      await host.mustExec('rm -rf /run/cdktf-sidekiq');
    });

    /** Installs the files of a construct on the host, without a deployment. */
    async function install(make: (stack: TerraformStack, host: Host) => unknown, change = (settings: string) => settings): Promise<void> {
      for (const { path, lines, mode } of bundleOf(make).files) {
        const text = lines.join('\n');
        await host.writeFile(path, path.endsWith('/settings') ? change(text) : text, mode);
      }
    }
    const slack = (interval?: Duration) => (stack: TerraformStack, target: Host) =>
      new SlackNotifier(stack, 'slack', { host: target, webhookUrl: Secret.fromHostFile('/etc/myapp/webhook'), interval });
    const retrySoon = (settings: string): string => settings.replace(/^retry=.*$/gm, 'retry=1');

    const event = (service: string, what = 'Resource limit matched'): string[] => [
      `MONIT_SERVICE=${service}`,
      'MONIT_HOST=h',
      `MONIT_EVENT=${what}`,
      `MONIT_DESCRIPTION=<x> "y" & $HOME naïve %h`,
      'MONIT_DATE=now',
    ];
    const notify = (name: string, environment: readonly string[]): Promise<Outcome> =>
      runAsMonit(host, `exec ${DIRECTORY}/workers-${name}/notify`, environment);
    const trial = (name: string): Promise<Outcome> => host.exec(`cd ${DIRECTORY}/workers-${name} && ./notify --test`);

    it('Slack: a test message', async () => {
      await install(slack());
      expect(await trial('slack')).toMatchObject({ code: 0, stdout: 'workers-slack: sent\n', stderr: '' });
      expect(receiver.requests).toEqual([
        {
          line: 'POST /services/s3cr3t',
          authorization: undefined,
          contentType: 'application/json',
          body: { text: expect.stringMatching(/^\*test\* on \S+: Test message\nMonit reaches this channel\n/) },
        },
      ]);
    });

    it('webhook: an event as JSON, with a header that no other user can see', async () => {
      const secrets = { webhookUrl: Secret.fromHostFile('/etc/myapp/webhook'), authorization: Secret.fromHostFile('/etc/myapp/token') };
      await install((stack, target) => new WebhookNotifier(stack, 'hook', { host: target, ...secrets }));
      const mark = await host.mark();
      await host.writeFile('/usr/local/bin/curl', '#!/bin/sh\n{ id -un; echo "$@"; env; } >&2\nexec /usr/bin/curl "$@"\n', '0755');
      expect(await notify('hook', event('sidekiq'))).toMatchObject({ code: 0, stderr: '' });
      const [request] = await receiver.come(1, 20);
      await host.mustExec(['rm', '/usr/local/bin/curl']);
      expect(request).toMatchObject({
        authorization: 'Bearer t0k3n',
        body: {
          host: 'h',
          service: 'sidekiq',
          event: 'Resource limit matched',
          description: '<x> "y" & $HOME naïve %h',
          time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
          count: 1,
        },
      });
      const journal = await host.journal(mark);
      expect(journal).toContain('--config -');
      expect(journal).not.toMatch(/s3cr3t|t0k3n|: root$/m);
    });

    it('mail: to a server with password authentication', async () => {
      await install((stack, target) => mailer(stack, target, 'none'));
      expect(await trial('mail')).toMatchObject({ code: 0, stdout: 'workers-mail: sent\n' });
      const session = mail.sessions.at(-1)!;
      expect(session).toEqual(
        expect.arrayContaining([
          'AUTH PLAIN',
          expect.stringMatching(/^MAIL FROM:<monit@example\.com>/),
          expect.stringMatching(/^RCPT TO:<ops@example\.com>/),
          expect.stringMatching(/^RCPT TO:<boss@example\.com>/),
          'To: ops@example.com, boss@example.com',
          expect.stringMatching(/^Subject: test on \S+: Test message$/),
        ]),
      );
      const login = session[session.indexOf('AUTH PLAIN') + 1]!;
      expect(Buffer.from(login, 'base64').toString('utf8')).toBe('\0ops\0p4ss"w\\rd');
    });

    it('mail: refuses a server without encryption if it is required', async () => {
      await install((stack, target) => mailer(stack, target, 'starttls'));
      const before = mail.sessions.length;
      expect(await trial('mail')).toMatchObject({ code: 1, stderr: expect.stringContaining('the test message was not sent') });
      expect(mail.sessions.slice(before).flat().join('\n')).not.toMatch(/AUTH|MAIL FROM/);
    });

    const mailer = (stack: TerraformStack, target: Host, encryption: 'none' | 'starttls') =>
      new MailNotifier(stack, 'mail', {
        host: target,
        server: host.gateway,
        port,
        encryption,
        username: 'ops',
        password: Secret.fromHostFile('/etc/myapp/password'),
        from: 'monit@example.com',
        to: ['ops@example.com', 'boss@example.com'],
      });

    it('command: with its arguments, a clean environment, its own secret, and as a dynamic user', async () => {
      const argv = ['/usr/local/bin/record', 'a $HOME ${HOME} $$', '%n "q" \'x\' \\n', '', 'ü'];
      await install(
        (stack, target) => new CommandNotifier(stack, 'command', { host: target, argv, secret: Secret.fromHostFile('/etc/myapp/token') }),
      );
      const recorded = async (): Promise<string[]> => {
        const mark = await host.mark();
        await notify('command', [...event('sidekiq'), 'LD_PRELOAD=/evil.so', 'IFS=x', 'OTHER=1']);
        return eventually(async () => recordIn(await host.journal(mark)), { what: 'the command to be run', seconds: 20 });
      };
      const [user, words, secret, ...environment] = await recorded();
      // systemd's range for dynamic users.
      expect(Number(user)).toBeGreaterThanOrEqual(61_184);
      expect(words).toBe(
        argv
          .slice(1)
          .map((word) => `<${word}>`)
          .join(''),
      );
      expect(secret).toBe('Bearer t0k3n');
      expect(environment.filter((name) => /^(MONIT|NOTIFY|LD|IFS|OTHER)/.test(name)).sort()).toEqual([
        'MONIT_DATE',
        'MONIT_DESCRIPTION',
        'MONIT_EVENT',
        'MONIT_HOST',
        'MONIT_SERVICE',
        'NOTIFY_COUNT',
        'NOTIFY_TIME',
      ]);

      await host.mustExec('rm -rf /run/cdktf-sidekiq');
      await install((stack, target) => new CommandNotifier(stack, 'command', { host: target, argv, user: 'deploy' }));
      expect((await recorded())[0]).toBe((await host.mustExec('id -u deploy')).trim());
    });

    it('sends one message per service, event and interval, then a count; another service or event at once', async () => {
      await install(slack(Duration.seconds(8)));
      await notify('slack', event('sidekiq'));
      await receiver.come(1, 20);
      for (let times = 0; times < 3; times++) await notify('slack', event('sidekiq'));
      await notify('slack', event('sidekiq', 'Resource limit succeeded'));
      await notify('slack', event('clock'));
      const texts = (await receiver.come(4, 30)).map(({ body }) => (body as { text: string }).text.split('\n').at(-1));
      expect(texts).toEqual(['now', 'now', 'now', '3 of these since the last message']);
    });

    it('does not block Monit if a receiver does not answer, and sends two at a time', async () => {
      await install(slack());
      receiver.holds = true;
      const begun = quietNow();
      for (const service of ['a', 'b', 'c', 'd']) expect((await notify('slack', event(service))).code).toBe(0);
      expect(quietNow() - begun).toBeLessThan(8000);
      await receiver.come(2, 20);
      await eventually(async () => ((await slots()) === 'due=\ndue=\n' ? undefined : true), { what: 'those that wait', seconds: 10 });
      expect(receiver.requests).toHaveLength(2);
      receiver.release();
      await receiver.come(4, 40);
      expect(receiver.most).toBe(2);
    });

    const slots = async (): Promise<string> =>
      (await host.exec('grep -h ^due= /run/cdktf-sidekiq/notify/workers-slack/* | sort -u')).stdout;

    it('retries after a failure, with all events since then, then only logs to the journal', async () => {
      await install(slack(), retrySoon);
      receiver.status = 404;
      const mark = await host.mark();
      await notify('slack', event('sidekiq'));
      await receiver.come(3, 40);
      await eventually(async () => ((await host.journal(mark)).includes('given up') ? true : undefined), {
        what: 'the end of its tries',
        seconds: 20,
      });
      const journal = await host.journal(mark);
      expect(journal).toMatch(/workers-slack: sidekiq: Resource limit matched: not sent, the next try is in 1 s/);
      expect(journal).toMatch(/curl: \(22\) The requested URL returned error: 404/);
      expect(journal).not.toContain('s3cr3t');
      receiver.forget();
      await notify('slack', event('sidekiq'));
      const [message] = await receiver.come(1, 20);
      expect((message!.body as { text: string }).text).toContain('\n2 of these since the last message');
    });

    it.each([
      ['no URL', 'hello'],
      ['options for curl', 'http://x/"\noutput = "/etc/x'],
      ['another scheme', 'file:///etc/passwd'],
    ])('refuses a webhook file with %s', async (_, text) => {
      await host.writeFile('/etc/myapp/bad', text, '0600');
      await install(
        (stack, target) => new SlackNotifier(stack, 'slack', { host: target, webhookUrl: Secret.fromHostFile('/etc/myapp/bad') }),
      );
      expect((await trial('slack')).code).toBe(1);
      expect(receiver.requests).toEqual([]);
    });
  });
});

/** Prints to the journal its user, its arguments, its secret, and the names of its variables. */
const RECORD = `#!/bin/sh
{
  echo begin
  id -u
  [ $# -eq 0 ] || printf '<%s>' "$@"
  echo
  cat "$CREDENTIALS_DIRECTORY/secret" 2>/dev/null || echo
  env | sed -n 's/=.*//p'
  echo end
} | sed 's/^/record /'
`;

/** Returns its whole output, without other programs' lines in the journal. */
function recordIn(journal: string): string[] | undefined {
  const own = journal.split('\n').flatMap((line) => /^record (.*)$/.exec(line)?.slice(1) ?? []);
  return /^begin\n([^]*)\nend$/m.exec(own.join('\n'))?.[1]?.split('\n');
}
