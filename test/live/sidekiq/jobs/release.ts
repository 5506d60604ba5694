import type { Bundle } from '../../../../lib/bundle';
import { Duration, Host, Platform, SidekiqService, type SidekiqServiceProps } from '../../../../lib';
import { HostRegistry } from '../../../../lib/terraform';
import { collectIssues } from '../../../../lib/testing';
import type { TestHost } from '../../../hosts/host';
import type { Suite } from '../../../hosts/rootfs';
import { sshTo, stackWithTerraformData, testApp } from '../../../support/stacks';

/** The Sidekiq that each Debian packages. */
export const SIDEKIQS: Readonly<Record<Suite, readonly [version: string, platform: Platform]>> = {
  bullseye: ['6.0.4', Platform.DEBIAN_11],
  bookworm: ['6.4.1', Platform.DEBIAN_12],
  trixie: ['7.3.2', Platform.DEBIAN_13],
  forky: ['8.1.7', Platform.DEBIAN_14],
};

/** Bundle that `cdktf deploy` would send to a host: the application's Sidekiq, in a release that differs from the others by one line. */
export function release(host: TestHost, name: string, props: Partial<SidekiqServiceProps> = {}): Bundle {
  const [version, platform] = SIDEKIQS[host.suite];
  const stack = stackWithTerraformData(testApp());
  new SidekiqService(stack, 'sidekiq', {
    host: new Host(stack, 'worker', { address: host.address, ssh: sshTo(host), platform }),
    version,
    workingDirectory: '/opt/myapp/current',
    configFile: '/opt/myapp/shared/config/sidekiq.yml',
    require: './recorded_job.rb',
    concurrency: 12,
    user: 'deploy',
    stability: Duration.seconds(1),
    ...props,
    environmentVariables: { RELEASE: name, ...props.environmentVariables },
  });
  const issues = collectIssues(stack);
  if (issues.length > 0) throw new Error(JSON.stringify(issues));
  return HostRegistry.hostsBelow(stack)[0]!.bundle();
}

/** The same with a line that systemd doesn't know. */
export function refusedRelease(bundle: Bundle): Bundle {
  const lines = (file: Bundle['files'][number]) =>
    file.lines.flatMap((line) => (line === '[Service]' ? [line, 'NoSuchDirective=1'] : [line]));
  return { ...bundle, files: bundle.files.map((file) => (file.kind === 'unit' ? { ...file, lines: lines(file) } : file)) };
}
