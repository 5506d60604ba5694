import type { Alert, CheckBase, Every } from '../monit';
import type { IHostTarget } from './host-target';
import { MonitCheckBase } from './monit-check-base';
import * as is from './prop-kinds';
import { isRecord, type PropRule, type PropRules } from './props';

/** What every check of Monit may say. */
export interface CheckOptions {
  /**
   * Name of the check: `monit summary NAME`.
   * @default the construct's id; for a MonitCheck the unit's name without its suffix
   */
  readonly checkName?: string;
  /**
   * Service groups: `monit -g NAME summary`. Letters, digits and the like, no blanks.
   * @default none
   */
  readonly groups?: readonly string[];
  /**
   * Checks that Monit starts before this one and stops after it, as constructs of the same host or by their names.
   * @default none
   */
  readonly dependsOn?: readonly (MonitCheckBase | string)[];
  /**
   * When the check is made: every so many cycles, or in the minutes that a cron line names, or in the others.
   * @default every cycle
   */
  readonly every?: Every;
  /**
   * `passive`: Monit only tells, it never starts or restarts.
   * @default 'active'
   */
  readonly mode?: 'active' | 'passive';
  /**
   * What becomes of the check when the host boots: watched, not watched, or as it was.
   * @default 'start'
   */
  readonly onReboot?: 'start' | 'nostart' | 'laststate';
  /**
   * Who is told of this check by mail, beside those of the MonitDaemon. Monit needs a mail server.
   * @default nobody
   */
  readonly alerts?: readonly Alert[];
  /**
   * Mail addresses of the MonitDaemon's that are told nothing of this check.
   * @default none
   */
  readonly noAlerts?: readonly string[];
  /**
   * Takes the place of a check of that name that is on the host already, and of the control file that it stands in, instead of
   * refusing it. The file is kept there, and comes back when the stack lets go of the check. A file that says more than that
   * check is not taken.
   * @default false
   */
  readonly adopt?: boolean;
}

const every: PropRule<Every> = {
  expected: `{ cycles: 5 }, { cron: '0-10 * * * *' } or { notCron: '0-10 * * * *' }`,
  problem: (value) => {
    if (!isRecord(value)) return 'is not an object';
    const names = Object.keys(value);
    if (names.length !== 1) return 'is not one of the three';
    const [name] = names;
    if (name === 'cycles') return typeof value.cycles === 'number' ? undefined : 'has cycles that are no number';
    if (name === 'cron' || name === 'notCron') return typeof value[name] === 'string' ? undefined : `has a ${name} that is no text`;
    return 'is none of the three';
  },
};

const strings = is.listOf(is.text);

/** Who is told by mail, and of what: its words are judged with the control file. */
export const alertRule: PropRule<Alert> = {
  expected: `someone like { mail: 'ops@example.com', events: { only: ['resource'] } }`,
  problem: (value) => {
    if (!isRecord(value)) return 'is not an object';
    const { mail, events, mailFormat, reminder } = value;
    if (typeof mail !== 'string') return 'has no mail address';
    if (events !== undefined && !isEvents(events)) return 'has events that are neither only nor not a list';
    if (mailFormat !== undefined && mailFormatProblem(mailFormat) !== undefined) return 'has a mailFormat that is none';
    return reminder === undefined || typeof reminder === 'number' ? undefined : 'has a reminder that is no number';
  },
};

function isEvents(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const [name, ...more] = Object.keys(value);
  return more.length === 0 && (name === 'only' || name === 'not') && strings.problem(value[name]) === undefined;
}

/** What keeps a value from being how a mail looks, as words after "which". */
export function mailFormatProblem(value: unknown): string | undefined {
  if (!isRecord(value)) return 'is not an object';
  const { from, replyTo, subject, message } = value;
  if (![from, replyTo].every(isAddress)) return 'has an address that is none';
  return [subject, message].every((text) => text === undefined || typeof text === 'string') ? undefined : 'has something that is not text';
}

function isAddress(value: unknown): boolean {
  if (value === undefined) return true;
  return isRecord(value) && typeof value.address === 'string' && (value.name === undefined || typeof value.name === 'string');
}

/** What the options of every check must be. */
export const checkOptionRules: PropRules<CheckOptions> = {
  checkName: is.text,
  groups: strings,
  dependsOn: is.listOf({
    expected: 'a check, or its name',
    problem: (value) => (typeof value === 'string' || value instanceof MonitCheckBase ? undefined : 'is neither'),
  }),
  every,
  mode: is.oneOf('active', 'passive'),
  onReboot: is.oneOf('start', 'nostart', 'laststate'),
  alerts: is.listOf(alertRule),
  noAlerts: strings,
  adopt: is.flag,
};

/** What a check's options say in Monit's words. */
export function checkOptions(options: CheckOptions): Omit<CheckBase, 'name'> {
  const { groups, dependsOn, every: times, mode, onReboot, alerts, noAlerts } = options;
  const names = dependsOn?.map((check) => (typeof check === 'string' ? check : check.checkName));
  const said = { groups, dependsOn: names, every: times, mode, onReboot, alerts, noAlerts };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** The checks among those that a check depends on that are for another host. */
export function foreignChecks(
  { dependsOn }: CheckOptions,
  host: IHostTarget,
): readonly (readonly [index: number, check: MonitCheckBase])[] {
  return (dependsOn ?? []).flatMap((check, index) =>
    check instanceof MonitCheckBase && check.host !== host ? [[index, check] as const] : [],
  );
}
