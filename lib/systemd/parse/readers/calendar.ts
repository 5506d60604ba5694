/** One element of a chain: a value or a range, with a step. Seconds are in microseconds. */
interface Link {
  start: number;
  stop: number;
  repeat: number;
}

/** The elements of a chain (none for `*`), and the text after it. */
interface Chain {
  readonly rest: string;
  readonly links: readonly Link[];
}

const SHORTHAND = /^(?:minutely|hourly|daily|weekly|monthly|quarterly|yearly|annually|anually|(?:bi|semi)-?annually)$/i;
const DAY = /^(?:mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)(?=[-., ]|$)/i;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const SECOND = 1_000_000;
const INT_MAX = 2 ** 31 - 1;
/** The start of the year 2200, in seconds since 1970. */
const END = 7_258_118_400;

/**
 * Returns true if bytes are a calendar expression. Time zones are checked by their form only.
 * Source: calendar_spec_from_string in systemd's calendarspec.c.
 */
export function isCalendar(bytes: string): boolean {
  const expression = withoutZone(bytes);
  if (SHORTHAND.test(expression)) return true;
  if (expression === '') return false;
  const date = afterWeekdays(expression);
  if (date === undefined) return false;
  if (date.startsWith('@')) return /^@ *\+?\d+$/.test(date) && Number(date.slice(1)) < END;
  const time = afterDate(date);
  return time !== undefined && isTime(time);
}

function withoutZone(bytes: string): string {
  const space = bytes.lastIndexOf(' ');
  if (space < 0) return bytes;
  const last = bytes.slice(space + 1);
  return /^[A-Za-z][A-Za-z0-9_+/-]*$/.test(last) && !DAY.test(last) ? bytes.slice(0, space) : bytes;
}

function afterWeekdays(text: string): string | undefined {
  let rest = text;
  let from = -1;
  for (let first = true; ; first = false) {
    const day = DAY.exec(rest);
    if (day === null) return first && !/^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(rest) ? rest : undefined;
    const index = DAYS.indexOf(day[0].slice(0, 3).toLowerCase());
    if (from > index) return undefined;
    rest = rest.slice(day[0].length);
    if (rest === '' || rest.startsWith(' ')) return rest.trimStart();
    const range = rest.startsWith('..') ? 2 : rest.startsWith('-') ? 1 : 0;
    if ((range > 0 && from >= 0) || (range === 0 && !rest.startsWith(','))) return undefined;
    from = range > 0 ? index : -1;
    rest = rest.slice(range || 1);
    if (rest === '' || rest.startsWith(' ')) return from < 0 ? rest.trimStart() : undefined;
  }
}

/** Returns the text after the date, or the whole text if there is no date. */
function afterDate(text: string): string | undefined {
  if (text === '') return '';
  const first = readChain(text, false);
  if (first === undefined) return undefined;
  if (first.rest === '' || first.rest.startsWith(':')) return text;
  if (!/^[-~]/.test(first.rest)) return undefined;
  const fromEnd = first.rest.startsWith('~');
  const second = readChain(first.rest.slice(1), false);
  if (second === undefined) return undefined;
  if (second.rest === '' || second.rest.startsWith(' ')) {
    return fits(first, 1, 12) && fits(second, 1, 31, fromEnd) ? second.rest.trimStart() : undefined;
  }
  if (fromEnd || !/^[-~]/.test(second.rest)) return undefined;
  const third = readChain(second.rest.slice(1), false);
  if (third === undefined || !(third.rest === '' || third.rest.startsWith(' '))) return undefined;
  for (const link of first.links) Object.assign(link, { start: century(link.start), stop: century(link.stop) });
  const fine = fits(first, 1970, 2199) && fits(second, 1, 12) && fits(third, 1, 31, second.rest.startsWith('~'));
  return fine ? third.rest.trimStart() : undefined;
}

function century(year: number): number {
  return year < 0 || year >= 100 ? year : year + (year < 70 ? 2000 : 1900);
}

function isTime(text: string): boolean {
  if (text === '') return true;
  const hour = readChain(text, false);
  if (hour?.rest.startsWith(':') !== true || !fits(hour, 0, 23)) return false;
  const minute = readChain(hour.rest.slice(1), false);
  if (minute === undefined || !fits(minute, 0, 59)) return false;
  if (minute.rest === '') return true;
  if (!minute.rest.startsWith(':')) return false;
  const second = readChain(minute.rest.slice(1), true);
  return second?.rest === '' && fits(second, 0, 60 * SECOND - 1);
}

function readChain(text: string, seconds: boolean): Chain | undefined {
  if (text.startsWith('*')) return { rest: text.slice(1), links: [] };
  const links: Link[] = [];
  for (let rest = text; ;) {
    const read = readLink(rest, seconds);
    if (read === undefined) return undefined;
    links.push(read.link);
    rest = read.rest;
    if (!rest.startsWith(',')) return { rest, links };
    rest = rest.slice(1);
  }
}

function readLink(text: string, seconds: boolean): { readonly link: Link; readonly rest: string } | undefined {
  const number = seconds ? String.raw`\d+(?:\.(?!\.)\d*)?` : String.raw`\d+`;
  const match = new RegExp(`^(${number})(?:\\.\\.(${number}))?(?:/(${number}))?(?=[ ,~:-]|$)`).exec(text);
  if (match === null) return undefined;
  const value = (part: string | undefined): number => (part === undefined ? -1 : Number(part) * (seconds ? SECOND : 1));
  const [start, stop] = [value(match[1]), value(match[2])];
  const repeat = match[3] === undefined ? (stop < 0 ? 0 : seconds ? SECOND : 1) : value(match[3]);
  if (Math.max(start, stop, repeat) > INT_MAX || (match[3] !== undefined && repeat === 0)) return undefined;
  if (match[3] === undefined && seconds && stop >= 0 && start + repeat > stop) return undefined;
  return { link: { start, stop, repeat }, rest: text.slice(match[0].length) };
}

/** Source: normalize_chain and chain_valid. */
function fits({ links }: Chain, from: number, to: number, fromEnd = false): boolean {
  const most = fromEnd ? to - 3 : to;
  return links.every(({ start, stop: given, repeat: step }) => {
    const stop = given > start && step > 0 ? given - ((given - start) % step) : given;
    const single = start === stop || (stop > start && step > 0 && start + step > stop);
    const [end, repeat] = single ? [-1, 0] : [stop, step];
    if (start < from || start > most || repeat > most - from) return false;
    if (end >= 0) return end >= from && end <= most && start + repeat <= end;
    return fromEnd ? start - repeat >= from : start + repeat <= most;
  });
}
