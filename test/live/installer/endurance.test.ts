import type { Bundle } from '../../../lib/bundle';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import * as hand from '../../installer/by-hand';
import { campaign, ofCampaign } from '../../support/campaign';

/** A few show that no kind leaves anything; many show that nothing grows. */
const DEPLOYS = ofCampaign({ sample: 6, small: 100, all: 300 });

function bundle(level: number, more: readonly string[] = []): Bundle {
  return hand.bundle({
    files: [
      hand.unitFile('one.service', `level ${level}`, more),
      hand.file(`/opt/one/${level % 3}/env`, `LEVEL=${level}\n`),
      hand.file('/etc/monit/conf-enabled/one', `check process one matching "sleep infinity"\n# ${level}\n`),
      hand.MONIT_SOCKET,
    ],
    services: [hand.service('one.service', { stabilitySeconds: 0 })],
    checks: ['one'],
  });
}

/** The state of a host: the amount of each kind of object, and the names, for a readable difference. */
const HAS = [
  `find / /run -xdev \\( -path /var/log -o -path /var/lib/systemd -o -path /run/systemd -o -path /run/log -o -path /proc \\) -prune -o -print | sed 's|/log/[0-9TZ]*-.*|/log/*|; s|/generations/[0-9]*|/generations/*|; s|/edited/[^/]*|/edited/*|; s|/opt/one/[0-9]|/opt/one/*|' | sort`,
  `systemctl list-units --all --no-legend --plain | awk '{ print $1 }' | grep -v -e '^session' -e '^user' | sort`,
  `awk '{ print $5 }' /proc/1/mountinfo | sort`,
  `ps -e -o comm= | grep -v -e '^ps$' -e '^sshd' -e '^sh$' -e '^awk$' -e '^sort$' -e '^grep$' -e '^sed$' | sort`,
];

describeLive(`${DEPLOYS} deployments with all outcomes`, { needs: ['hosts'] }, () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await TestHost.boot();
  });
  afterAll(() => host?.destroy());

  const deploy = async (wanted: Bundle): Promise<string> => hand.lastLine(await hand.deploy(host, wanted));
  const has = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const command of HAS) found.push(await host.mustExec(command));
    return found;
  };

  /** Each kind of outcome, in turn. */
  async function another(level: number): Promise<void> {
    switch (level % 6) {
      case 1:
        expect(await deploy(bundle(level, ['MemoryMax=512MB']))).toMatch(/^refused, nothing changed: /);
        break;
      case 2:
        expect(await deploy(bundle(level, ['ExecStartPre=/bin/false']))).toMatch(/^failed, rolled back: /);
        break;
      case 3: {
        const cut = deploy(bundle(level, ['ExecStartPre=/bin/sleep 1']));
        await host.until('[ "$(systemctl show -P SubState one.service)" = start-pre ]');
        await host.mustExec('pkill -KILL -f "/[p]rogram deploying"');
        expect(await cut).toBe('failed, rolled back: the transaction was killed');
        break;
      }
      case 4:
        await host.mustExec('echo by hand >>/etc/monit/conf-enabled/one');
        expect(await deploy(bundle(level))).toBe('deployed');
        break;
      default:
        expect(await deploy(bundle(level))).toBe('deployed');
    }
  }

  /** Median of five, in milliseconds. */
  async function noOp(level: number): Promise<number> {
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const started = performance.now();
      expect(await deploy(bundle(level))).toBe('nothing to do');
      times.push(performance.now() - started);
    }
    return times.sort((a, b) => a - b)[2]!;
  }

  it('leave no more behind than the first ones', async () => {
    // Until everything that is kept has reached its limits: generations, their edits, and logs, of which most are made here.
    for (let level = 0; level < 12; level++) await another(level + 24);
    const logs = `/var/lib/cdktf-sidekiq/owners/${hand.OWNER}/log`;
    await host.mustExec(`for n in $(seq 10 29); do (umask 077; echo x >${logs}/20200101T0000$n''Z-aaaaaaaaaa); done`);
    await deploy(bundle(1000));
    const [before, quick] = [await has(), await noOp(1000)];
    for (let level = 0; level < DEPLOYS; level++) await another(level + 36);
    await deploy(bundle(1000));
    const [after, still] = [await has(), await noOp(1000)];
    for (const [kind, text] of after.entries()) expect(text).toBe(before[kind]);
    if (campaign() !== 'sample') process.stdout.write(`a no-op after ${DEPLOYS} deployments: ${(still / quick).toFixed(2)} times before\n`);
  });
});
