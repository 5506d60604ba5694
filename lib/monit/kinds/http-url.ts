import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import { bareIssues } from './issues/bare';
import type { Issues } from './issues/report';
import type { Context } from './parse/context';

const SCHEMES = ['http', 'https'];

/** Issues of a URL that Monit opens. Its user and password aren't shown. */
export function* httpUrlIssues(place: Place, url: string): Issues {
  yield* bareIssues(place, 'url', url);
  const scheme = /^([a-z0-9]+):\/\//.exec(url)?.[1];
  if (scheme === undefined || SCHEMES.includes(scheme)) return;
  yield error('monit/invalid-url-scheme', place, {
    problem: `${show(scheme)} is not a URL scheme that Monit supports`,
    remedy: 'Use http:// or https://; for another protocol, test its port: Monit rejects the whole control file otherwise.',
  });
}

/** Parses a URL that Monit opens. */
export function parseHttpUrl(context: Context): string {
  const token = context.cursor.expect('URLOBJECT');
  const { scheme } = token.url!;
  if (!SCHEMES.includes(scheme)) {
    context.reject(token, { problem: `"${scheme}" is not a supported URL scheme`, remedy: 'Use http:// or https://.' });
  }
  return token.text;
}
