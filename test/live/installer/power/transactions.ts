import type { Bundle } from '../../../../lib/bundle';
import type { TestHost } from '../../../hosts/host';
import type { Outcome } from '../../../hosts/run';
import * as hand from '../../../installer/by-hand';

/** Trees with the targets of these transactions and the program's records. */
export const TREES = ['/etc/systemd/system', '/etc/monit', '/srv', '/var/lib/cdktf-sidekiq', '/var/backups'];

/** A transaction whose system calls are recorded. */
export interface Transaction {
  readonly name: string;
  /** Brings the host to the initial state. */
  readonly prepare: (host: TestHost) => Promise<unknown>;
  readonly act: (host: TestHost) => Promise<Outcome>;
  /** Beginning of the last line. */
  readonly ends: RegExp;
}

const check = (name: string): ReturnType<typeof hand.file> =>
  hand.file(`/etc/monit/conf-enabled/${name}`, `check process ${name} matching "sleep infinity"\n`);
const service = (unit: string): ReturnType<typeof hand.service> =>
  hand.service(unit, { restartOn: unit === 'one.service' ? ['/srv/one/shared/env'] : [], stabilitySeconds: 0 });

function bundleOf(kind: 'old' | 'new', more: readonly string[] = []): Bundle {
  const both = [hand.unitFile('one.service', kind, more), hand.file('/srv/one/shared/env', `LEVEL=${kind}\n`), hand.MONIT_SOCKET];
  const only =
    kind === 'old'
      ? [hand.file('/srv/one/gone/file', 'x\n'), hand.unitFile('gone.service', 'gone'), check('old')]
      : [hand.file('/srv/one/fresh/deep/file', 'x\n'), hand.unitFile('fresh.service', 'fresh'), check('new')];
  const units = ['one.service', kind === 'old' ? 'gone.service' : 'fresh.service'];
  return hand.bundle({ files: [...both, ...only], services: units.map(service), checks: [kind] });
}

const OLD = bundleOf('old');
const NEW = bundleOf('new');

/** The old bundle without its second service, and without one of its directories. */
const LESS: Bundle = {
  ...OLD,
  files: OLD.files.filter(({ path }) => !/gone/.test(path)),
  services: OLD.services.filter(({ unit }) => unit !== 'gone.service'),
};

const ADOPTED: Bundle = { ...NEW, files: NEW.files.map((file) => ({ ...file, adopt: true })) };

async function mustDeploy(host: TestHost, bundle: Bundle): Promise<void> {
  const { code, stdout } = await hand.deploy(host, bundle);
  if (code !== 0) throw new Error(stdout);
}

async function mustUninstall(host: TestHost): Promise<void> {
  const { code, stdout } = await hand.uninstall(host);
  if (code !== 0) throw new Error(stdout);
  await host.mustExec('rm -rf /srv/one /var/backups/cdktf-sidekiq');
}

const editByHand = (host: TestHost): Promise<string> =>
  host.mustExec('echo "# edited by hand" >>/srv/one/shared/env; chmod 0640 /srv/one/shared/env');

/** Files that an operator made by hand, before any deployment. */
async function byHand(host: TestHost): Promise<void> {
  await host.writeFile('/etc/systemd/system/one.service', hand.unitText('by hand'));
  await host.writeFile('/srv/one/shared/env', 'LEVEL=by hand\n', '0600');
  await host.mustExec('systemctl daemon-reload; systemctl enable --now one.service');
}

/** Every kind of transaction. */
export const TRANSACTIONS: readonly Transaction[] = [
  { name: 'first deployment', prepare: mustUninstall, act: (host) => hand.deploy(host, NEW), ends: /^deployed$/ },
  {
    name: 'change',
    prepare: async (host) => mustDeploy(host, OLD).then(() => editByHand(host)),
    act: (host) => hand.deploy(host, NEW),
    ends: /^deployed$/,
  },
  {
    name: 'removal',
    prepare: async (host) => mustDeploy(host, OLD).then(() => host.mustExec('echo y >>/srv/one/gone/file')),
    act: (host) => hand.deploy(host, LESS),
    ends: /^deployed$/,
  },
  { name: 'nothing to do', prepare: (host) => mustDeploy(host, OLD), act: (host) => hand.deploy(host, OLD), ends: /^nothing to do$/ },
  {
    name: 'rollback of a service that fails',
    prepare: (host) => mustDeploy(host, OLD),
    act: (host) => hand.deploy(host, bundleOf('new', ['ExecStartPre=/bin/false'])),
    ends: /^failed, rolled back/,
  },
  {
    name: 'return to the generation before',
    prepare: async (host) => mustDeploy(host, OLD).then(() => mustDeploy(host, NEW)),
    act: (host) => host.ssh(`/bin/sh /var/lib/cdktf-sidekiq/owners/${hand.OWNER}/installer rollback`),
    ends: /^rolled back to generation/,
  },
  {
    name: 'uninstallation',
    prepare: async (host) => mustDeploy(host, OLD).then(() => editByHand(host)),
    act: (host) => hand.uninstall(host),
    ends: /^uninstalled$/,
  },
  {
    name: 'adoption',
    prepare: async (host) => mustUninstall(host).then(() => byHand(host)),
    act: (host) => hand.deploy(host, ADOPTED),
    ends: /^deployed$/,
  },
  {
    name: 'uninstallation of what was adopted',
    prepare: async (host) =>
      mustUninstall(host)
        .then(() => byHand(host))
        .then(() => mustDeploy(host, ADOPTED)),
    act: (host) => hand.uninstall(host),
    ends: /^uninstalled$/,
  },
];
