import { error, show } from '../../values';
import { escapeRaw } from '../escape';
import type { OneOrMany } from '../values/one-or-many';
import { invalid, ok, type Kind, type Rendered } from './kind';
import { wordsOf } from './words';

/** Documentation=: URIs with the schemes that systemd accepts. */
export const uris: Kind<OneOrMany<string>> = { class: 'words', joins: 'list', render: (value) => wordsOf(value, renderUri) };

/** The characters of RFC 3986 except `'`: none needs quotes, and systemd reads no escapes here. */
const URI = /^(https?:\/\/|file:\/|info:|man:)[A-Za-z0-9._~:/?#[\]@!$&()*+,;=%-]+$/;

function renderUri(value: unknown): Rendered {
  if (typeof value === 'string' && URI.test(value)) return ok(escapeRaw(value));
  return invalid(
    error('unit/invalid-uri', [], {
      problem: `${show(value)} is not a URI that systemd accepts`,
      remedy: 'Use one ASCII URI per element that starts with http://, https://, file:/, info: or man:, because systemd drops any other.',
    }),
  );
}
