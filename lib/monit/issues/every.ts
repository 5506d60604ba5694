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
    const remedy = 'Use a number of cycles, such as 2.';
    yield* wholeNumberIssues('monit/invalid-every', [...place, 'cycles'], every.cycles, [1, LARGEST_NUMBER], remedy);
    const replacement = 'Use a cron expression instead, like { cron: "0,30 * * * *" }: it selects minutes, and counts no cycles.';
    yield* deprecatedIssues(place, 'every N cycles', '6.0', replacement, host);
    return;
  }
  const [key, cron] = 'cron' in every ? ['cron', every.cron] : ['notCron', every.notCron];
  const problem = cronProblem(cron);
  if (problem === undefined) return;
  yield error('monit/invalid-every', [...place, key], {
    problem: `${show(cron)} ${problem}`,
    remedy:
      'Use five fields of numbers, ranges, lists or *, with one space between them, like "0,30 8-17 * * *": ' +
      'Monit accepts other text, and then aborts or never runs the check.',
  });
}

function cronProblem(cron: string): string | undefined {
  const fields = cron.split(' ');
  if (fields.length !== FIELDS.length) return `has ${fields.length} fields instead of five`;
  for (const [index, [name, least, most]] of FIELDS.entries()) {
    if (!isValidField(fields[index]!, least, most)) return `has an invalid ${name}`;
  }
  return undefined;
}

function isValidField(field: string, least: number, most: number): boolean {
  if (field === '*') return true;
  return field.split(',').every((part) => {
    const match = /^([0-9]{1,2})(?:-([0-9]{1,2}))?$/.exec(part);
    if (match === null) return false;
    const from = Number(match[1]);
    const to = match[2] === undefined ? from : Number(match[2]);
    return least <= from && from <= to && to <= most;
  });
}
