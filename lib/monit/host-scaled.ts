/**
 * CPU limits per core: the only lines of a control file that are completed on the host.
 *
 * Monit measures the CPU of a process in percent of all cores together, so "65 % of one core" is a different number on each machine. Such a
 * rule is therefore written as a line that Monit rejects, and the installer rewrites it before Monit sees it:
 *
 *     `  if cpu > 65% per core for 2 cycles then alert`       in the bundle
 *     `  if cpu > 16.3% for 2 cycles then alert`              on a host with four cores
 *
 * The share is the number divided by the count of configured processors (`getconf _NPROCESSORS_CONF`, which Monit divides by, too; `nproc`
 * respects CPU affinity and may report fewer), rounded to one decimal, halves up, and at least 0.1; ` per core` is removed. If the
 * installer ever missed such a line, `monit -t` would reject the file ("syntax error 'core'"), and the deployment would fail.
 *
 * Only the renderer can write such a line. It starts with two blanks and `if`, and text from a user never starts a line because its line
 * breaks are escaped. The exception is the message of a mail, in which such a line is an error.
 */

/**
 * A whole line that the installer rewrites, without its line break. Groups: 1 the text before the percentage, 2 the percentage of one core,
 * 3 the text after it. The percentage is digits, optionally a point and up to six more digits.
 */
export const HOST_SCALED_LINE = /^( {2}if (?:cpu|totalcpu) (?:>=|<=|!=|>|<|=) )([0-9]+(?:\.[0-9]{1,6})?)% per core( (?:for|then) [^\n]*)$/;

/** Smallest share that the installer writes: in Monit, 0 would mean "always". */
export const SMALLEST_SHARE = 0.1;

/**
 * Scales a control file to a number of cores, as the installer does on the host: for tests, and to preview a host's file.
 *
 * @example
 * ```ts
 * import { scaleToHost } from 'cdktf-sidekiq/monit';
 *
 * const onFourCores = scaleToHost('  if cpu > 65% per core for 2 cycles then alert', 4);
 * // '  if cpu > 16.3% for 2 cycles then alert'
 * ```
 */
export function scaleToHost(controlFile: string, cores: number): string {
  return controlFile
    .split('\n')
    .map((line) => {
      const match = HOST_SCALED_LINE.exec(line);
      return match === null ? line : `${match[1]}${share(Number(match[2]), cores)}%${match[3]}`;
    })
    .join('\n');
}

function share(percentOfOneCore: number, cores: number): string {
  return Math.max(SMALLEST_SHARE, Math.floor((percentOfOneCore / cores) * 10 + 0.5) / 10).toFixed(1);
}
