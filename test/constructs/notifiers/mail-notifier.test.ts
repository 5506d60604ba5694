import { MailNotifier, Secret, type MailNotifierProps } from '../../../lib';
import { bundleOf } from '../../support/bundles';
import { codesRaised } from '../../support/units';

const props = { server: 'mail.example.com', from: 'monit@example.com', to: ['ops@example.com', 'boss@example.com'] };
const login = { username: 'ops', password: Secret.fromHostFile('/etc/password') };

/** Returns the arguments of the program that sends. */
function argumentsOf(more: Partial<MailNotifierProps> = {}): string[] {
  const { files } = bundleOf((stack, host) => new MailNotifier(stack, 'mail', { host, ...props, ...more }));
  const settings = files.find(({ path }) => path.endsWith('/settings'))!.lines;
  return settings.flatMap((line) => (line.startsWith('argument=') ? [line.slice('argument='.length)] : [])).slice(1);
}

test.each([
  [{}, 'smtp://mail.example.com:587', 'required'],
  [{ encryption: 'tls' }, 'smtps://mail.example.com:465', 'required'],
  [{ encryption: 'none', server: '[::1]' }, 'smtp://[::1]:25', 'none'],
  [{ port: 2525 }, 'smtp://mail.example.com:2525', 'required'],
] as const)('with %j sends to %s, with encryption %s', (more, url, encryption) => {
  expect(argumentsOf(more)).toEqual(['mail', url, encryption, '', 'monit@example.com', 'ops@example.com', 'boss@example.com']);
});

test('the password stays in its file', () => {
  expect(argumentsOf(login).slice(3, 5)).toEqual(['ops', 'monit@example.com']);
  const { requires } = bundleOf((stack, host) => new MailNotifier(stack, 'mail', { host, ...props, ...login }));
  expect(requires.files).toEqual(['/etc/password']);
});

test('an incomplete or plaintext login is reported once', () => {
  const codes = (more: object) => codesRaised((stack, host) => new MailNotifier(stack, 'mail', { host, ...props, ...more }));
  expect(codes({ ...login, password: 'p' })).toEqual(['stack/invalid-property']);
  expect(codes({ username: 'ops' })).toEqual(['notifier/invalid-mail-login']);
  expect(codes({ ...login, encryption: 'none' })).toEqual(['notifier/plaintext-password']);
});
