import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import * as hand from '../../installer/by-hand';
import { row } from '../../support/troubleshooting';

const OWNER_DIRECTORY = `/var/lib/cdktf-sidekiq/owners/${hand.OWNER}`;
const MANIFEST = `${OWNER_DIRECTORY}/manifest`;
const MENDED = `restore it from a backup of this host, or move ${OWNER_DIRECTORY} away and deploy with adopt: true`;

const bundle = (kind: string, more: readonly string[] = []): ReturnType<typeof hand.bundle> =>
  hand.bundle({
    files: [hand.unitFile('one.service', kind, more), hand.file('/opt/one/env', `LEVEL=${kind}\n`)],
    services: [hand.service('one.service', { stabilitySeconds: 0, startSeconds: 60 })],
  });

test('the guide names the damage and the remedy', () => {
  expect(`refused, nothing changed: ${MANIFEST} is damaged: ${MENDED}`).toMatch(row('record-damaged'));
});

describeLive('a record that is damaged, or of a later format, is refused and not changed', { needs: ['hosts'] }, () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await TestHost.boot();
    for (const kind of ['older', 'old']) expect((await hand.deploy(host, bundle(kind))).stdout).toMatch(/deployed\n$/);
  });
  afterAll(() => host?.destroy());

  const everything = (): Promise<string> =>
    host.mustExec(`find /etc/systemd/system /opt/one ${OWNER_DIRECTORY} -type f ! -path '*/log/*' -exec sha256sum {} + | sort -k2`);

  describe.each([
    ['cut short', `sed -i '$d' ${MANIFEST}`, `is damaged: ${MENDED}`],
    ['empty', `: >${MANIFEST}`, `is damaged: ${MENDED}`],
    ['changed', `sed -i 's/^generation .*/generation x/' ${MANIFEST}`, `is damaged: ${MENDED}`],
    ['of a later format', `sed -i '1s/ 1$/ 2/' ${MANIFEST}`, 'was written by a later version of cdktf-sidekiq: use that one here'],
  ])('a manifest that is %s', (_, damage, sentence) => {
    test.each(['deployment', 'uninstallation', 'list'] as const)('by a %s', async (what) => {
      await host.mustExec(`cp -p ${MANIFEST} /root/manifest && ${damage}`);
      try {
        const before = await everything();
        const { code, stdout, stderr } =
          what === 'deployment'
            ? await hand.deploy(host, bundle('new'))
            : what === 'list'
              ? await host.exec(`sh ${OWNER_DIRECTORY}/installer list`)
              : await hand.uninstall(host);
        expect(code).toBe(1);
        expect(`${stdout}${stderr}`.trim().split('\n').at(-1)).toBe(
          `${what === 'list' ? '' : 'refused, nothing changed: '}${MANIFEST} ${sentence}`,
        );
        expect(await everything()).toBe(before);
      } finally {
        await host.mustExec(`mv /root/manifest ${MANIFEST}`);
      }
    });
  });

  test('a generation, reported by a rollback and by the list', async () => {
    const kept = `${OWNER_DIRECTORY}/generations/1/document`;
    await host.mustExec(`cp -p ${kept} /root/document && sed -i 's/^service .*//' ${kept}`);
    const { code, stderr } = await host.exec(`sh ${OWNER_DIRECTORY}/installer rollback 1`);
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'generation 1 is damaged: another generation can be gone back to\n' });
    expect(await host.mustExec(`sh ${OWNER_DIRECTORY}/installer list`)).toMatch(/^ {2}1 {2}is damaged: .*\n\* 2 {2}\S+Z /);
    expect(await host.mustExec('systemctl show -P Description one.service')).toBe('old\n');
    await host.mustExec(`mv /root/document ${kept}`);
  });

  describe('a journal', () => {
    const journal = (): string => path.join(host.rootDirectory, OWNER_DIRECTORY, 'open');
    test.each([
      ['that lacks a saved file', (open: string) => rmSync(`${open}/written.0`)],
      ['whose saved file is empty', (open: string) => truncateSync(`${open}/written.0`)],
      ['whose plan is cut short', (open: string) => truncateSync(`${open}/plan.write`, 20)],
      ['that ends in the middle', (open: string) => truncateSync(`${open}/journal`, 100)],
      [
        'of a later format',
        (open: string) => writeFileSync(`${open}/journal`, readFileSync(`${open}/journal`, 'utf8').replace(' 1\n', ' 2\n')),
      ],
    ])('%s, at boot and by a deployment', async (_, damage) => {
      const cut = hand.deploy(host, bundle('new', ['ExecStartPre=/bin/sleep 600', 'TimeoutStartSec=700'])).catch(() => undefined);
      await host.until('[ "$(systemctl show -P Description -P ActiveState one.service | paste -sd " ")" = "new activating" ]');
      host.kill();
      await cut;
      const backup = `${journal()}.backup`;
      cpSync(journal(), backup, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
      damage(journal());
      await host.boot();
      const messages = await host.mustExec('journalctl -b -o cat -u cdktf-sidekiq-recovery; systemctl is-active one.service || :');
      const sentence =
        /open (?:is damaged: check that the files of this stack are as they should be, then move \S+\/open away|was written by a later version of cdktf-sidekiq: use that one here)\n/;
      expect(messages).toMatch(sentence);
      expect(messages).toMatch(/one\.service: kept from starting\n(?:.*\n)*inactive\n$/);
      const before = await everything();
      const { code, stdout } = await hand.deploy(host, bundle('newer'));
      expect(code).toBe(1);
      expect(stdout).toMatch(/^refused, nothing changed: an earlier transaction could not be rolled back: /m);
      expect(stdout).toMatch(sentence);
      expect(await everything()).toBe(before);
      // After the repair, it continues.
      await host.mustExec(`cd ${OWNER_DIRECTORY} && rm -r open && mv open.backup open`);
      expect((await hand.deploy(host, bundle('old'))).stdout).toMatch(/(?:nothing to do|deployed)\n$/);
      expect(await host.mustExec('systemctl show -P Description -P ActiveState one.service; cat /opt/one/env')).toBe(
        'old\nactive\nLEVEL=old\n',
      );
    });
  });
});
