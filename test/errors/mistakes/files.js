// Mistakes in files on hosts: paths, content, owners, variables and secrets.

const file = (props) => (given) =>
  new given.HostFile(given.stack, 'motd', { host: given.host, path: '/etc/motd', content: 'Welcome\n', ...props(given) });
const variables = (values) => (given) =>
  new given.EnvironmentFile(given.stack, 'settings', { host: given.host, path: '/etc/myapp/env', variables: values(given) });
const variable = ({ TerraformVariable, stack }, sensitive) => new TerraformVariable(stack, 'api_key', { type: 'string', sensitive });

const unitFile = (content, name = 'clock.service') => file(() => ({ path: `/etc/systemd/system/${name}`, content }));
const SERVICE = '[Service]\nExecStart=/bin/true\n';

exports.mistakes = [
  { mistake: 'a relative path', make: file(() => ({ path: 'etc/motd' })) },
  { mistake: 'a path in a home directory', make: file(() => ({ path: '~/motd' })) },
  { mistake: 'a path with ..', make: file(() => ({ path: '/etc/../motd' })) },
  { mistake: 'a path that ends in a slash', make: file(() => ({ path: '/etc/motd/' })) },
  { mistake: 'a path with a line break', make: file(() => ({ path: '/etc/motd\n' })) },
  { mistake: 'a path with a NUL character', make: file(() => ({ path: '/etc/mo\0td' })) },
  { mistake: 'a missing path', make: file(() => ({ path: undefined })) },
  { mistake: 'text with a NUL character', make: file(() => ({ content: 'a\0b' })) },
  { mistake: 'text with half of a surrogate pair', make: file(() => ({ content: 'half of \ud83d\n' })) },
  { mistake: 'text that is not in normalisation form C', make: file(() => ({ content: 'cafe\u0301\n' })) },
  { mistake: 'text with Windows line endings', make: file(() => ({ content: 'one\r\ntwo\r\n' })) },
  { mistake: 'missing content', make: file(() => ({ content: undefined })) },
  { mistake: 'a Buffer as content', make: file(() => ({ content: Buffer.from('text') })) },
  { mistake: 'a mode as a number', make: file(() => ({ mode: 0o644 })) },
  { mistake: 'a mode with a digit above 7', make: file(() => ({ mode: '0999' })) },
  { mistake: 'an owner with a space', make: file(() => ({ user: 'my user' })) },
  { mistake: 'an owner that ends in $', make: file(() => ({ group: 'machine$' })) },
  { mistake: 'a misspelt property of a file', make: file(() => ({ contents: 'Welcome\n' })) },
  { mistake: 'an unknown property of a file', make: file(() => ({ permissions: '0644' })) },
  { mistake: 'a missing host', make: file(() => ({ host: undefined })) },
  { mistake: 'an address instead of a Host', make: file(() => ({ host: '192.0.2.1' })) },
  {
    mistake: 'two files with one path',
    make: (given) =>
      ['one', 'two'].map((id) => new given.HostFile(given.stack, id, { host: given.host, path: '/etc/motd', content: '' })).at(-1),
  },
  {
    mistake: 'a file at the path of another file’s directory',
    make: ({ HostFile, stack, host }) => {
      new HostFile(stack, 'one', { host, path: '/etc/myapp', content: '' });
      new HostFile(stack, 'two', { host, path: '/etc/myapp/env', content: '' });
    },
  },
  { mistake: 'a misspelt directive in the text of a unit', make: unitFile(`${SERVICE}WorkingDirectoy=/srv\n`) },
  { mistake: 'an invalid size in the text of a unit', make: unitFile(`${SERVICE}MemoryMax=512MB\n`) },
  { mistake: 'a directive that is too new in the text of a unit', make: unitFile(`${SERVICE}PrivatePIDs=yes\n`) },
  { mistake: 'a section of another unit type in the text of a unit', make: unitFile(`${SERVICE}[Timers]\nOnBootSec=5\n`) },
  { mistake: 'no command in the text of a unit', make: unitFile('[Service]\nUser=deploy\n') },
  { mistake: 'a relative command in the text of a unit', make: unitFile('[Service]\nExecStart=bin/true\n') },
  {
    mistake: 'a line without an assignment in the text of a drop-in',
    make: unitFile('[Service]\nLimitNOFILE 65536\n', 'redis.service.d/limits.conf'),
  },
  {
    mistake: 'a syntax error in the text of a control file',
    make: file(() => ({
      path: '/etc/monit/conf.d/clock',
      content: 'check process clock\n  with pidfile /run/clock.pid\n  if memory > 800 elephants then restart\n',
    })),
  },
  {
    mistake: 'a number above 32 bits in the text of a control file',
    make: file(() => ({
      path: '/etc/monit/conf.d/clock',
      content: 'check file clock with path /srv/clock\n  if size > 5000000000 B then alert\n',
    })),
  },
  { mistake: 'variables as a list', make: variables(() => ['A=1']) },
  { mistake: 'a variable name that starts with a digit', make: variables(() => ({ '2FA_KEY': 'x' })) },
  { mistake: 'a variable name with a hyphen', make: variables(() => ({ 'RAILS-ENV': 'production' })) },
  { mistake: 'a variable with a NUL character', make: variables(() => ({ KEY: 'a\0b' })) },
  { mistake: 'a number as a variable', make: variables(() => ({ PORT: 6379 })) },
  { mistake: 'a variable from an unset environment variable', make: variables(() => ({ REDIS_URL: undefined })) },
  {
    mistake: 'a list token as a variable',
    make: variables(({ vm }) => ({ NODES: vm.getListAttribute('addresses') })),
  },
  {
    mistake: 'a list token within the text of a variable',
    make: variables(({ vm }) => ({ NODES: `${vm.getListAttribute('addresses')}` })),
  },
  {
    mistake: 'a secret from a file on the host',
    make: variables(({ Secret }) => ({ API_KEY: Secret.fromHostFile('/etc/myapp/key') })),
  },
  {
    mistake: 'a secret from a variable that is not sensitive',
    make: variables((given) => ({ API_KEY: given.Secret.fromVariable(variable(given, undefined)) })),
  },
  {
    mistake: 'a variable’s name instead of the TerraformVariable',
    make: variables(({ Secret }) => ({ API_KEY: Secret.fromVariable('api_key') })),
  },
  {
    mistake: 'a secret in a file that every user can read',
    make: (given) =>
      new given.EnvironmentFile(given.stack, 'settings', {
        host: given.host,
        path: '/etc/myapp/env',
        mode: '0644',
        variables: { API_KEY: given.Secret.fromVariable(variable(given, true)) },
      }),
  },
  {
    mistake: 'a webhook URL in the program',
    make: (given) => new given.SlackNotifier(given.stack, 'slack', { host: given.host, webhookUrl: 'https://hooks.example' }),
  },
  {
    mistake: 'a relative path of a webhook’s file',
    make: ({ SlackNotifier, Secret, stack, host }) =>
      new SlackNotifier(stack, 'slack', { host, webhookUrl: Secret.fromHostFile('slack-webhook') }),
  },
  {
    mistake: 'a webhook URL from a variable that is not sensitive',
    make: (given) =>
      new given.SlackNotifier(given.stack, 'slack', { host: given.host, webhookUrl: given.Secret.fromVariable(variable(given, false)) }),
  },
];

exports.reasons = {
  'file/invalid-path': 'Root uses the path as written: no shell expands `~`, and there is no directory for a relative path to start from.',
  'file/invalid-content':
    'Terraform text is Unicode: it can’t contain NUL or half of a surrogate pair, and Terraform silently converts it to normalisation form C, so the host would get different bytes.',
  'file/invalid-mode': 'As numbers, 644 and 0o644 look alike but mean different things.',
  'file/invalid-owner': 'The host looks up the name before it changes anything, and no account can have this name.',
  'stack/invalid-property': 'The value doesn’t match the property’s type, which TypeScript reports at compile time and JavaScript doesn’t.',
  'file/invalid-variable':
    'Values are written to the file as text. Converting `undefined` or a list would give text that looks right but isn’t.',
  'secret/from-host-file': 'The value is in a file on the host, which this program can’t read and copy to another file.',
  'secret/not-sensitive':
    'Terraform hides only values that are marked as sensitive: any other value is printed in the plan and stored in plaintext.',
  'secret/readable-by-others': 'Every user of the host can read the file, and so can an attacker in any of its services.',
  'notifier/invalid-webhook': 'Anyone with the webhook’s URL can post to your channel.',
  'host/duplicate-path': 'Two constructs would overwrite each other’s file on the host, in an undefined order.',
  'host/path-below-file': 'A path can’t be both a file and a directory.',
  'unit/invalid-environment-name': 'systemd drops a variable with such a name, and the process starts without it.',
  'unit/unrepresentable-text':
    'The text contains something that a unit file, an environment file or a process can’t represent: NUL, a line break in a value of one line, or half of a surrogate pair.',
};
