import { mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { REPOSITORY } from '../hosts/paths';
import { must } from '../hosts/run';
import { scratch, setScratch, tarball } from './packed';

/** Before the first test: builds and packs as for a release, and unpacks the result for inspection. */
export default async function pack(): Promise<void> {
  setScratch(mkdtempSync(path.join(tmpdir(), 'cdktf-sidekiq-package-')));
  const printed = await must(['npm', 'pack', '--silent', '--pack-destination', scratch()], { cwd: REPOSITORY, env: process.env });
  renameSync(path.join(scratch(), lastLine(printed)), tarball());
  await must(['tar', '-xzf', tarball(), '-C', scratch()]);
}

/** The build prints as well; the name of the tarball is the last line. */
function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1)!;
}
