const SHORTHANDS = [
  'minutely',
  'hourly',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'yearly',
  'annually',
  'biannually',
  'bi-annually',
  'semiannually',
  'semi-annually',
];
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Bounds of a component, both inclusive. */
interface Range {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

const YEAR: Range = { name: 'year', least: 1970, most: 2199 };
const MONTH: Range = { name: 'month', least: 1, most: 12 };
const DAY: Range = { name: 'day', least: 1, most: 31 };
const DAY_FROM_END: Range = { name: 'day before the end of the month', least: 1, most: 28 };
const HOUR: Range = { name: 'hour', least: 0, most: 23 };
const MINUTE: Range = { name: 'minute', least: 0, most: 59 };
const SECOND: Range = { name: 'second', least: 0, most: 59 };

/**
 * Checks that a text is a calendar event of systemd.time(7). A little stricter than systemd: no `@` with seconds since 1970, and no
 * two-digit years. Only the form of a time zone is checked, because the host decides which zones exist.
 *
 * @returns the problem, such as `is empty`; undefined if there is none.
 */
export function calendarProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'is not a string';
  if (value.trim() !== value || value === '') return value === '' ? 'is empty' : 'starts or ends with a space';
  if (!/^[\x20-\x7e]+$/.test(value)) return 'contains a character other than printable ASCII';
  const words = value.split(/ +/);
  const last = words.at(-1)!;
  const zoned = words.length > 1 && isZone(last);
  const [first = '', ...rest] = zoned ? words.slice(0, -1) : words;
  if (SHORTHANDS.includes(first.toLowerCase())) return rest.length === 0 ? undefined : 'has text after its name';
  const hasDays = /^[A-Za-z]/.test(first);
  return (hasDays ? weekdaysProblem(first) : undefined) ?? dateAndTimeProblem(hasDays ? rest : [first, ...rest]);
}

/** Recognises a time zone (`UTC`, `Europe/Berlin`, `Etc/GMT+5`): anything that starts with a letter and isn't a weekday. */
function isZone(word: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(word) && dayOf(word) < 0 && !SHORTHANDS.includes(word.toLowerCase());
}

function dayOf(word: string): number {
  const name = word.toLowerCase();
  return DAYS.findIndex((day) => day === name || day.slice(0, 3) === name);
}

function weekdaysProblem(word: string): string | undefined {
  const bad = word
    .replace(/,$/, '')
    .split(',')
    .find((part) => {
      const ends = part.split('..');
      return ends.length > 2 || ends.some((end) => dayOf(end) < 0);
    });
  return bad === undefined ? undefined : `has ${JSON.stringify(bad)} as its weekday, which must be like Mon or Monday`;
}

function dateAndTimeProblem(words: readonly string[]): string | undefined {
  const [first, second, ...rest] = words;
  if (first === undefined) return undefined;
  if (rest.length > 0) return 'has more than weekdays, a date, a time and a time zone';
  if (second !== undefined) return dateProblem(first) ?? timeProblem(second);
  return first.includes(':') ? timeProblem(first) : dateProblem(first);
}

function dateProblem(word: string): string | undefined {
  const fromEnd = word.split('~');
  if (fromEnd.length > 2) return 'has more than one ~';
  const parts = fromEnd.length === 2 ? [...fromEnd[0]!.split('-'), fromEnd[1]!] : word.split('-');
  if (parts.length < 2 || parts.length > 3) return `has ${JSON.stringify(word)} as its date, which must be like 2030-12-31`;
  const ranges = [YEAR, MONTH, fromEnd.length === 2 ? DAY_FROM_END : DAY].slice(-parts.length);
  return firstProblem(parts, ranges);
}

function timeProblem(word: string): string | undefined {
  const parts = word.split(':');
  if (parts.length < 2 || parts.length > 3) return `has ${JSON.stringify(word)} as its time, which must be like 09:00`;
  return firstProblem(parts, [HOUR, MINUTE, SECOND]);
}

function firstProblem(parts: readonly string[], ranges: readonly Range[]): string | undefined {
  return parts.map((part, index) => componentProblem(part, ranges[index]!)).find((problem) => problem !== undefined);
}

/** Checks `*`, or a list of `5`, `1..5`, `0/15`, `1..9/2`. */
function componentProblem(text: string, range: Range): string | undefined {
  if (text === '*') return undefined;
  const bad = text.split(',').find((part) => !isComponent(part, range));
  return bad === undefined ? undefined : `has ${JSON.stringify(text)} as its ${range.name}, which must be ${range.least} to ${range.most}`;
}

const NUMBER = '([0-9]+(?:\\.[0-9]{1,6})?)';
const COMPONENT = new RegExp(`^${NUMBER}(?:\\.\\.${NUMBER})?(?:/${NUMBER})?$`);

function isComponent(part: string, range: Range): boolean {
  const [, ...texts] = COMPONENT.exec(part) ?? [];
  if (texts[0] === undefined || (range !== SECOND && texts.some((number) => number?.includes('.')))) return false;
  const [start = 0, end, step] = texts.map((number) => (number === undefined ? undefined : Number(number)));
  const last = end ?? range.most + (range === SECOND ? 0.999999 : 0);
  if (start < range.least || last >= range.most + 1) return false;
  // systemd steps by one within a range, and refuses a step that leaves the range immediately.
  const repeat = step ?? (end === undefined ? 0 : 1);
  return (step === undefined || step > 0) && start + repeat <= last;
}
