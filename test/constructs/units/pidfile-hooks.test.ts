import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Exec, Host, PidfileHooks, Platform, SystemdService, type ExecCommand, type HostProps } from '../../../lib';
import { collectIssues } from '../../../lib/testing';
import { imaginarySsh, stackWithTerraformData, testApp } from '../../support/stacks';

function hooks(pidfile?: string, props: Partial<HostProps> = {}) {
  const stack = stackWithTerraformData(testApp());
  const host = new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh, ...props });
  const service = new SystemdService(stack, 'app', { host, service: { ExecStart: Exec.command('/bin/true'), User: 'app' } });
  const it = new PidfileHooks(stack, 'pidfile', { service, path: pidfile });
  return { it, service, codes: collectIssues(stack).map(({ code }) => code) };
}

test('the default path under /run raises no issue', () => {
  const { it, codes } = hooks();
  expect([it.path, codes]).toEqual(['/run/app.pid', []]);
});

test.each(['/home/app/app.pid', '/tmp/app.pid', '/var/tmp/app.pid', '/root/app.pid'])('Debian 13’s Monit can’t see %s', (place) => {
  expect(hooks(place, { platform: Platform.DEBIAN_13 }).codes).toEqual(['monit/path-hidden-by-sandbox']);
  expect(hooks(place).codes).toEqual(['service/pidfile-in-application']);
});

test('two services of a host can’t share a pidfile', () => {
  const stack = stackWithTerraformData(testApp());
  const host = new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh });
  for (const id of ['one', 'two']) {
    const service = new SystemdService(stack, id, { host, service: { ExecStart: Exec.command('/bin/true'), User: 'app' } });
    new PidfileHooks(stack, `pidfile-${id}`, { service, path: '/run/app.pid' });
  }
  expect(collectIssues(stack)).toEqual([
    expect.objectContaining({
      code: 'host/duplicate-pidfile',
      problem: expect.stringMatching(/workers\/pidfile-one.*workers\/pidfile-two/),
    }),
  ]);
});

test.each([
  [undefined, { fullPrivileges: true }],
  ['/var/run/app.pid', { fullPrivileges: true }],
  ['/run/app/app.pid', {}],
  ['/srv/app/shared/app.pid', {}],
])('root writes the file only in /run, where the application can’t place a link: %s', (place, options) => {
  const { service } = hooks(place);
  const commands = ['ExecStartPost', 'ExecStopPost'] as const;
  expect(commands.map((name) => service.unit.service.get(name))).toEqual(
    commands.map((): unknown => [expect.objectContaining({ options })]),
  );
});

test('the file contains the pid, and is replaced atomically', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'pidfile '));
  const file = path.join(directory, `it's "$HOME".pid`);
  const [command] = [hooks(file).service.unit.service.get('ExecStartPost')].flat() as [ExecCommand];
  execFileSync(String(command.program), command.args.map(String), { env: { MAINPID: '4711' } });
  expect([readFileSync(file, 'utf8'), readdirSync(directory)]).toEqual(['4711\n', [path.basename(file)]]);
});
