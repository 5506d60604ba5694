import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import type { Every } from '../model';
import { LARGEST_NUMBER } from '../units';
import { deprecatedIssues, type Host } from '../kinds/issues/host';
import { wholeNumberIssues, type Issues } from '../kinds/issues/report';

/** Fields of a cron expression, with their lowest and highest values. */
const FIELDS: readonly (readonly [string, number, number])[] = [
  ['minute', 0, 59],
  ['hour', 0, 23],
  ['day of the month', 1, 31],
  ['month', 1, 12],
  ['day of the week', 0, 6],
];

/** Issues of a check's schedule. */
export function* everyIssues(place: Place, every: Every, host: Host): Issues {
  if ('cycles' in every) {
    yield* wholeNumberIssues('monit/invalid-every', [...place, 'cycles'], every.cycles, [1, LARGEST_NUMBER], 'Give whole cycles.');
    yield* deprecatedIssues(place, 'every N cycles', '6.0', 'Use a cron expression; a cycle is then no longer counted.', host);
    return;
  }
  const [key, cron] = 'cron' in every ? ['cron', every.cron] : ['notCron', every.notCron];
  const problem = cronProblem(cron);
  if (problem === undefined) return;
  yield error('monit/invalid-every', [...place, key], {
    got: `${show(cron)}, which ${problem}`,
    expected: 'five fields of numbers, ranges, lists or *, parted by one blank: "*", "0,30", "8-17"',
    remedy: 'Write it so: Monit takes other text without a word, then never runs the check or aborts.',
  });
}

function cronProblem(cron: string): string | undefined {
  const fields = cron.split(' ');
  if (fields.length !== FIELDS.length) return `has ${fields.length} fields where there are five`;
  for (const [index, [what, least, most]] of FIELDS.entries()) {
    if (!validField(fields[index]!, least, most)) return `has a bad ${what}`;
  }
  return undefined;
}

function validField(field: string, least: number, most: number): boolean {
  if (field === '*') return true;
  return field.split(',').every((part) => {
    const match = /^([0-9]{1,2})(?:-([0-9]{1,2}))?$/.exec(part);
    if (match === null) return false;
    const from = Number(match[1]);
    const to = match[2] === undefined ? from : Number(match[2]);
    return least <= from && from <= to && to <= most;
  });
}
