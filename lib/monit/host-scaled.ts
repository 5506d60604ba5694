/**
 * The one thing in our control files that only the host can finish.
 *
 * Monit measures the CPU of a process in percent of all cores together, so that "65 % of one core" is another number on each
 * machine. Such a rule is therefore written as a line that Monit refuses as it stands, and that the installer rewrites
 * before Monit ever sees it:
 *
 *     `  if cpu > 65% per core for 2 cycles then alert`       in the bundle
 *     `  if cpu > 16.3% for 2 cycles then alert`              on a host with four cores
 *
 * The share is the number divided by the count of configured processors (`getconf _NPROCESSORS_CONF`: what Monit divides by;
 * `nproc` heeds affinity and may tell less), rounded to one decimal, halves up, and at least 0.1; ` per core` goes.
 * If the installer ever missed such a line, `monit -t` would refuse the file ("syntax error 'core'"), and the deployment
 * with it.
 *
 * Only the renderer can write such a line. It begins its line with two blanks and `if`, and text that a user gives never
 * begins a line, since line breaks in it are escaped; but in the message of a mail, where such a line is an issue.
 */

/**
 * A whole line that the installer rewrites, without its line break: 1 what stays in front, 2 the percentage of one core,
 * 3 what stays behind. Digits, and perhaps a point and up to six digits.
 */
export const HOST_SCALED_LINE = /^( {2}if (?:cpu|totalcpu) (?:>=|<=|!=|>|<|=) )([0-9]+(?:\.[0-9]{1,6})?)% per core( (?:for|then) [^\n]*)$/;

/** The smallest share that the installer writes: to Monit 0 would mean "always". */
export const SMALLEST_SHARE = 0.1;

/** Does in TypeScript what the installer does on the host, for tests and for showing what a host would get. */
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
