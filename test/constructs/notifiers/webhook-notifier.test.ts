import { TerraformVariable } from 'cdktf';
import { Duration, Secret, WebhookNotifier } from '../../../lib';
import { bundleOf } from '../../support/bundles';

const DIRECTORY = '/usr/local/lib/cdktf-sidekiq/workers-hook';

test('has a file for a secret from a variable, and names the file of one on the host', () => {
  const { files, requires } = bundleOf((stack, host) => {
    const authorization = Secret.fromVariable(new TerraformVariable(stack, 'token', { type: 'string', sensitive: true }));
    const webhookUrl = Secret.fromHostFile('/etc/webhook');
    new WebhookNotifier(stack, 'hook', { host, webhookUrl, authorization, interval: Duration.minutes(1) });
  });
  expect(files.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
    `0600 ${DIRECTORY}/authorization`,
    `0755 ${DIRECTORY}/notify`,
    `0755 ${DIRECTORY}/send`,
    `0644 ${DIRECTORY}/settings`,
  ]);
  expect(files.at(-1)!.lines).toEqual(
    expect.arrayContaining([
      'interval=60',
      'credential=webhook:/etc/webhook',
      `credential=authorization:${DIRECTORY}/authorization`,
      'argument=webhook',
    ]),
  );
  expect(requires).toMatchObject({ programs: ['curl', 'systemd-run'], files: ['/etc/webhook'] });
});
