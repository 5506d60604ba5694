// npx tsx run-programs.ts FILE…: runs programs that synthesize, and prints the result or the error of each.
import { App } from 'cdktf';

import { collectIssues, hostFiles } from '../../lib/testing';
import { formatShownIssue } from '../../lib/values';

/** Outcome of one program. */
export interface ProgramOutcome {
  /** Error that stopped the synthesis. */
  readonly error?: string;
  /** Every issue, as it is reported. */
  readonly issues: readonly string[];
  /** Path and text of each file of each host. */
  readonly files: readonly (readonly [path: string, text: string])[];
}

/** Returns the apps that a program synthesizes. */
const apps: App[] = [];
const synth = Object.getOwnPropertyDescriptor(App.prototype, 'synth')!.value as (this: App) => void;
App.prototype.synth = function (this: App): void {
  apps.push(this);
  synth.call(this);
};

async function outcomeOf(file: string): Promise<ProgramOutcome> {
  apps.length = 0;
  let error: string | undefined;
  try {
    await import(file);
  } catch (caught) {
    error = String(caught);
  }
  return {
    error,
    issues: apps.flatMap((app) => collectIssues(app).map((issue) => `[${issue.path}] ${formatShownIssue(issue)}`)),
    files: error === undefined ? apps.flatMap((app) => Object.values(hostFiles(app)).flatMap((files) => Object.entries(files))) : [],
  };
}

async function main(): Promise<void> {
  const outcomes: ProgramOutcome[] = [];
  for (const file of process.argv.slice(2)) outcomes.push(await outcomeOf(file));
  process.stdout.write(JSON.stringify(outcomes));
}

void main();
