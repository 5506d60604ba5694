import { decimal } from './escape';

/** Largest number that Monit reads correctly: it uses a C int, and a larger number wraps silently. */
export const LARGEST_NUMBER = 2 ** 31 - 1;

/** A unit in Monit. */
export interface Unit {
  /** Monit's spelling. */
  readonly word: string;
  /** Size of the unit, in the smallest unit. */
  readonly amount: number;
}

/** Monit's units of size, smallest first; base 1024. */
export const SIZE_UNITS: readonly Unit[] = [
  { word: 'B', amount: 1 },
  { word: 'KB', amount: 1024 },
  { word: 'MB', amount: 1024 ** 2 },
  { word: 'GB', amount: 1024 ** 3 },
];

/** Monit's units of uptime, smallest first, without its months, which have 31 days. */
export const TIME_UNITS: readonly Unit[] = [
  { word: 'seconds', amount: 1 },
  { word: 'minutes', amount: 60 },
  { word: 'hours', amount: 3600 },
  { word: 'days', amount: 86_400 },
];

/** Monit's units of traffic windows, smallest first. */
export const TRAFFIC_UNITS: readonly Unit[] = TIME_UNITS.slice(1);

/** Renders an amount in the largest unit in which it is a whole number: `800 MB`, `90 minutes`. */
export function largestUnit(amount: number, units: readonly Unit[]): string {
  const { word, amount: one } = unitOf(amount, units);
  return `${decimal(amount / one)} ${word}`;
}

/** True if Monit can't read the amount exactly: it is too large even in the largest unit in which it is a whole number. */
export function wraps(amount: number, units: readonly Unit[]): boolean {
  return amount / unitOf(amount, units).amount > LARGEST_NUMBER;
}

function unitOf(amount: number, units: readonly Unit[]): Unit {
  const [smallest, ...larger] = units as readonly [Unit, ...Unit[]];
  return amount > 0 ? larger.reduce((best, unit) => (amount % unit.amount === 0 ? unit : best), smallest) : smallest;
}
