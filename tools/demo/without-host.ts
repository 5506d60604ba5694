import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { REPOSITORY } from '../../test/hosts/paths';
import { must } from '../../test/hosts/run';
import type { Reporter } from './reporter';
import { showFiles } from './show-files';
import { synthesizedFiles } from './synthesized';

/** An address that belongs to nobody (RFC 5737), and a key that nobody has. */
const NOBODY = { address: '203.0.113.10', key: `ssh-ed25519 ${'A'.repeat(68)}` };

/** Shows the files where no host can be booted, and prints which steps were skipped and how to run them. */
export async function showWithoutHost(report: Reporter, missing: string): Promise<void> {
  report.step('What the example app (bin/app.ts) would put on a host');
  const directory = mkdtempSync(path.join(tmpdir(), 'cdktf-sidekiq-demo-'));
  try {
    const knownHosts = path.join(directory, 'known_hosts');
    writeFileSync(knownHosts, `${NOBODY.address} ${NOBODY.key}\n`);
    // The program itself, without cdktf around it: that needs neither Terraform nor a network.
    await must([path.join(REPOSITORY, 'node_modules/.bin/tsx'), path.join(REPOSITORY, 'bin/app.ts')], {
      cwd: directory,
      env: {
        ...process.env,
        CDKTF_OUTDIR: path.join(directory, 'cdktf.out'),
        WORKER_ADDRESS: NOBODY.address,
        WORKER_KNOWN_HOSTS: knownHosts,
        RESOURCE_TYPE: 'terraform_data',
      },
    });
    showFiles(report, synthesizedFiles(path.join(directory, 'cdktf.out'), 'workers'));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  report.proved('these files, and the commands that put them there, are all that a deployment is');
  report.step('What was not done');
  report.say('No host was booted and nothing was deployed, killed, changed, refused or removed.');
  report.say(`A throw-away host needs root on Debian or its kin; missing here: ${missing}`);
  report.say('');
  report.say('On a Debian 12 host of yours, reached as root or as a user with passwordless sudo:');
  report.say('  npm run demo -- --host user@address');
  report.say('It installs, changes and removes the example’s Sidekiq there. `npm run demo -- --help` tells more.');
}
