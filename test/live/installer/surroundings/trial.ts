import type { Bundle } from '../../../../lib/bundle';
import { describeLive } from '../../../hosts/describe-live';
import { TestHost } from '../../../hosts/host';
import type { Outcome } from '../../../hosts/run';
import * as hand from '../../../installer/by-hand';
import { campaign } from '../../../support/campaign';
import { faultRow, type FaultRow } from '../../../support/surroundings';
import { Harm } from './harm';

/** Everything that a deployment may change or leave behind, except its history, which has its own tests. */
const FILES =
  'for n in $(seq 100); do ls -d /run/cdktf-sidekiq-transaction.* >/dev/null 2>&1 || break; sleep 0.05; done; ' +
  `find /etc/systemd/system /etc/monit /opt/one /var/lib/cdktf-sidekiq /run/cdktf-sidekiq-* \\( -path '*/log' -o -path '/var/lib/cdktf-sidekiq/owners/*/generations' -o -path '/var/lib/cdktf-sidekiq/owners/*/settled' -o -name filler -o -path '/etc/monit/conf.d/*' -o -name monit.service \\) -prune ` +
  `-o -printf '%p %y %m %u %g %l\\n' 2>/dev/null | sort; ` +
  `find /etc/systemd/system /etc/monit /opt/one -type f ! -name filler ! -name monitrc ! -path '/etc/monit/conf.d/*' -exec sha256sum {} + 2>/dev/null | sort -k2; ` +
  `sed -e '/^transaction /d' -e '/^monit /d' -e '/^generation /d' -e '/^end /d' /var/lib/cdktf-sidekiq/owners/*/manifest 2>/dev/null; true`;

const RESET = [
  'systemctl stop one-start-when.path one.service two.service 2>/dev/null',
  'rm -rf /opt/one /root/harm /var/lib/cdktf-sidekiq /run/cdktf-sidekiq /run/cdktf-sidekiq-transaction.* /usr/local/lib/cdktf-sidekiq',
  'rm -rf /etc/systemd/system/*one.service* /etc/systemd/system/one-start-when.* /etc/systemd/system/*.wants/one* /etc/systemd/system/*two.service*',
  'rm -rf /etc/systemd/system/*.wants/*two.service /etc/monit/conf-enabled/* /etc/monit/conf.d/* /var/lib/monit/state',
  'mkdir -p /root/harm; for n in start stop; do printf "#!/bin/sh\n" >/root/harm/$n; chmod 0755 /root/harm/$n; done',
  'systemctl daemon-reload; systemctl reset-failed; systemctl restart monit.service; true',
].join('; ');

interface ServiceState {
  readonly active: string;
  readonly description: string;
  readonly invocation: string;
  readonly stale: string;
}

/** One deployment in bad surroundings, compared with its row on the page. */
export class Trial {
  readonly harm: Harm;
  private before = '';
  private serviceBefore: ServiceState | undefined;

  constructor(
    readonly host: TestHost,
    readonly row: FaultRow,
    private readonly clean: Map<string, string>,
  ) {
    this.harm = new Harm(host);
  }

  /** Files before the fault: none for a first deployment. */
  async begin(bundle?: Bundle): Promise<void> {
    if (bundle !== undefined) await succeeds(this.host, bundle);
    this.before = await this.files();
    this.serviceBefore = await this.service();
  }

  /** Deploys, and compares exit code, last line, files and service with the row. */
  async deploys(bundle: Bundle, expected?: string): Promise<Outcome> {
    return this.judge(await hand.deploy(this.host, bundle), bundle, expected);
  }

  /** Compares a deployment that has ended. `expected` are the files if they differ from a deployment without a fault. */
  async judge(outcome: Outcome, bundle: Bundle, expected?: string): Promise<Outcome> {
    const { row } = this;
    expect([hand.lastLine(outcome), outcome.code, outcome.stderr]).toEqual([expect.stringMatching(row.lastLine), row.exitCode, '']);
    const [files, service] = [await this.files(), await this.service()];
    if (row.files === 'old') expect(files).toBe(this.before);
    if (row.files === 'new') expect(files).toBe(expected ?? this.cleanFiles(bundle));
    expect(/\/open d /.test(files)).toBe(row.files === 'open');
    this.judgeService(service);
    return outcome;
  }

  /** The next deployment, without the fault: afterwards the host is as if nothing had been wrong. */
  async next(bundle: Bundle, expected?: string): Promise<Outcome> {
    const outcome = await hand.deploy(this.host, bundle);
    expect([hand.lastLine(outcome), outcome.code, outcome.stderr]).toEqual([expect.stringMatching(this.row.next), 0, '']);
    expect(await this.files()).toBe(expected ?? this.cleanFiles(bundle));
    return outcome;
  }

  async property(name: string, unit = 'one.service'): Promise<string> {
    return (await this.host.mustExec(['systemctl', 'show', '-P', name, unit])).trim();
  }

  until(condition: string): Promise<void> {
    return this.host.until(condition);
  }

  files(): Promise<string> {
    return this.host.mustExec(FILES);
  }

  /** As the files before the deployment. */
  async expectOldFiles(): Promise<void> {
    expect(await this.files()).toBe(this.before);
  }

  private async service(): Promise<ServiceState> {
    const names = ['ActiveState', 'Description', 'InvocationID', 'NeedDaemonReload'];
    const [active = '', description = '', invocation = '', stale = ''] = await Promise.all(names.map((name) => this.property(name)));
    return { active, description, invocation, stale };
  }

  private judgeService(now: ServiceState): void {
    const { service } = this.row;
    if (service === 'untouched') {
      expect(now).toEqual(this.serviceBefore);
      return;
    }
    const active = { stopped: /^(inactive|failed)$/, restarting: /^activating$/, none: /^inactive$/, old: /^active$/, new: /^active$/ }[
      service
    ];
    const level = { stopped: /^(old|new)$/, restarting: /^old$/, none: /^one\.service$/, old: /^old$/, new: /^new$/ }[service];
    expect(now).toMatchObject({
      active: expect.stringMatching(active) as string,
      description: expect.stringMatching(level) as string,
      stale: 'no',
    });
    if (service === 'old' || service === 'new') expect(now.invocation).not.toBe(this.serviceBefore?.invocation);
  }

  /** Files after a deployment in good surroundings, on a host without a past. */
  cleanFiles(bundle: Bundle): string {
    const key = JSON.stringify(bundle);
    const known = this.clean.get(key);
    if (known === undefined) throw new Error('the bundle was not deployed without a fault first');
    return known;
  }
}

async function succeeds(host: TestHost, bundle: Bundle): Promise<void> {
  const { code, stdout } = await hand.deploy(host, bundle);
  expect(`${code} ${stdout}`).toMatch(/^0 [^]*deployed\n$/);
}

/**
 * Defines the tests of one theme, by `fault('id', …)`. They share a host, and the sample is the one in the middle. `bundles` are all
 * bundles that are deployed successfully.
 */
export function faultsOf(
  theme: string,
  bundles: readonly Bundle[],
  define: (fault: (id: string, body: (trial: Trial) => Promise<void>) => void) => void,
): void {
  describeLive(`faults of the surroundings: ${theme}`, { needs: ['hosts'] }, () => {
    let host: TestHost;
    const clean = new Map<string, string>();
    beforeAll(async () => {
      host = await TestHost.boot();
      for (const bundle of bundles) {
        await host.mustExec(RESET);
        await succeeds(host, bundle);
        clean.set(JSON.stringify(bundle), await host.mustExec(FILES));
      }
    });
    afterAll(() => host?.destroy());

    const faults: [FaultRow, (trial: Trial) => Promise<void>][] = [];
    define((id, body) => faults.push([faultRow(id), body]));
    const middle = Math.floor(faults.length / 2);
    const chosen = campaign() === 'sample' ? faults.slice(middle, middle + 1) : faults;
    test.each(chosen.map(([row, body]) => [`${row.title} (${row.id})`, row, body] as const))('%s', async (_, row, body) => {
      await host.mustExec(RESET);
      const trial = new Trial(host, row, clean);
      try {
        await body(trial);
      } finally {
        await trial.harm.lift();
      }
    });
  });
}
