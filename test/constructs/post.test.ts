import { Platform } from '../../lib';
import { collectIssues } from '../../lib/testing';
import { imaginarySsh, stackWithTerraformData, testApp } from '../support/stacks';
import { postStack } from './post-stack';

function issuesOn(platform: Platform, user = 'ops'): string[] {
  const stack = stackWithTerraformData(testApp());
  postStack(stack, { address: '203.0.113.10', ssh: { ...imaginarySsh, user }, platform });
  return collectIssues(stack).map(({ severity, code, path, property }) => `${severity} ${code}: ${path.split('/').at(-1)} ${property}`);
}

const EVERYWHERE: readonly string[] = [
  // TERM follows at once; a stop that finds no pidfile fails; words and a target that are gone for years.
  'warning unit/use-type-notify: sidekiq service.Type',
  'warning unit/stop-does-not-wait: sidekiq service.ExecStop',
  'warning unit/stop-post-fails: sidekiq service.ExecStopPost',
  'warning unit/legacy-output: sidekiq service.StandardOutput',
  'warning unit/legacy-output: sidekiq service.StandardError',
  'warning unit/legacy-target: sidekiq unit.After',
  // A clean exit stays down; "started" says nothing.
  'warning service/no-automatic-restart: sidekiq service.Restart',
  // One rule can't fire on two cores or more, the other fires at every deploy.
  'warning monit/cpu-is-share-of-all-cores: monit rules[3].test',
  'info monit/changed-pid-fires-on-deploy: monit rules[2].test',
  // A Monit that ends between stop and start leaves it down.
  'warning monit/restart-without-program: monit rules[0].action',
  'warning monit/restart-without-program: monit rules[1].action',
  // The app says which process Monit, as root, takes for Sidekiq.
  'info service/pidfile-in-application: monit pidfile',
  // An operator's stop is undone at once; Monit gives up on what systemd is still doing; nothing ends a series of restarts.
  'warning service/two-supervisors: monit rules[0]',
  'warning monit/fires-too-early: monit rules[0]',
  'warning service/timeout-ladder: monit start.timeout',
  'warning service/timeout-ladder: monit stop.timeout',
  'warning monit/no-restart-limit: monit restart',
];

// That it means the same to systemd and Monit as the post's own text is shown on a host: test/live/docs/post.test.ts.
describe('the post, said with our constructs', () => {
  test('raises these issues', () => {
    expect(issuesOn(Platform.DEBIAN_12)).toEqual(EVERYWHERE);
  });

  test('and on Debian 13 these as well', () => {
    expect(issuesOn(Platform.DEBIAN_13).filter((issue) => !EVERYWHERE.includes(issue))).toEqual([
      'error monit/uid-forbidden-by-sandbox: monit start.uid',
      'error monit/uid-forbidden-by-sandbox: monit stop.uid',
    ]);
  });

  test('and where Terraform logs in as the app’s own user this one', () => {
    expect(issuesOn(Platform.DEBIAN_12, 'deploy').filter((issue) => !EVERYWHERE.includes(issue))).toEqual([
      'warning service/login-user-runs-service: sidekiq service.User',
    ]);
  });
});
