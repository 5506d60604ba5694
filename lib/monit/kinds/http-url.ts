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
    got: show(scheme),
    expected: SCHEMES.join(' or '),
    remedy: 'Use a port and its protocol: Monit knows no other scheme, and refuses the whole control file.',
  });
}

/** Parses a URL that Monit opens. */
export function parseHttpUrl(context: Context): string {
  const token = context.cursor.expect('URLOBJECT');
  const { scheme } = token.url!;
  if (!SCHEMES.includes(scheme)) context.refuse(token, `${scheme}://`, 'http:// or https://');
  return token.text;
}
