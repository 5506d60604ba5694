import {
  alert,
  Duration,
  Exec,
  exec,
  Host,
  MonitCheck,
  MonitDaemon,
  MonitFileCheck,
  SystemdService,
  when,
  type MonitCheckProps,
  type ServiceProps,
} from '../../../lib';
import { collectIssues } from '../../../lib/testing';
import { bundleOf } from '../../support/bundles';
import { imaginarySsh, stackWithTerraformData, testApp } from '../../support/stacks';

/** A check of a service that stops in 30 s and starts in 90 s. */
function controlFile(props: Partial<MonitCheckProps> = {}, service: Partial<ServiceProps> = {}, interval = 120): string {
  const { files } = bundleOf((stack, host) => {
    new MonitDaemon(stack, 'daemon', { host, interval: Duration.seconds(interval) });
    const timeouts = { TimeoutStartSec: Duration.seconds(90), TimeoutStopSec: Duration.seconds(30) };
    const app = new SystemdService(stack, 'app', {
      host,
      service: { ExecStart: Exec.command('/bin/true'), User: 'app', ...timeouts },
      ...service,
    });
    new MonitCheck(stack, 'check', { service: app, matching: '^app', ...props });
  });
  return files.find(({ kind }) => kind === 'monit')!.lines.join('\n');
}

test('by default alerts if the process is missing for longer than a stop and a start take, and can restart it', () => {
  expect(controlFile()).toMatchInlineSnapshot(`
   "check process "app" matching "^app"
     start program = "/bin/systemctl start app.service" with timeout 100 seconds
     stop program = "/bin/systemctl stop app.service" with timeout 40 seconds
     restart program = "/usr/local/lib/cdktf-sidekiq/app.service/guard restart app.service 600" with timeout 130 seconds
     if does not exist for 2 cycles then alert
   "
  `);
});

test.each([
  [120, 2],
  [60, 3],
  [30, 5],
  [7, 18],
])('with a cycle of %s s waits for %s cycles, longer than the 120 s that a stop and a start may take', (interval, cycles) => {
  expect(controlFile({}, {}, interval)).toContain(`if does not exist for ${cycles} cycles then alert\n`);
  expect(cycles * interval).toBeGreaterThan(120);
});

test('as the supervisor, Monit starts the service through the guard', () => {
  expect(controlFile({}, { supervisor: 'monit' })).toContain(
    'if does not exist for 2 cycles then exec "/usr/local/lib/cdktf-sidekiq/app.service/guard revive app.service 600" repeat every 2 cycles',
  );
});

test('whenGone replaces the alert about a missing process', () => {
  expect(controlFile({ whenGone: exec(['/bin/page', 'me']) })).toContain('if does not exist for 2 cycles then exec "/bin/page me"\n');
});

test('a given rule with doesNotExist replaces the default one', () => {
  const text = controlFile({
    rules: [
      when
        .doesNotExist()
        .forCycles(9)
        .do(exec(['/bin/page', 'me'])),
    ],
  });
  expect(text.match(/does not exist/g)).toHaveLength(1);
  expect(text).toContain('if does not exist for 9 cycles then exec "/bin/page me"');
});

test('an issue of the whenGone action is reported at whenGone', () => {
  const stack = stackWithTerraformData(testApp());
  const host = new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh });
  const app = new SystemdService(stack, 'app', { host, service: { ExecStart: Exec.command('/bin/true'), User: 'app' } });
  new MonitCheck(stack, 'check', { service: app, matching: 'x', whenGone: exec(['/bin/page', 'a\0b']) });
  expect(collectIssues(stack).map(({ code, property }) => [code, property])).toEqual([['monit/unrepresentable-text', 'whenGone.argv[1]']]);
});

test('an issue of a rule has its index among the given rules, despite added and invalid ones', () => {
  const stack = stackWithTerraformData(testApp());
  const host = new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh });
  const app = new SystemdService(stack, 'app', { host, service: { ExecStart: Exec.command('/bin/true'), User: 'app' } });
  const asApp = when.uid.isNot('app').do(exec(['page']));
  // The check is named like the property, which must not confuse the places.
  new MonitCheck(stack, 'check', { service: app, matching: 'x', checkName: 'rules', rules: ['gone' as never, asApp, asApp] });
  expect(collectIssues(stack).map(({ code, property, problem }) => [code, property, problem])).toEqual([
    ['monit/invalid-rule', 'rules[0]', 'this rule is not an object'],
    ['monit/invalid-path', 'rules[1].action.argv[0]', expect.stringContaining('"page"')],
    ['monit/invalid-path', 'rules[2].action.argv[0]', expect.stringContaining('"page"')],
    ['monit/replaced-rule', 'rules[1]', expect.stringMatching(/if failed uid.*rules\[2\]/)],
  ]);
});

test('the rule that a file check adds is reported only for its action, at whenGone', () => {
  const stack = stackWithTerraformData(testApp());
  const host = new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh });
  const rules = [{} as never, when.uid.isNot('app').do(exec(['page']))];
  new MonitFileCheck(stack, 'log', { host, path: '/srv/log', whenGone: exec(['page', 'me']), rules });
  expect(collectIssues(stack).map(({ code, property }) => [code, property])).toEqual([
    ['monit/invalid-rule', 'rules[0]'],
    ['monit/invalid-path', 'whenGone.argv[0]'],
    ['monit/invalid-path', 'rules[1].action.argv[0]'],
  ]);
});

test('added rules come after the first ones', () => {
  const { files } = bundleOf((stack, host) => {
    const app = new SystemdService(stack, 'app', { host, service: { ExecStart: Exec.command('/bin/true') } });
    const check = new MonitCheck(stack, 'check', { service: app, matching: 'x', rules: [when.threads.above(9).do(alert())] });
    check.addRules(when.children.above(9).do(alert()));
  });
  const text = files.find(({ kind }) => kind === 'monit')!.lines.join('\n');
  expect(text).toMatch(/if threads > 9 then alert\n +if children > 9 then alert/);
});

test('revive adds a separate check', () => {
  const bundle = bundleOf((stack, host) => {
    const app = new SystemdService(stack, 'app', { host, service: { ExecStart: Exec.command('/bin/true') } });
    new MonitCheck(stack, 'check', { service: app, matching: 'x', revive: true, checkName: 'jobs' });
  });
  expect(bundle.checks).toEqual(['jobs', 'jobs-state']);
  expect(bundle.files.map(({ path, mode, kind }) => `${mode} ${kind} ${path}`)).toEqual([
    '0600 monit-httpd /etc/monit/conf.d/cdktf-sidekiq-socket',
    '0600 monit /etc/monit/conf.d/jobs',
    '0644 unit /etc/systemd/system/app.service',
    '0755 plain /usr/local/lib/cdktf-sidekiq/app.service/guard',
  ]);
});

test('the cooldown is passed to the guard in seconds', () => {
  expect(controlFile({ restartCooldown: Duration.minutes(30) })).toContain('guard restart app.service 1800"');
});
