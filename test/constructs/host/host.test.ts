import { Host, HostFile, MonitCheck, Platform, SystemdService, Exec } from '../../../lib';
import { collectIssues, hostFiles } from '../../../lib/testing';
import { bundleOf } from '../../support/bundles';
import { imaginarySsh, stackWithTerraformData, testApp } from '../../support/stacks';

test('requires the versions of its platform; Monit’s only if the host has checks', () => {
  const platform = Platform.of({ systemd: 254, monit: '5.30' });
  expect(bundleOf(() => undefined, { platform }).requires).toMatchObject({ systemd: '254', monit: undefined });
  const watched = bundleOf(
    (stack, host) => {
      const service = new SystemdService(stack, 'app', { host, service: { ExecStart: Exec.command('/bin/true') } });
      new MonitCheck(stack, 'check', { service, matching: 'app' });
    },
    { platform },
  );
  expect(watched.requires).toMatchObject({ systemd: '254', monit: '5.30', monitIntervalSeconds: 120 });
});

test('defaults to Debian 12 and the login user root', () => {
  const { user, ...ssh } = imaginarySsh;
  const host = new Host(stackWithTerraformData(testApp()), 'worker', { address: '192.0.2.1', ssh });
  expect([user, host.platform, host.loginUser]).toEqual(['ops', Platform.DEBIAN_12, 'root']);
});

test('an invalid platform is reported once, with a service and a check on the host', () => {
  const stack = stackWithTerraformData(testApp());
  const host = new Host(stack, 'worker', {
    address: '192.0.2.1',
    ssh: imaginarySsh,
    platform: Platform.of({ systemd: 252, monit: 5 as never }),
  });
  const service = new SystemdService(stack, 'app', { host, service: { ExecStart: Exec.command('/bin/true'), User: 'app' } });
  new MonitCheck(stack, 'check', { service, matching: 'app' });
  expect(collectIssues(stack).map(({ code }) => code)).toEqual(['host/invalid-platform']);
  expect(() => {
    stack.toTerraform();
  }).not.toThrow();
});

test('an issue names both constructs that claim one path', () => {
  const stack = stackWithTerraformData(testApp());
  const host = new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh });
  for (const id of ['one', 'two']) new HostFile(stack, id, { host, path: '/etc/motd', content: id });
  expect(collectIssues(stack)).toEqual([
    expect.objectContaining({
      code: 'host/duplicate-path',
      path: 'workers/worker',
      problem: expect.stringMatching(/workers\/one.*workers\/two/),
    }),
  ]);
  expect(() => hostFiles(stack)).toThrow('host/duplicate-path');
});

test('an invalid address is the only issue of a host with a file', () => {
  const stack = stackWithTerraformData(testApp());
  const host = new Host(stack, 'worker', { address: '', ssh: imaginarySsh });
  new HostFile(stack, 'file', { host, path: '/etc/motd', content: '' });
  expect(collectIssues(stack).map(({ code }) => code)).toEqual(['host/invalid-address']);
  expect(() => hostFiles(stack)).toThrow('host/invalid-address');
});
