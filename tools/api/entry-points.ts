import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A module that users can import: one of package.json's `exports`. */
export interface EntryPoint {
  /** Its name in reports and documentation: `index`, `systemd`, … */
  readonly name: string;
  /** Its specifier: `cdktf-sidekiq`, `cdktf-sidekiq/systemd`, … */
  readonly specifier: string;
  /** Its types, relative to the repository: `dist/systemd/index.d.ts`. */
  readonly types: string;
  /** Its source: `lib/systemd/index.ts`. */
  readonly source: string;
}

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}

/** Returns the entry points that a package.json declares, without plain files such as `./package.json`. */
export function entryPointsOf({ name, exports }: Manifest): readonly EntryPoint[] {
  return Object.entries(exports).flatMap(([subpath, target]) =>
    typeof target === 'string'
      ? []
      : [
          {
            name: subpath === '.' ? 'index' : subpath.replace(/^\.\//, ''),
            specifier: path.posix.join(name, subpath),
            types: path.posix.normalize(target.types),
            source: path.posix.normalize(target.types.replace(/^\.\/dist\//, 'lib/').replace(/\.d\.ts$/, '.ts')),
          },
        ],
  );
}

/** Returns the entry points of the package in a directory. */
export function entryPoints(repository: string): readonly EntryPoint[] {
  return entryPointsOf(JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as Manifest);
}
