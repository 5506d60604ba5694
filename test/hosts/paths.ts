import path from 'node:path';

/** The repository's root directory. */
export const REPOSITORY = path.resolve(__dirname, '../..');

/**
 * Directory of root file systems, the provider mirror and the overlays of running hosts. It's kept between test runs: a root
 * file system takes a minute to make and rarely changes.
 */
export function cacheDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(environment.CDKTF_SIDEKIQ_CACHE || '/var/cache/cdktf-sidekiq');
}

/** Reports progress, one line at a time. */
export type Print = (line: string) => void;

/** The default: prints nothing. */
export const silent: Print = () => undefined;
