import path from 'node:path';

/** The repository's root directory. */
export const REPOSITORY = path.resolve(__dirname, '../..');

/**
 * Where root file systems, the provider mirror and the overlays of running hosts live. Survives test runs: a root file
 * system takes a minute to make and hardly ever changes.
 */
export function cacheDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(environment.CDKTF_SIDEKIQ_CACHE || '/var/cache/cdktf-sidekiq');
}

/** Tells a person what is going on, one line at a time. */
export type Say = (line: string) => void;

/** The default: whoever wants progress passes a `say`. */
export const silent: Say = () => undefined;
