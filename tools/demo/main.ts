// npm run demo: the example app of bin/, deployed to a real host, step by step.
import { onOwnHost } from './on-own-host';
import { onThrowawayHost } from './on-throwaway-host';
import { parseOptions, type DemoOptions } from './options';
import { missingHere } from './prepare';
import { Reporter } from './reporter';
import { showWithoutHost } from './without-host';

async function main(): Promise<void> {
  const parsed = parseOptions(process.argv.slice(2));
  const report = new Reporter(process.stdout);
  report.heading('cdktf-sidekiq: typed constructs → files → a Sidekiq that runs under systemd and Monit');
  let ok = false;
  try {
    ok = await demo(report, parsed);
  } catch (error) {
    report.failed(error instanceof Error ? error.message : String(error));
  }
  report.close(ok ? 'Done' : 'The demo stopped here');
  if (!ok) process.exitCode ??= 1;
}

async function demo(report: Reporter, { ownHost, keep }: DemoOptions): Promise<boolean> {
  report.step('What this machine has');
  const missing = await missingHere(report, ownHost === undefined ? ['hosts', 'terraform'] : ['terraform']);
  if (ownHost !== undefined) {
    if (missing !== '') throw new Error(`missing here: ${missing}`);
    return onOwnHost(report, ownHost, keep);
  }
  if (missing === '') return onThrowawayHost(report, keep);
  report.skipped(`no throw-away host, because of what is missing: ${missing}`);
  await showWithoutHost(report, missing);
  return true;
}

void main();
