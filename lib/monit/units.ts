import { decimal } from './escape';

/** The largest number that Monit reads right: it is a C int, and a larger one wraps without a word. */
export const LARGEST_NUMBER = 2 ** 31 - 1;

/** A unit of Monit's. */
export interface Unit {
  /** As Monit spells it. */
  readonly word: string;
  /** How many of the smallest one it is. */
  readonly amount: number;
}

/** Monit's units of size, smallest first; base 1024. */
export const SIZE_UNITS: readonly Unit[] = [
  { word: 'B', amount: 1 },
  { word: 'KB', amount: 1024 },
  { word: 'MB', amount: 1024 ** 2 },
  { word: 'GB', amount: 1024 ** 3 },
];

/** Monit's units of uptime, smallest first; not its months, which have 30 days. */
export const TIME_UNITS: readonly Unit[] = [
  { word: 'seconds', amount: 1 },
  { word: 'minutes', amount: 60 },
  { word: 'hours', amount: 3600 },
  { word: 'days', amount: 86_400 },
];

/** The units of traffic, smallest first. */
export const TRAFFIC_UNITS: readonly Unit[] = TIME_UNITS.slice(1);

/** Writes an amount in the largest unit in which it is a whole number: `800 MB`, `90 minutes`. */
export function largestUnit(amount: number, units: readonly Unit[]): string {
  const { word, amount: one } = unitOf(amount, units);
  return `${decimal(amount / one)} ${word}`;
}

/** Whether no unit lets Monit read the amount exactly: too large for the unit in which it is a whole number. */
export function wraps(amount: number, units: readonly Unit[]): boolean {
  return amount / unitOf(amount, units).amount > LARGEST_NUMBER;
}

function unitOf(amount: number, units: readonly Unit[]): Unit {
  const [smallest, ...larger] = units as readonly [Unit, ...Unit[]];
  return amount > 0 ? larger.reduce((best, unit) => (amount % unit.amount === 0 ? unit : best), smallest) : smallest;
}
