import { show } from '../../../values/issue';
import { error, warning } from '../../../values/make-issue';
import type { Place } from '../../../values/place';
import { atLeast, parseVersion, type Version } from '../../version';
import { type Issues } from './report';

/** Known facts about the host's Monit. */
export interface Host {
  /** Its version; undefined if unknown. */
  readonly monit: Version | undefined;
}

/** User and group that a program runs as. */
interface Account {
  readonly uid: string | number | undefined;
  readonly gid: string | number | undefined;
}

/** From this version on, Debian runs Monit as its own service, sandboxed by systemd. */
const SANDBOXED_SINCE = '5.34';

/** Reports a version that can't be parsed. */
export function* versionIssues(monitVersion: string | undefined): Issues {
  if (monitVersion === undefined || parseVersion(monitVersion) !== undefined) return;
  yield error('monit/invalid-version', ['monitVersion'], {
    problem: `${show(monitVersion)} is not a version of Monit`,
    remedy: 'Give the version that `monit --version` prints on the host, like "5.33.0".',
  });
}

/** Reports a feature that the host's Monit is too old for. */
export function* newerThanHostIssues(place: Place, feature: string, since: string, host: Host): Issues {
  if (host.monit === undefined || atLeast(host.monit, since)) return;
  yield error('host/too-old', place, {
    problem: `"${feature}" needs Monit ${since}, and the host has ${host.monit.text}`,
    remedy: `Remove it, or install Monit ${since} or later: an older one rejects the whole control file.`,
  });
}

/** Reports a feature that the host's Monit accepts with a warning. */
export function* deprecatedIssues(place: Place, feature: string, since: string, remedy: string, host: Host): Issues {
  if (host.monit === undefined || !atLeast(host.monit, since)) return;
  yield warning('monit/deprecated', place, {
    problem: `"${feature}" is deprecated since Monit ${since}, and the host has ${host.monit.text}`,
    remedy,
  });
}

/** Reports a path that looks empty in the sandbox of Debian 13 and later. */
export function* hiddenPathIssues(place: Place, path: string, host: Host): Issues {
  if (!sandboxed(host) || !/^\/(?:home|root|tmp|var\/tmp)(?:\/|$)/.test(path)) return;
  yield warning('monit/path-hidden-by-sandbox', place, {
    problem: `${show(path)} is hidden from Monit’s service by ProtectHome= or PrivateTmp= (Debian 13 and later)`,
    remedy: 'Move it, for example to /run: otherwise Monit finds it missing, and restarts the service in every cycle.',
  });
}

/** Reports a user or group other than Monit's own, which the sandbox forbids. */
export function* otherAccountIssues(place: Place, { uid, gid }: Account, host: Host): Issues {
  if (!sandboxed(host)) return;
  yield warning('monit/uid-forbidden-by-sandbox', place, {
    problem: `Monit’s service on Debian 13 and later isn’t allowed to run a program as ${show(uid ?? gid)}`,
    remedy: 'Run it by `systemd-run --uid=… --gid=…`, or give monit.service CAP_SETUID and CAP_SETGID in a drop-in.',
  });
}

function sandboxed(host: Host): boolean {
  return host.monit !== undefined && atLeast(host.monit, SANDBOXED_SINCE);
}
