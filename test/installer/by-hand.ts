import { createHash } from 'node:crypto';
import type { Bundle, BundleFile, BundleService } from '../../lib/bundle';
import { deploymentScript, documentHashes, documentLines, installerLines, uninstallScript } from '../../lib/installer';
import { renderControlFile } from '../../lib/monit';
import type { TestHost } from '../hosts/host';
import type { Outcome } from '../hosts/run';

/** Owner and claim of a deployment, unless a test sets others. */
export const OWNER = 'a0000000-0000-4000-8000-000000000001';
export const CLAIM = 'c0000000-0000-4000-8000-000000000001';

export interface Deployer {
  readonly owner?: string;
  readonly claim?: string;
  readonly stack?: string;
  /** User to log in as. Default: root. */
  readonly user?: string;
}

export function contentOf(file: BundleFile): { sha256: string; base64: string } {
  const text = Buffer.from(file.lines.join('\n'), 'utf8');
  return { sha256: createHash('sha256').update(text).digest('hex'), base64: text.toString('base64') };
}

/** Returns the text that Terraform would upload, with the transaction's program or another one. */
export function scriptFor(
  bundle: Bundle,
  { owner = OWNER, claim = CLAIM, stack = 'workers' }: Deployer = {},
  program?: readonly string[],
): string {
  const ids = { owner, claim, stack, workspace: Buffer.from('default').toString('base64') };
  const { fixedSha256, filledIn } = documentHashes(bundle, ids, contentOf);
  const filledSha256 = createHash('sha256')
    .update(filledIn.map((value) => `${value} `).join('') + '\n')
    .digest('hex');
  const document = { lines: documentLines(bundle, ids, contentOf), fixedSha256, filledSha256 };
  return deploymentScript(document, installerLines(program)).join('\n') + '\n';
}

/** Uploads and runs a script as Terraform does, in one connection. */
export function runScript(host: TestHost, script: string, user = 'root'): Promise<Outcome> {
  return host.ssh('cat >.ssh/cdktf-sidekiq-test.sh && chmod 0777 .ssh/cdktf-sidekiq-test.sh && .ssh/cdktf-sidekiq-test.sh', {
    input: script,
    user,
    timeout: 120_000,
  });
}

export function deploy(host: TestHost, bundle: Bundle, deployer: Deployer = {}): Promise<Outcome> {
  return runScript(host, scriptFor(bundle, deployer), deployer.user);
}

export function uninstall(host: TestHost, { owner = OWNER, claim = CLAIM, user }: Deployer = {}): Promise<Outcome> {
  return runScript(host, uninstallScript({ owner, claim }).join('\n') + '\n', user);
}

/** Returns the last line that a run printed: the cause, if it failed. */
export function lastLine({ stdout }: Outcome): string {
  return stdout.trimEnd().split('\n').at(-1) ?? '';
}

export function file(path: string, text: string, more: Partial<BundleFile> = {}): BundleFile {
  const kind = path.startsWith('/etc/systemd/system/') ? 'unit' : path.startsWith('/etc/monit/') ? 'monit' : 'plain';
  const mode = kind === 'monit' ? '0600' : '0644';
  return { path, lines: text.split('\n'), mode, user: 'root', group: 'root', claimedBy: 'test', kind, ...more };
}

export function service(unit: string, more: Partial<BundleService> = {}): BundleService {
  return { unit, enabled: true, restartOn: [], stabilitySeconds: 1, stopSeconds: 10, startSeconds: 10, whenStopped: 'keep', ...more };
}

/** A unit that is ready at once and keeps running, with more lines for its [Service] section. */
export function unitText(description: string, more: readonly string[] = []): string {
  return [
    '[Unit]',
    `Description=${description}`,
    '[Service]',
    'Type=notify',
    'NotifyAccess=all',
    `ExecStart=/bin/sh -c 'systemd-notify --ready; exec sleep infinity'`,
    'TimeoutStopSec=10',
    ...more,
    '[Install]',
    'WantedBy=multi-user.target',
    '',
  ].join('\n');
}

export function unitFile(unit: string, description: string, more: readonly string[] = []): BundleFile {
  return file(`/etc/systemd/system/${unit}`, unitText(description, more));
}

export const MONIT_SOCKET: BundleFile = file(
  '/etc/monit/conf-enabled/cdktf-sidekiq-httpd',
  renderControlFile({ statements: [{ statement: 'set httpd', unixSocket: '/run/monit.sock' }] }),
  {
    kind: 'monit-httpd',
  },
);

export function bundle(more: Partial<Bundle> = {}): Bundle {
  return { files: [], services: [], checks: [], requires: { users: [], groups: [], programs: [], files: [] }, ...more };
}
