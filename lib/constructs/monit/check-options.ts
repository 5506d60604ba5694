import type { Alert, CheckBase, Every } from '../../monit';
import type { IHostTarget } from '../host/host-target';
import * as is from '../props/prop-kinds';
import { isRecord, type PropRule, type PropRules } from '../props/read-props';
import { MonitCheckBase } from './monit-check-base';

/** Options that every Monit check has. */
export interface CheckOptions {
  /**
   * Name of the check, as in `monit summary NAME`.
   * @default the construct's id; for a MonitCheck, the unit's name without its suffix; for a MonitSystemCheck, the host's name
   */
  readonly checkName?: string;
  /**
   * Service groups, as in `monit -g NAME summary`. Letters, digits and similar characters, no spaces.
   * @default none
   */
  readonly groups?: readonly string[];
  /**
   * Checks that Monit starts before this one and stops after it: constructs on the same host, or names.
   * @default none
   */
  readonly dependsOn?: readonly (MonitCheckBase | string)[];
  /**
   * Schedule of the check: every n cycles, only in the minutes that a cron line matches, or in all other minutes.
   * @default every cycle
   */
  readonly every?: Every;
  /**
   * Monitoring mode. In `passive` mode Monit only alerts; it never starts or restarts anything.
   * @default 'active'
   */
  readonly mode?: 'active' | 'passive';
  /**
   * State of the check after a reboot: monitored, not monitored, or as it was before.
   * @default 'start'
   */
  readonly onReboot?: 'start' | 'nostart' | 'laststate';
  /**
   * Mail alerts for this check, in addition to those of the MonitDaemon. Monit needs a mail server to send them.
   * @default none
   */
  readonly alerts?: readonly Alert[];
  /**
   * Mail addresses from the MonitDaemon's alerts that get none for this check.
   * @default none
   */
  readonly noAlerts?: readonly string[];
  /**
   * Takes over an existing check of the same name and its control file, instead of failing the deployment. The host keeps the
   * original file and restores it when the stack no longer manages the check. A file that contains more than that check isn't
   * taken over.
   * @default false
   */
  readonly adopt?: boolean;
}

const every: PropRule<Every> = {
  valid: `{ cycles: 5 }, { cron: '0-10 * * * *' } or { notCron: '0-10 * * * *' }`,
  problem: (value) => {
    if (!isRecord(value)) return 'is not an object';
    const names = Object.keys(value);
    if (names.length !== 1) return 'does not have exactly one of cycles, cron and notCron';
    const [name] = names;
    if (name === 'cycles') return typeof value.cycles === 'number' ? undefined : 'has cycles that are not a number';
    if (name === 'cron' || name === 'notCron') return typeof value[name] === 'string' ? undefined : `has a ${name} that is not a string`;
    return 'has none of cycles, cron and notCron';
  },
};

const strings = is.listOf(is.text);

/** Validates the shape of an alert. Its text and event names are validated with the control file. */
export const alertRule: PropRule<Alert> = {
  valid: `an object like { mail: 'ops@example.com', events: { only: ['resource'] } }`,
  problem: (value) => {
    if (!isRecord(value)) return 'is not an object';
    const { mail, events, mailFormat, reminder } = value;
    if (typeof mail !== 'string') return 'has no mail address';
    if (events !== undefined && !isEvents(events)) return 'has events that are neither { only: […] } nor { not: […] }';
    if (mailFormat !== undefined && mailFormatProblem(mailFormat) !== undefined) return 'has an invalid mailFormat';
    return reminder === undefined || typeof reminder === 'number' ? undefined : 'has a reminder that is not a number';
  },
};

function isEvents(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const [name, ...more] = Object.keys(value);
  return more.length === 0 && (name === 'only' || name === 'not') && strings.problem(value[name]) === undefined;
}

/**
 * Describes why a value isn't a mail format, as text that follows the value.
 *
 * @returns undefined when the value has the right shape
 */
export function mailFormatProblem(value: unknown): string | undefined {
  if (!isRecord(value)) return 'is not an object';
  const { from, replyTo, subject, message } = value;
  if (![from, replyTo].every(isAddress)) return 'has an invalid address';
  return [subject, message].every((text) => text === undefined || typeof text === 'string')
    ? undefined
    : 'has a subject or message that is not a string';
}

function isAddress(value: unknown): boolean {
  if (value === undefined) return true;
  return isRecord(value) && typeof value.address === 'string' && (value.name === undefined || typeof value.name === 'string');
}

/** Validation rules for the options of every check. */
export const checkOptionRules: PropRules<CheckOptions> = {
  checkName: is.text,
  groups: strings,
  dependsOn: is.listOf({
    valid: 'a check, or its name',
    problem: (value) => (typeof value === 'string' || value instanceof MonitCheckBase ? undefined : 'is neither a check nor a name'),
  }),
  every,
  mode: is.oneOf('active', 'passive'),
  onReboot: is.oneOf('start', 'nostart', 'laststate'),
  alerts: is.listOf(alertRule),
  noAlerts: strings,
  adopt: is.flag,
};

/** Converts a check's options to Monit's model, without those that aren't set. */
export function checkOptions(options: CheckOptions): Omit<CheckBase, 'name'> {
  const { groups, dependsOn, every: times, mode, onReboot, alerts, noAlerts } = options;
  const names = dependsOn?.map((check) => (typeof check === 'string' ? check : check.checkName));
  const given = { groups, dependsOn: names, every: times, mode, onReboot, alerts, noAlerts };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Dependencies of a check that belong to another host, each with its index in `dependsOn`. */
export function foreignChecks(
  { dependsOn }: CheckOptions,
  host: IHostTarget,
): readonly (readonly [index: number, check: MonitCheckBase])[] {
  return (dependsOn ?? []).flatMap((check, index) =>
    check instanceof MonitCheckBase && check.host !== host ? [[index, check] as const] : [],
  );
}
