import { Testing } from 'cdktf';
import { Exec, Issues, SystemdService, type Host } from '../../../lib';
import { collectIssues } from '../../../lib/testing';
import type { TerraformStack } from 'cdktf';
import { codesRaised } from '../../support/units';

const REASON = 'It needs the devices of the machine.';

/** A service with one warning: it runs as root. */
function rootService(stack: TerraformStack, host: Host): SystemdService {
  return new SystemdService(stack, 'app', { host, service: { ExecStart: Exec.command('/usr/bin/app') } });
}

test('a warning is silenced by its code, at its construct or an ancestor', () => {
  expect(codesRaised(rootService)).toEqual(['unit/no-user']);
  expect(codesRaised((stack, host) => Issues.of(rootService(stack, host)).acknowledge('unit/no-user', REASON))).toEqual([]);
  expect(codesRaised((stack, host) => void Issues.of(rootService(stack, host).node.scope!).acknowledge('unit/no-user', REASON))).toEqual(
    [],
  );
  expect(
    codesRaised((stack, host) => {
      rootService(stack, host);
      Issues.of(host).acknowledge('unit/no-user', REASON);
    }),
  ).toEqual(['stack/unused-acknowledgement', 'unit/no-user']);
});

test('cdktf doesn’t print an acknowledged warning', () => {
  let made: SystemdService | undefined;
  codesRaised((stack, host) => {
    made = rootService(stack, host);
    Issues.of(made).acknowledge('unit/no-user', REASON);
    Testing.synth(stack, true);
  });
  expect(made!.node.metadata).toEqual([]);
});

test('an acknowledgement at two levels counts as used at both', () => {
  expect(
    codesRaised((stack, host) => {
      const service = rootService(stack, host);
      Issues.of(stack).acknowledge('unit/no-user', REASON);
      Issues.of(service).acknowledge('unit/no-user', REASON);
    }),
  ).toEqual([]);
});

test('a code that doesn’t occur is reported, with the code that was probably meant', () => {
  codesRaised((stack, host) => {
    Issues.of(rootService(stack, host)).acknowledge('unit/no-usr', REASON).acknowledge('monit/any', REASON);
    expect(collectIssues(stack)).toEqual([
      expect.objectContaining({ code: 'unit/no-user' }),
      expect.objectContaining({
        code: 'stack/unused-acknowledgement',
        path: 'workers/app',
        remedy: expect.stringMatching(/^Use unit\/no-user, or remove/),
      }),
      expect.objectContaining({ code: 'stack/unused-acknowledgement', severity: 'warning' }),
    ]);
  });
});

test('an acknowledged error still stops the synthesis', () => {
  codesRaised((stack, host) => {
    const service = new SystemdService(stack, 'app', { host, service: { ExecStart: [], User: 'app' } });
    Issues.of(service).acknowledge('unit/exec-start-missing', REASON);
    expect(collectIssues(stack).map(({ code }) => code)).toEqual(['unit/exec-start-missing', 'stack/acknowledged-error']);
    expect(() => Testing.synth(stack, true)).toThrow('unit/exec-start-missing');
    service.unit.service.set({ ExecStart: Exec.command('/bin/true') });
  });
});

test.each([undefined, '', '  ', 5])('%p is not a reason', (reason) => {
  const codes = codesRaised((stack, host) => Issues.of(rootService(stack, host)).acknowledge('unit/no-user', reason as string));
  expect(codes).toEqual(['stack/acknowledged-without-reason']);
});
