import { TRANSACTION_WAIT_SECONDS } from '../../lib/bundle';
import { deploymentScript, installerScript, installerTail, installerVersion, uninstallScript } from '../../lib/installer';

it('opens a here-document that the tail closes, and that nothing in between can close', () => {
  expect(installerScript.filter((line) => line.includes('CDKTF_SIDEKIQ_UPLOAD'))).toHaveLength(1);
  expect(installerTail[0]).toBe('CDKTF_SIDEKIQ_UPLOAD');
});

it('is one command in braces, so that nothing runs if the end is missing', () => {
  const script = deploymentScript({ lines: ['cdktf-sidekiq 1', 'end'], fixedSha256: 'a1', filledSha256: 'b2' });
  expect([script.slice(0, 2), script.at(-1)]).toEqual([['#!/bin/sh', '{'], '}']);
  const uninstall = uninstallScript({ owner: 'o', claim: 'c' });
  expect([uninstall.slice(0, 2), uninstall.at(-1)]).toEqual([['#!/bin/sh', '{'], '}']);
});

it('has a version of 16 hexadecimal digits', () => {
  expect(installerVersion).toMatch(/^[0-9a-f]{16}$/);
});

it('keeps the expressions of an uninstall unchanged', () => {
  const lines = uninstallScript({ owner: '${self.input.owner}', claim: '${self.id}' });
  expect(lines).toEqual(expect.arrayContaining(["owner='${self.input.owner}'", "claim='${self.id}'"]));
});

it('waits for its turn as long as the constructs assume', () => {
  expect(installerScript).toContain(`LOCK_SECONDS=${TRANSACTION_WAIT_SECONDS}`);
});
