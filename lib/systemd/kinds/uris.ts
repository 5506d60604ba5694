import { show } from '../../values';
import { escapeRaw } from '../escape';
import type { OneOrMany } from '../values/one-or-many';
import { refused, said, type Kind, type Spoken } from './kind';
import { wordsOf } from './words';

/** Documentation=: URIs with the schemes that systemd accepts. */
export const uris: Kind<OneOrMany<string>> = { class: 'words', joins: 'list', speak: (value) => wordsOf(value, speakUri) };

/** The characters of RFC 3986 except `'`: none needs quotes, and systemd reads no escapes here. */
const URI = /^(https?:\/\/|file:\/|info:|man:)[A-Za-z0-9._~:/?#[\]@!$&()*+,;=%-]+$/;

function speakUri(value: unknown): Spoken {
  if (typeof value === 'string' && URI.test(value)) return said(escapeRaw(value));
  return refused({
    code: 'systemd/bad-uri',
    got: show(value),
    expected: 'a URI that starts with http://, https://, file:/, info: or man:, in ASCII',
    remedy: 'Give one URI for each element; systemd drops any other.',
  });
}
