import { Platform } from '../../lib';
import { collectIssues } from '../../lib/testing';
import { imaginarySsh, stackWithTerraformData, testApp } from '../support/stacks';
import { postStack } from './post-stack';

function issuesOn(platform: Platform, user = 'ops'): string[] {
  const stack = stackWithTerraformData(testApp());
  postStack(stack, { address: '203.0.113.10', ssh: { ...imaginarySsh, user }, platform });
  return collectIssues(stack).map(({ severity, code, path, property }) => `${severity} ${code}: ${path.split('/').at(-1)} ${property}`);
}

const ON_ALL_HOSTS: readonly string[] = [
  // SIGTERM follows at once; a stop without a pidfile fails; obsolete values and an obsolete target.
  'warning unit/use-type-notify: sidekiq service.Type',
  'warning unit/stop-does-not-wait: sidekiq service.ExecStop',
  'warning unit/stop-post-fails: sidekiq service.ExecStopPost',
  'warning unit/legacy-output: sidekiq service.StandardOutput',
  'warning unit/legacy-output: sidekiq service.StandardError',
  'warning unit/legacy-target: sidekiq unit.After',
  // The service stays down after a clean exit.
  'warning service/no-automatic-restart: sidekiq service.Restart',
  // One rule can't fire on two cores or more; the other fires on every deployment.
  'warning monit/cpu-is-share-of-all-cores: monit rules[3].test',
  'info monit/changed-pid-fires-on-deploy: monit rules[2].test',
  // If Monit ends between the stop and the start, the service stays down.
  'warning monit/restart-without-program: monit rules[0].action',
  'warning monit/restart-without-program: monit rules[1].action',
  // The application chooses the process that Monit, as root, takes for Sidekiq.
  'info service/pidfile-in-application: monit pidfile',
  // Monit undoes an operator's stop, gives up while systemd is still working, and restarts without a limit.
  'warning service/two-supervisors: monit rules[0]',
  'warning monit/fires-too-early: monit rules[0]',
  'warning monit/timeout-below-unit: monit start.timeout',
  'warning monit/timeout-below-unit: monit stop.timeout',
  'warning monit/no-restart-limit: monit restart',
];

// test/live/docs/post.test.ts shows on a host that these constructs mean the same to systemd and Monit as the post's own files.
describe('the post’s configuration as constructs', () => {
  test('raises these issues on Debian 12', () => {
    expect(issuesOn(Platform.DEBIAN_12)).toEqual(ON_ALL_HOSTS);
  });

  test('raises more issues on Debian 13', () => {
    expect(issuesOn(Platform.DEBIAN_13).filter((issue) => !ON_ALL_HOSTS.includes(issue))).toEqual([
      'error monit/uid-forbidden-by-sandbox: monit start.uid',
      'error monit/uid-forbidden-by-sandbox: monit stop.uid',
    ]);
  });

  test('raises another issue if Terraform logs in as the application’s user', () => {
    expect(issuesOn(Platform.DEBIAN_12, 'deploy').filter((issue) => !ON_ALL_HOSTS.includes(issue))).toEqual([
      'warning service/login-user-runs-service: sidekiq service.User',
    ]);
  });
});
