import { bare } from '../bare';
import { decimal, quotedName, quotedPath, quotedString } from '../escape';
import type { Check, Every } from '../model';
import { alert } from './alert';
import { command } from './command';
import { rule } from './rule';

/** Renders the lines of a check: its head, then its options. */
export function check(given: Check): string[] {
  return [`${given.statement} ${quotedName(given.name)}${finder(given)}`, ...options(given).map((option) => `  ${option}`)];
}

function finder(given: Check): string {
  switch (given.statement) {
    case 'check process':
      return given.pidfile === undefined ? ` matching ${quotedString(given.matching)}` : ` with pidfile ${quotedPath(given.pidfile)}`;
    case 'check file':
    case 'check directory':
    case 'check fifo':
    case 'check filesystem':
      return ` with path ${quotedPath(given.path)}`;
    case 'check host':
      return ` with address ${quotedString(given.address)}`;
    case 'check network':
      return given.interface === undefined
        ? ` with address ${quotedString(given.address)}`
        : ` with interface ${quotedString(given.interface)}`;
    case 'check system':
      return '';
    case 'check program':
      return ` with path ${command(given.program)}`;
  }
}

function options(given: Check): string[] {
  return [
    ...(['start', 'stop', 'restart'] as const).flatMap((method) => {
      const program = given[method];
      // With blanks on both sides of "=": without them Monit 5.27 runs a program called "program=".
      return program === undefined ? [] : [`${method} program = ${command(program)}`];
    }),
    ...(given.every === undefined ? [] : [every(given.every)]),
    ...(given.mode === undefined ? [] : [`mode ${given.mode}`]),
    ...(given.onReboot === undefined ? [] : [`onreboot ${given.onReboot}`]),
    ...(given.groups ?? []).map((group) => `group ${quotedName(group)}`),
    ...(given.dependsOn ?? []).map((name) => `depends on ${quotedName(name)}`),
    ...(given.alerts ?? []).map(alert),
    ...(given.noAlerts ?? []).map((mail) => `noalert ${bare('mail', mail)}`),
    ...ignored(given),
    ...given.rules.map(rule),
  ];
}

function ignored(given: Check): string[] {
  if (given.statement !== 'check file') return [];
  return (given.ignoreContent ?? []).map((ignore) => {
    const content = 'pattern' in ignore ? quotedString(ignore.pattern) : quotedPath(ignore.patternFile);
    return `ignore content ${ignore.operator} ${content}`;
  });
}

function every(schedule: Every): string {
  if ('cycles' in schedule) return `every ${decimal(schedule.cycles)} cycles`;
  return 'cron' in schedule ? `every ${quotedString(schedule.cron)}` : `not every ${quotedString(schedule.notCron)}`;
}
