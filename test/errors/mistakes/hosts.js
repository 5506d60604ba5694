// Mistakes about hosts: their addresses, their logins, and a stack's requirements for them.

const ssh = (props) => (given) =>
  new given.Host(given.stack, 'worker-2', { address: given.address, ssh: { ...given.ssh, ...props(given) } });
const host = (props) => (given) => new given.Host(given.stack, 'worker-2', { address: given.address, ssh: given.ssh, ...props(given) });
const keyInVariable = (options) =>
  ssh(({ PrivateKey, TerraformVariable, stack }) => ({
    privateKey: PrivateKey.fromVariable(new TerraformVariable(stack, 'ssh_key', { type: 'string', sensitive: true }), options),
  }));

const bastion = (props) => ssh((given) => ({ bastion: { address: '198.51.100.1', hostKeys: given.ssh.hostKeys, ...props(given) } }));

exports.mistakes = [
  { mistake: 'an address with a blank', make: host(() => ({ address: 'worker 2' })) },
  { mistake: 'an ssh option as the address', make: host(() => ({ address: '-oProxyCommand=x' })) },
  { mistake: 'an empty address, as from an unset environment variable', make: host(() => ({ address: '' })) },
  { mistake: 'no address', make: host(() => ({ address: undefined })) },
  { mistake: 'no ssh', make: host(() => ({ ssh: undefined })) },
  { mistake: 'no properties at all', make: ({ Host, stack }) => new Host(stack, 'worker-2'), alsoReported: ['ssh/missing-settings'] },
  { mistake: 'a port as text', make: ssh(() => ({ port: '22' })) },
  { mistake: 'a port that is a token', make: ssh(({ vm }) => ({ port: vm.getNumberAttribute('ssh_port') })) },
  { mistake: 'a port that does not exist', make: ssh(() => ({ port: 65536 })) },
  { mistake: 'a login name with a blank', make: ssh(() => ({ user: 'ops team' })) },
  { mistake: 'a timeout of zero seconds', make: ssh(() => ({ timeoutSeconds: 0 })) },
  { mistake: 'a timeout with a unit', make: ssh(() => ({ timeoutSeconds: '30s' })) },
  { mistake: 'a script directory shared by all users', make: ssh(() => ({ scriptDirectory: '/tmp/upload' })) },
  { mistake: 'the private key itself', make: ssh(() => ({ privateKey: '-----BEGIN OPENSSH PRIVATE KEY-----' })) },
  { mistake: 'a relative path of a private key', make: ssh(({ PrivateKey }) => ({ privateKey: PrivateKey.fromFile('keys/ops') })) },
  { mistake: 'a private key without a path', make: ssh(({ PrivateKey }) => ({ privateKey: PrivateKey.fromFile(undefined) })) },
  { mistake: 'a private key in a variable, without a login for the uninstall', make: keyInVariable(undefined) },
  { mistake: 'a relative path of the key for the uninstall', make: keyInVariable({ uninstall: { keyFile: 'keys/ops' } }) },
  {
    mistake: 'the name of a variable instead of the variable',
    make: ssh(({ PrivateKey }) => ({ privateKey: PrivateKey.fromVariable('ssh_key', { uninstall: 'leave' }) })),
  },
  { mistake: 'no host keys', make: ssh(() => ({ hostKeys: undefined })) },
  { mistake: 'only the path of known_hosts', make: ssh(() => ({ hostKeys: 'known_hosts' })) },
  {
    mistake: 'a host that is not in known_hosts',
    make: ssh(({ HostKeys, knownHosts }) => ({ hostKeys: HostKeys.fromKnownHosts(knownHosts) })),
  },
  {
    mistake: 'a missing known_hosts file',
    make: ssh(({ HostKeys }) => ({ hostKeys: HostKeys.fromKnownHosts('/nowhere/known_hosts') })),
  },
  {
    mistake: 'an address that is a token, without an alias',
    make: (given) =>
      ssh(({ HostKeys, knownHosts }) => ({ hostKeys: HostKeys.fromKnownHosts(knownHosts) }))({
        ...given,
        address: given.vm.getStringAttribute('public_ip'),
      }),
  },
  { mistake: 'an empty list of host keys', make: ssh(({ HostKeys }) => ({ hostKeys: HostKeys.of() })) },
  { mistake: 'unchecked host keys', make: ssh(({ HostKeys }) => ({ hostKeys: HostKeys.insecurelyAcceptAny() })) },
  {
    mistake: 'two host keys of one type',
    make: ssh(({ HostKeys }) => ({
      hostKeys: HostKeys.of(
        'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXn',
        'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXo',
      ),
    })),
  },
  { mistake: 'a fingerprint instead of a host key', make: ssh(({ HostKeys }) => ({ hostKeys: HostKeys.of('SHA256:abc') })) },
  { mistake: 'the agent, which Terraform forwards', make: ssh(({ PrivateKey }) => ({ privateKey: PrivateKey.fromAgent() })) },
  { mistake: 'the agent for the uninstall', make: keyInVariable({ uninstall: 'agent' }) },
  { mistake: 'a misspelt property of ssh', make: ssh(() => ({ timeoutSecond: 60 })) },
  { mistake: 'only the address of a bastion', make: ssh(() => ({ bastion: '198.51.100.1' })) },
  { mistake: 'a bastion with a login name in its address', make: bastion(() => ({ address: 'jump@198.51.100.1' })) },
  { mistake: 'a bastion without an address', make: bastion(() => ({ address: undefined })) },
  { mistake: 'a bastion with a port that does not exist', make: bastion(() => ({ port: 0 })) },
  { mistake: 'an ssh option as the user of a bastion', make: bastion(() => ({ user: '-l root' })) },
  { mistake: 'a bastion without host keys', make: bastion(() => ({ hostKeys: undefined })) },
  {
    mistake: 'a bastion that is not in known_hosts',
    make: bastion(({ HostKeys, knownHosts }) => ({ hostKeys: HostKeys.fromKnownHosts(knownHosts) })),
  },
  {
    mistake: 'an unchecked bastion in front of a host with checked keys',
    make: bastion(({ HostKeys }) => ({ hostKeys: HostKeys.insecurelyAcceptAny() })),
  },
  { mistake: 'the path of a bastion’s key instead of the key', make: bastion(() => ({ privateKey: '~/.ssh/jump' })) },
  {
    mistake: 'a relative path for the key of a bastion',
    make: bastion(({ PrivateKey }) => ({ privateKey: PrivateKey.fromFile('keys/jump') })),
  },
  {
    mistake: 'the agent only for the bastion',
    make: bastion(({ PrivateKey }) => ({ privateKey: PrivateKey.fromAgent() })),
    alsoReported: ['ssh/agent-forwarded'],
  },
  {
    mistake: 'the agent only for the uninstall through the bastion',
    make: bastion(({ PrivateKey, TerraformVariable, stack }) => ({
      privateKey: PrivateKey.fromVariable(new TerraformVariable(stack, 'jump_key', { type: 'string', sensitive: true }), {
        uninstall: 'agent',
      }),
    })),
    alsoReported: ['ssh/agent-forwarded'],
  },
  { mistake: 'a misspelt property of a bastion', make: bastion(() => ({ hostkeys: 'known_hosts' })) },
  { mistake: 'a misspelt property', make: host(({ address, ssh }) => ({ adress: address, ssh })) },
  { mistake: 'the name of a platform instead of the platform', make: host(() => ({ platform: 'debian-12' })) },
  {
    mistake: 'a platform of unknown versions',
    make: host(({ Platform }) => ({ platform: Platform.of({ systemd: '252', monit: '5.33' }) })),
  },
  { mistake: 'a platform without versions', make: host(({ Platform }) => ({ platform: Platform.of() })) },
  { mistake: 'a single generation, which leaves none for a rollback', make: host(() => ({ generations: 1 })) },
  { mistake: 'a hostId that Terraform would expand', make: host(() => ({ hostId: '${aws_instance.worker.id}' })) },
  {
    mistake: 'one machine twice',
    alone: true,
    make: ({ Host, stack, ssh, address }) => ['worker-2', 'worker-3'].map((id) => new Host(stack, id, { address, ssh })).at(-1),
  },
  {
    mistake: 'no provider for null_resource',
    alone: true,
    make: ({ Host, TerraformStack, app, ssh, address }) => new Host(new TerraformStack(app, 'other'), 'worker-2', { address, ssh }),
  },
  {
    mistake: 'a registry after the first host',
    alone: true,
    make: ({ HostRegistry, stack }) => new HostRegistry(stack, 'registry', { resourceType: 'terraform_data' }),
  },
  {
    mistake: 'an unsupported resource type',
    alone: true,
    make: ({ HostRegistry, NullProvider, TerraformStack, app }) => {
      const stack = new TerraformStack(app, 'other');
      new NullProvider(stack, 'null');
      new HostRegistry(stack, 'registry', { resourceType: 'aws_instance' });
    },
  },
  {
    mistake: 'an uninstall of a host that is still in the stack',
    alone: true,
    make: ({ Host, HostRegistry, stack, ssh, address }) => {
      new Host(stack, 'worker-2', { address, ssh });
      HostRegistry.of(stack).uninstall(address);
    },
  },
  {
    mistake: 'output as HCL',
    alone: true,
    make: ({ App, Host, HostRegistry, TerraformStack, outdir, ssh, address }) => {
      const app = new App({ hclOutput: true, outdir });
      const stack = new TerraformStack(app, 'workers');
      new HostRegistry(stack, 'hosts', { resourceType: 'terraform_data' });
      new Host(stack, 'worker-1', { address, ssh });
      return app;
    },
  },
];

exports.reasons = {
  'ssh/agent-forwarded':
    'Terraform always forwards an agent that it logs in with: while it is connected, root on the host can log in elsewhere with the agent’s keys.',
  'ssh/invalid-bastion': 'Terraform logs in to a bastion as it does to a host, so a bastion needs its own address and host keys.',
  'ssh/duplicate-host-key-type':
    'Of several keys of one type, Terraform accepts only the first: if the host no longer has that one, every deployment fails.',
  'ssh/mixed-agent': 'Terraform has a single agent setting, which applies to both the host and the bastion.',
  'ssh/unchecked-bastion':
    'Terraform before 1.16 checks the bastion against the host’s keys, so a bastion without its own keys would be refused.',
  'stack/unknown-property': 'The property has no effect, so the setting that it was meant to change keeps its default.',
  'host/invalid-address': 'Terraform connects to this address; if it isn’t valid, the deployment fails only after minutes of waiting.',
  'ssh/invalid-port':
    'The port is written to the connection and to the data for the host’s uninstall, so it must be a number that is known at synth.',
  'stack/invalid-registry': 'An unknown value would be treated as the default.',
  'ssh/invalid-script-directory':
    'Terraform uploads its script to this directory, briefly with secrets. In a shared directory, other users could read the script, or replace it before root runs it.',
  'ssh/invalid-timeout': 'Terraform treats a timeout that it can’t parse as 5 minutes, and a login with a wrong key waits that long.',
  'ssh/invalid-user': 'The login name is written to the connection, so it must be known at synth.',
  'stack/hcl-output': 'cdktf omits the connections of resources from HCL, so Terraform would not know how to reach a host.',
  'ssh/no-host-key':
    'Without a key to compare with, any machine that answers at the address would get your files and root’s commands. Terraform itself does not read known_hosts.',
  'ssh/host-keys-unchecked':
    'Anyone between you and the host can read the secrets and impersonate the host. Use this only for a throw-away machine.',
  'stack/duplicate-host': 'A machine has one deployment per stack: two would each remove what the other has installed.',
  'ssh/missing-host-keys': 'Terraform checks a host key only if it is given one, and doesn’t warn otherwise.',
  'ssh/invalid-key-variable': 'Only a variable can be passed to Terraform without its value being written to the configuration.',
  'stack/no-null-provider': 'Deployments use null_resource, whose provider must be declared in each stack.',
  'ssh/invalid-private-key': 'A key in the code would also be in the repository, the configuration and every plan.',
  'ssh/missing-settings': 'Every host is reached over SSH, and this one has no settings for it.',
  'ssh/relative-key-path': 'Terraform runs in the stack’s output directory, where a relative path doesn’t lead to the key.',
  'stack/retired-host-present':
    'This uninstalls a host after it was removed from the code: one that is still there would be deployed and uninstalled at the same time.',
  'stack/duplicate-registry':
    'A registry holds the settings that all hosts of a stack share, and the first Host creates one if there is none.',
  'ssh/variable-key-without-uninstall':
    'When a host is removed, Terraform runs the uninstall without variables: the key must be available in another way, or the installed files stay.',
  'host/invalid-platform':
    'Checks depend on which features the host’s systemd and Monit support, and the host refuses a deployment if its versions are older.',
  'host/invalid-generations': 'The host keeps this many bundles with all their files, and a rollback needs the one before the current one.',
  'host/invalid-id': 'The id is a key of a Terraform resource, where `${` and quotes have a special meaning.',
};
