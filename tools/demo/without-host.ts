import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { REPOSITORY } from '../../test/hosts/paths';
import { must } from '../../test/hosts/run';
import type { Reporter } from './reporter';
import { showFiles } from './show-files';
import { synthesizedFiles } from './synthesized';

/** An address for documentation (RFC 5737), and a key that no machine has. */
const UNREACHABLE = { address: '203.0.113.10', key: `ssh-ed25519 ${'A'.repeat(68)}` };

/** The part of the demo that needs no host: the files. Prints what was left out, and how to run it. */
export async function showWithoutHost(report: Reporter, missing: string): Promise<void> {
  report.step('What the example app (bin/app.ts) would put on a host');
  const directory = mkdtempSync(path.join(tmpdir(), 'cdktf-sidekiq-demo-'));
  try {
    const knownHosts = path.join(directory, 'known_hosts');
    writeFileSync(knownHosts, `${UNREACHABLE.address} ${UNREACHABLE.key}\n`);
    // Runs the program directly, without cdktf: that needs neither Terraform nor a network.
    await must([path.join(REPOSITORY, 'node_modules/.bin/tsx'), path.join(REPOSITORY, 'bin/app.ts')], {
      cwd: directory,
      env: {
        ...process.env,
        CDKTF_OUTDIR: path.join(directory, 'cdktf.out'),
        WORKER_ADDRESS: UNREACHABLE.address,
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
  report.note('No host was booted and nothing was deployed, killed, changed, refused or removed.');
  report.note(`A throw-away host needs root on Debian or a derivative; missing here: ${missing}`);
  report.note('');
  report.note('On a Debian 12 host of yours, reached as root or as a user with passwordless sudo:');
  report.note('  npm run demo -- --host user@address');
  report.note('It installs, changes and removes the example’s Sidekiq there. `npm run demo -- --help` explains more.');
}
