import { show, textProblem } from '../../values';
import { escapeWord } from '../escape';
import type { OneOrMany } from '../values/one-or-many';
import { refused, said, type Kind, type Spoken } from './kind';
import { wordsOf } from './words';

/** Documentation=: URIs of the schemes that systemd takes. */
export const uris: Kind<OneOrMany<string>> = { class: 'words', joins: 'list', speak: (value) => wordsOf(value, speakUri) };

function speakUri(value: unknown): Spoken {
  const fine = textProblem(value) === undefined && /^(https?:\/\/|file:\/|info:|man:)[^\s\p{C}]+$/u.test(String(value));
  if (fine) return said(escapeWord(String(value)));
  return refused({
    code: 'systemd/bad-uri',
    got: show(value),
    expected: 'a URI that starts with http://, https://, file:/, info: or man:',
    remedy: 'Give one URI for each element; systemd drops any other.',
  });
}
