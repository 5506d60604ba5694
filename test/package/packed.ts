import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Variable with the result of pack.ts. Not CDKTF_…: the cdktf command takes each of those for an option of its own. */
const VARIABLE = 'PACKED_FOR_TESTS';

/** Directory of this run: the tarball, and the projects that install it. */
export function scratch(): string {
  const directory = process.env[VARIABLE];
  if (directory === undefined) throw new Error('nothing is packed: these tests run as the jest project `package`');
  return directory;
}

/** Passes the paths to this process and its children. */
export function setScratch(directory: string): void {
  process.env[VARIABLE] = directory;
}

/** The tarball. */
export function tarball(): string {
  return path.join(scratch(), 'cdktf-sidekiq.tgz');
}

/** The package.json in it. */
export function manifest(): Manifest {
  return JSON.parse(readFileSync(path.join(scratch(), 'package/package.json'), 'utf8')) as Manifest;
}

/** Parts of a package.json that tests read. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** Directory of its files, unpacked for inspection. */
export function unpacked(): string {
  return path.join(scratch(), 'package');
}
