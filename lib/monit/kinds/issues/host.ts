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

/** From this version on, Debian runs Monit as its own service, sandboxed by systemd. */
const SANDBOXED_SINCE = '5.34';

/** Issue of a version that can't be parsed. */
export function* versionIssues(monitVersion: string | undefined): Issues {
  if (monitVersion === undefined || parseVersion(monitVersion) !== undefined) return;
  yield error('monit/invalid-version', ['monitVersion'], {
    got: show(monitVersion),
    expected: 'a version of Monit: 5.33.0',
    remedy: 'Give what `monit --version` tells on the host.',
  });
}

/** Issue of a feature that the host's Monit is too old for. */
export function* newerThanHostIssues(place: Place, what: string, since: string, host: Host): Issues {
  if (host.monit === undefined || atLeast(host.monit, since)) return;
  yield error('host/too-old', place, {
    got: `"${what}", with Monit ${host.monit.text} on the host`,
    expected: `Monit ${since} or later`,
    remedy: `Leave it out, or give the host Monit ${since}: an older one refuses the whole control file.`,
  });
}

/** Issue of a feature that the host's Monit accepts with a warning. */
export function* deprecatedIssues(place: Place, what: string, since: string, remedy: string, host: Host): Issues {
  if (host.monit === undefined || !atLeast(host.monit, since)) return;
  yield warning('monit/deprecated', place, {
    got: `"${what}", with Monit ${host.monit.text} on the host`,
    expected: `what Monit still wants from ${since} on`,
    remedy,
  });
}

/** Issue of a path that looks empty in the sandbox of Debian 13 and later. */
export function* hiddenPathIssues(place: Place, path: string, host: Host): Issues {
  if (!sandboxed(host) || !/^\/(?:home|root|tmp|var\/tmp)(?:\/|$)/.test(path)) return;
  yield warning('monit/path-hidden-by-sandbox', place, {
    got: show(path),
    expected: 'a path that Monit can see: its service on Debian 13 and later has ProtectHome= and PrivateTmp=',
    remedy: 'Put the file under /run: Monit would take the process for gone, and restart it for ever.',
  });
}

/** Issue of a user other than Monit's own, which the sandbox forbids. */
export function* hiddenAccountIssues(place: Place, host: Host): Issues {
  if (!sandboxed(host)) return;
  yield warning('monit/uid-forbidden-by-sandbox', place, {
    got: 'another user or group',
    expected: 'none: the service of Monit on Debian 13 and later may not change its user',
    remedy: 'Run `systemd-run --uid=… --gid=…`, or give monit.service CAP_SETUID and CAP_SETGID in a drop-in.',
  });
}

function sandboxed(host: Host): boolean {
  return host.monit !== undefined && atLeast(host.monit, SANDBOXED_SINCE);
}
