// Mistakes with values that are known only at apply time, and with constructs of another stack.

const service = ({ SystemdService, Exec, stack, host }, props = {}) =>
  new SystemdService(stack, 'clock', { host, service: { ExecStart: Exec.command('/usr/bin/clockwork'), User: 'deploy', ...props } });
const elsewhere = (given) => {
  const stack = new given.TerraformStack(given.app, 'other');
  new given.HostRegistry(stack, 'hosts', { resourceType: 'terraform_data' });
  return stack;
};
const fromElsewhere = (make) => ({ alone: true, make: (given) => make({ ...given, stack: elsewhere(given) }, given) });

exports.mistakes = [
  {
    mistake: 'a string token in a file',
    make: ({ HostFile, stack, host, vm }) =>
      new HostFile(stack, 'motd', { host, path: '/etc/motd', content: `on ${vm.getStringAttribute('id')}\n` }),
  },
  {
    mistake: 'a number token in a file',
    make: ({ HostFile, stack, host, vm }) =>
      new HostFile(stack, 'motd', { host, path: '/etc/motd', content: `port ${vm.getNumberAttribute('port')}\n` }),
  },
  {
    mistake: 'a list token in a file',
    make: ({ HostFile, stack, host, vm }) =>
      new HostFile(stack, 'motd', { host, path: '/etc/motd', content: `${vm.getListAttribute('ids')}\n` }),
  },
  {
    mistake: 'a token in a path',
    make: ({ HostFile, stack, host, vm }) =>
      new HostFile(stack, 'motd', { host, path: `/etc/${vm.getStringAttribute('id')}`, content: '' }),
  },
  { mistake: 'a token as a user', make: (given) => service(given, { User: given.vm.getStringAttribute('user') }) },
  {
    mistake: 'a token in a command',
    make: (given) =>
      service(given, { ExecStart: given.Exec.command('/bin/app', ['--redis', `${given.vm.getStringAttribute('ip')}:6379`]) }),
  },
  {
    mistake: 'a number token in an environment variable of a unit',
    make: (given) => service(given, { Environment: { PORT: `${given.vm.getNumberAttribute('port')}` } }),
  },
  {
    mistake: 'a token added to a unit later',
    make: (given) => service(given).unit.service.add({ Environment: { REDIS_URL: given.vm.getStringAttribute('url') } }),
  },
  {
    mistake: 'a token in Sidekiq’s options',
    make: ({ SidekiqService, stack, host, vm }) =>
      new SidekiqService(stack, 'sidekiq', {
        host,
        version: '7.3',
        workingDirectory: '/opt/myapp/current',
        user: 'deploy',
        concurrency: vm.getNumberAttribute('cores'),
      }),
  },
  {
    mistake: 'a token in a rule',
    make: (given) => {
      const { MonitCheck, when, exec, stack, vm } = given;
      new MonitCheck(stack, 'monit', {
        service: service(given),
        matching: 'clockwork',
        rules: [when.threads.above(100).do(exec(['/bin/echo', vm.getStringAttribute('id')]))],
      });
    },
  },
  {
    mistake: 'a file on a host of another stack',
    ...fromElsewhere(({ HostFile, stack, host }) => new HostFile(stack, 'motd', { host, path: '/etc/motd', content: '' })),
  },
  {
    mistake: 'an environment file on a host of another stack',
    ...fromElsewhere(
      ({ EnvironmentFile, stack, host }) => new EnvironmentFile(stack, 'settings', { host, path: '/etc/myapp/env', variables: {} }),
    ),
  },
  { mistake: 'a service on a host of another stack', ...fromElsewhere((given) => service(given)) },
  {
    mistake: 'PidfileHooks for a service of another stack',
    ...fromElsewhere(({ PidfileHooks, stack }, given) => new PidfileHooks(stack, 'pidfile', { service: service(given) })),
  },
  {
    mistake: 'a check of a service of another stack',
    ...fromElsewhere(({ MonitCheck, stack }, given) => new MonitCheck(stack, 'monit', { service: service(given), matching: 'clockwork' })),
  },
  {
    mistake: 'a notifier on a host of another stack',
    ...fromElsewhere(
      ({ SlackNotifier, Secret, stack, host }) =>
        new SlackNotifier(stack, 'slack', { host, webhookUrl: Secret.fromHostFile('/etc/myapp/slack-webhook') }),
    ),
  },
  {
    mistake: 'a MonitDaemon on a host of another stack',
    ...fromElsewhere(({ MonitDaemon, stack, host }) => new MonitDaemon(stack, 'monit', { host })),
  },
];

exports.reasons = {
  'stack/token-in-text':
    'Text for systemd and Monit is validated and escaped at synth, before Terraform knows the value of a token; only the values of an EnvironmentFile are escaped by Terraform.',
  'stack/other-stack': 'The construct would be deployed with the other stack, and `cdktf deploy` of this stack would not deploy it.',
};
