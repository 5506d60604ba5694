import { PROGRAM } from '../../../../lib/installer/shell.generated';
import { describeLive } from '../../../hosts/describe-live';
import { TestHost } from '../../../hosts/host';
import { sleep } from '../../../hosts/run';
import { campaign, ofCampaign } from '../../../support/campaign';
import { judge } from '../../../support/power/judge';
import { seeded } from '../../../support/power/states';
import { below, readTree } from '../../../support/power/tree';
import * as hand from '../../../installer/by-hand';
import { Disks, FORMATS, LAYOUTS, type Format, type Layout } from './disks';
import { writeDiskFigures } from './page';
import { TRANSACTIONS, TREES, type Transaction } from './transactions';

const KINDS = (Object.keys(FORMATS) as Format[]).flatMap((format) => LAYOUTS.map((layout) => [format, layout] as const));
const CHOSEN = ofCampaign({
  sample: KINDS.filter(([format, { name }]) => format === 'xfs' && name === '/var apart'),
  small: KINDS,
  all: KINDS,
});
/** Power cuts of each kind of disk, and the number per transaction. */
const CUTS = ofCampaign({ sample: 2, small: 12, all: 84 });
const CUTS_AT_ONCE = 6;
const TAKEN = TRANSACTIONS.filter(({ name }) => /^(change|uninstallation|first deployment|rollback of a service that fails)$/.test(name));

describeLive('a power cut on real disks leaves the old or the new state', { needs: ['hosts', 'power'] }, () => {
  // Two kinds at a time; each on a host of its own.
  const turns: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
  const outcomes = new Map<string, Promise<readonly string[]>>();
  const hosts: TestHost[] = [];

  beforeAll(() => {
    for (const [index, [format, layout]] of CHOSEN.entries()) {
      const outcome = turns[index % 2]!.then(() => cutOften(format, layout, seeded(index + 1)));
      turns[index % 2] = outcome.catch(() => undefined);
      outcomes.set(`${format} ${layout.name}`, outcome);
    }
  });
  afterAll(() => hosts.forEach((host) => host.destroy()));

  test.each(CHOSEN.map(([format, layout]) => [format, layout.name] as const))('%s, %s', async (format, layout) => {
    expect(await outcomes.get(`${format} ${layout}`)).toEqual([]);
  });

  // The number of trials is known only at the end.
  if (campaign() === 'all') {
    test('docs/reliability-power.md has the figures', async () => {
      const kinds = CHOSEN.map(([format, { name }]) => `${format} ${name}`);
      writeDiskFigures(await Promise.all(kinds.map(async (disk) => ({ disk, cuts: CUTS, wrong: (await outcomes.get(disk)!).length }))));
    });
  }

  /** Complaints about one kind of disk. */
  async function cutOften(format: Format, layout: Layout, random: () => number): Promise<readonly string[]> {
    const host = await TestHost.boot();
    hosts.push(host);
    const disks = await Disks.make(host, format, layout);
    const wrong: string[] = [];
    try {
      await host.boot();
      for (let done = 0; done < CUTS; done += CUTS_AT_ONCE) {
        const transaction = TAKEN[(done / CUTS_AT_ONCE) % TAKEN.length]!;
        wrong.push(...(await cutOne(host, disks, transaction, Math.min(CUTS_AT_ONCE, CUTS - done), random)));
        host.kill();
        await disks.insert('live');
        await host.boot();
      }
    } finally {
      host.kill();
      disks.close();
      host.destroy();
    }
    return wrong.map((text) => `${format}, ${layout.name}, ${text}`);
  }
});

/** Cuts the power at some moments of a transaction, and boots from each result. */
async function cutOne(
  host: TestHost,
  disks: Disks,
  { name, prepare, act, ends }: Transaction,
  count: number,
  random: () => number,
): Promise<readonly string[]> {
  // Its length is known only after a run; the last moment is right after it.
  await prepare(host);
  const begun = performance.now();
  await act(host);
  const length = performance.now() - begun;
  await prepare(host);
  // The previous files have been there for a long time.
  await host.mustExec('sync');
  const before = readTree(below(host.rootDirectory), TREES);
  const moments = Array.from({ length: count - 1 }, () => random() * length).sort((left, right) => left - right);
  let last = '';
  const start = performance.now();
  const running = act(host).then((outcome) => (last = hand.lastLine(outcome)));
  const cuts: { readonly id: string; readonly promised: boolean; readonly moment: number }[] = [];
  const cut = async (): Promise<void> => {
    const promised = last !== '';
    const moment = Math.round(performance.now() - start);
    await disks.cut(`cut-${cuts.length}`);
    cuts.push({ id: `cut-${cuts.length}`, promised, moment });
  };
  for (const moment of moments) {
    await sleep(Math.max(0, start + moment - performance.now()));
    await cut();
  }
  await running;
  await cut();
  expect(last).toMatch(ends);
  await host.until('! ls -d /run/cdktf-sidekiq-transaction.* >/dev/null 2>&1');
  const after = readTree(below(host.rootDirectory), TREES);
  const wrong: string[] = [];
  for (const { id, promised, moment } of cuts) {
    host.kill();
    await disks.insert(id);
    await host.boot();
    await host.writeFile('/run/next-deployment', ['#!/bin/sh', ...PROGRAM, ''].join('\n'));
    await host.mustExec('/bin/sh /run/next-deployment recover-at-boot');
    const { complaints } = judge(readTree(below(host.rootDirectory), TREES), before, after, promised);
    if (complaints.length > 0) wrong.push([`${name}, cut after ${moment} of ${Math.round(length)} ms`, ...complaints].join('\n  '));
    host.kill();
    await disks.discard(id);
  }
  return wrong;
}
