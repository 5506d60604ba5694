import { TerraformVariable } from 'cdktf';
import { Secret, SlackNotifier } from '../../lib';
import { bundleOf } from '../support/bundles';

const DIRECTORY = '/usr/local/lib/cdktf-sidekiq/workers-slack';

test('brings its programs, names the file with the webhook, and asks for what they need', () => {
  const { files, requires } = bundleOf((stack, host) => {
    const slack = new SlackNotifier(stack, 'slack', { host, webhookUrl: Secret.fromHostFile('/etc/webhook') });
    expect(slack.notify()).toMatchObject({ action: 'exec', argv: [`${DIRECTORY}/notify`, '/etc/webhook', `${DIRECTORY}/send`] });
  });
  expect(files.map(({ path, mode }) => `${mode} ${path}`)).toEqual([`0755 ${DIRECTORY}/notify`, `0755 ${DIRECTORY}/send`]);
  expect(requires.programs).toEqual(['curl', 'systemd-run']);
});

test('a webhook in a variable becomes a file that only root can read', () => {
  const { files } = bundleOf((stack, host) => {
    const variable = new TerraformVariable(stack, 'webhook', { type: 'string', sensitive: true });
    const slack = new SlackNotifier(stack, 'slack', { host, webhookUrl: Secret.fromVariable(variable) });
    expect(slack.notify().argv[1]).toBe(`${DIRECTORY}/webhook`);
  });
  expect(files.filter(({ mode }) => mode !== '0755')).toEqual([
    expect.objectContaining({ path: `${DIRECTORY}/webhook`, mode: '0600', user: 'root' }),
  ]);
});
