import { TerraformVariable, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { Host, Secret, SlackNotifier } from '../../../lib';
import { bundleOf } from '../../support/bundles';
import { imaginarySsh, stackWithTerraformData, testApp } from '../../support/stacks';

const DIRECTORY = '/usr/local/lib/cdktf-sidekiq/workers-slack';

test('installs its programs, names the file with the webhook, and requires curl and systemd-run', () => {
  const { files, requires } = bundleOf((stack, host) => {
    const slack = new SlackNotifier(stack, 'slack', { host, webhookUrl: Secret.fromHostFile('/etc/webhook') });
    expect(slack.notify()).toMatchObject({ action: 'exec', argv: [`${DIRECTORY}/notify`] });
  });
  expect(files.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
    `0755 ${DIRECTORY}/notify`,
    `0755 ${DIRECTORY}/send`,
    `0644 ${DIRECTORY}/settings`,
  ]);
  expect(files.find(({ path }) => path.endsWith('/settings'))!.lines).toEqual([
    'channel=workers-slack',
    'interval=300',
    'retry=60',
    'retry=300',
    'credential=webhook:/etc/webhook',
    `argument=${DIRECTORY}/send`,
    'argument=slack',
    '',
  ]);
  expect(requires).toMatchObject({ programs: ['curl', 'systemd-run'], files: ['/etc/webhook'] });
});

test('requires an existing webhook file, and names it in the plan', () => {
  const stack = stackWithTerraformData(testApp());
  const host = new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh });
  new SlackNotifier(stack, 'slack', { host, webhookUrl: Secret.fromHostFile('/etc/webhook') });
  const json = Testing.synth(stack);
  expect(json).toContain('program systemd-run, file /etc/webhook"');
  expect(json).toContain('"exists L2V0Yy93ZWJob29r"');
});

test('a webhook in a variable becomes a file that only root can read', () => {
  const { files, requires } = bundleOf((stack, host) => {
    const variable = new TerraformVariable(stack, 'webhook', { type: 'string', sensitive: true });
    const slack = new SlackNotifier(stack, 'slack', { host, webhookUrl: Secret.fromVariable(variable) });
    expect(slack.notify().argv).toEqual([`${DIRECTORY}/notify`]);
  });
  expect(files.filter(({ mode }) => mode === '0600')).toEqual([
    expect.objectContaining({ path: `${DIRECTORY}/webhook`, mode: '0600', user: 'root' }),
  ]);
  expect(requires.files).toEqual([]);
  expect(files.find(({ path }) => path.endsWith('/settings'))!.lines).toContain(`credential=webhook:${DIRECTORY}/webhook`);
});

test('in the scope of its host its directory lacks the host’s name, so that identical hosts have the same files', () => {
  const stack = stackWithTerraformData(testApp());
  const programs = ['worker-1', 'worker-2'].map((name, index) => {
    const host = new Host(stack, name, { address: `192.0.2.${index}`, ssh: imaginarySsh });
    const inner = new Construct(host, 'pools');
    return new SlackNotifier(inner, 'slack', { host, webhookUrl: Secret.fromHostFile('/etc/webhook') }).notify().argv[0];
  });
  const expected = '/usr/local/lib/cdktf-sidekiq/workers-pools-slack/notify';
  expect(programs).toEqual([expected, expected]);
});
