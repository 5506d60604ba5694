import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import type { Check, HostCheck, NetworkCheck, ProcessCheck, ProgramCheck } from '../model';
import { placeOf, type Origins } from '../model/places';
import { alertIssues } from './alerts';
import { bareIssues } from '../kinds/issues/bare';
import { contentIssues } from '../kinds/content';
import { everyIssues } from './every';
import { hiddenPathIssues, type Host } from '../kinds/issues/host';
import { programIssues } from './programs';
import { wordIssues, type Issues } from '../kinds/issues/report';
import { ruleIssues } from './rules';
import { addressIssues, filesystemIssues, groupIssues, nameIssues, pathIssues, patternIssues } from '../kinds/issues/text';

/** Issues of one check, regardless of other statements. */
export function* checkIssues(check: Check, host: Host, origins: Origins | undefined): Issues {
  const place = placeOf(check, origins);
  yield* nameIssues([...place, 'name'], check.name);
  yield* kindIssues(place, check, host);
  for (const method of ['start', 'stop', 'restart'] as const) {
    const program = check[method];
    if (program !== undefined) yield* programIssues([...place, method], program, host);
  }
  if (check.every !== undefined) yield* everyIssues([...place, 'every'], check.every, host);
  if (check.mode !== undefined) yield* wordIssues([...place, 'mode'], check.mode, ['active', 'passive']);
  if (check.onReboot !== undefined) yield* wordIssues([...place, 'onReboot'], check.onReboot, ['start', 'nostart', 'laststate']);
  for (const [index, group] of (check.groups ?? []).entries()) yield* groupIssues([...place, 'groups', index], group);
  for (const [index, alert] of (check.alerts ?? []).entries()) yield* alertIssues([...place, 'alerts', index], alert);
  for (const [index, mail] of (check.noAlerts ?? []).entries()) yield* bareIssues([...place, 'noAlerts', index], 'mail', mail);
  yield* dependencyIssues(place, check);
  yield* ruleIssues(place, check, host, origins);
}

function* kindIssues(place: Place, check: Check, host: Host): Issues {
  switch (check.statement) {
    case 'check process':
      return yield* processIssues(place, check, host);
    case 'check file':
      yield* pathOnHostIssues(place, check, host);
      for (const [index, pattern] of (check.ignoreContent ?? []).entries()) {
        yield* contentIssues([...place, 'ignoreContent', index], pattern);
      }
      return;
    case 'check directory':
    case 'check fifo':
      return yield* pathOnHostIssues(place, check, host);
    case 'check filesystem':
      return yield* filesystemIssues([...place, 'path'], check.path);
    case 'check host':
      return yield* hostIssues(place, check);
    case 'check network':
      return yield* networkIssues(place, check);
    case 'check system':
      return;
    case 'check program':
      return yield* programCheckIssues(place, check, host);
  }
}

function* processIssues(place: Place, check: ProcessCheck, host: Host): Issues {
  if (check.pidfile === undefined) {
    yield* patternIssues([...place, 'matching'], check.matching);
  } else {
    yield* pathIssues([...place, 'pidfile'], check.pidfile);
    yield* hiddenPathIssues([...place, 'pidfile'], check.pidfile, host);
  }
}

function* pathOnHostIssues(place: Place, check: Check & { readonly path: string }, host: Host): Issues {
  yield* pathIssues([...place, 'path'], check.path);
  yield* hiddenPathIssues([...place, 'path'], check.path, host);
}

function* hostIssues(place: Place, check: HostCheck): Issues {
  yield* addressIssues([...place, 'address'], check.address);
  if (check.rules.some(({ test }) => ['port', 'url', 'ping'].includes(test.test))) return;
  yield error('monit/host-check-without-test', [...place, 'rules'], {
    problem: 'no rule tests a port, a URL or pings',
    remedy: 'Add one, such as when.failed.ping().do(alert()): Monit rejects the whole control file without it.',
  });
}

function* networkIssues(place: Place, check: NetworkCheck): Issues {
  const [key, value] = check.interface === undefined ? ['address', check.address] : ['interface', check.interface];
  yield* addressIssues([...place, key], value);
  const tests = check.rules.map(({ test }) => test.test);
  if (!tests.includes('linkUp') || !tests.includes('linkDown')) return;
  yield error('monit/link-up-and-down', [...place, 'rules'], {
    problem: 'one rule fires when the link is up, and another when it is down',
    remedy: 'Remove one of them: Monit rejects the whole control file if both are set.',
  });
}

function* programCheckIssues(place: Place, check: ProgramCheck, host: Host): Issues {
  yield* programIssues([...place, 'program'], check.program, host);
  if (check.rules.some(({ test }) => test.test !== 'restarts')) return;
  yield error('monit/program-check-without-rule', [...place, 'rules'], {
    problem: 'no rule tests the exit status or the output',
    remedy: 'Add one, such as when.status.notEqual(0).do(alert()): Monit rejects the whole control file without it.',
  });
}

function* dependencyIssues(place: Place, check: Check): Issues {
  for (const [index, name] of (check.dependsOn ?? []).entries()) {
    const here = [...place, 'dependsOn', index];
    yield* nameIssues(here, name);
    if (name.toLowerCase() !== check.name.toLowerCase()) continue;
    yield error('monit/depends-on-itself', here, {
      problem: `${show(name)} depends on itself`,
      remedy: 'Remove it, or name another check: Monit rejects the whole control file for a loop.',
    });
  }
}
