import { show } from '../../values';
import { AllExcept } from '../values/all-except';
import { listOf } from '../values/one-or-many';
import { ADDRESS_FAMILIES, type AddressFamily } from '../values/address-family';
import { CAPABILITIES, type Capability } from '../values/capability';
import { NAMESPACES, type Namespace } from '../values/namespace';
import { oneLine, refused, said, together, within, type Kind, type Spoken } from './kind';
import { wordsOf } from './words';

/** Words of a vocabulary, of which {@link AllExcept} takes some away. */
function filter<T extends string>(what: string, isWord: (word: string) => boolean): Kind<readonly (T | AllExcept<T>)[]> {
  return { class: 'tokens', joins: 'list', speak: (value) => speakFilter(value, what, isWord) };
}

/** Plain words share a line; each AllExcept has its own, because `~` is about a whole line. Order is kept: systemd reads the lines as steps. */
function speakFilter(value: unknown, what: string, isWord: (word: string) => boolean): Spoken {
  const steps: Spoken[] = [];
  let plain: Spoken[] = [];
  const endLine = (): void => {
    steps.push(oneLine(plain));
    plain = [];
  };
  listOf(value).forEach((element, index) => {
    const at = `[${index}]`;
    if (!(element instanceof AllExcept)) {
      plain.push(within(at, speakToken(element, what, isWord)));
      return;
    }
    endLine();
    const taken = oneLine(element.words.map((word) => within(at, speakToken(word, what, isWord))));
    steps.push({ ...taken, lines: taken.lines.map((line) => `~${line}`) });
  });
  endLine();
  return together(steps);
}

/** Words without escapes. */
export function tokens<T extends string>(what: string, isWord: (word: string) => boolean): Kind<readonly T[]> {
  return { class: 'tokens', joins: 'list', speak: (value) => wordsOf(value, (word) => speakToken(word, what, isWord)) };
}

function speakToken(value: unknown, what: string, isWord: (word: string) => boolean): Spoken {
  if (typeof value === 'string' && isWord(value)) return said(value);
  return refused({
    code: 'systemd/unknown-word',
    got: show(value),
    expected: what,
    remedy: 'Correct the word; systemd drops it or empties the set.',
  });
}

function isIn(words: readonly string[], word: string): boolean {
  return words.includes(word);
}

/** CapabilityBoundingSet= and AmbientCapabilities=: an empty list is a statement of its own, no capabilities. */
export const capabilities: Kind<readonly (Capability | AllExcept<Capability>)[]> = {
  class: 'tokens',
  joins: 'list',
  speak: (value) =>
    Array.isArray(value) && value.length === 0
      ? said('')
      : speakFilter(value, 'a capability of capabilities(7), like CAP_NET_BIND_SERVICE', (word) => isIn(CAPABILITIES, word)),
};

/** RestrictAddressFamilies=: an allow list, or `none` (from 249). */
export const addressFamilies: Kind<readonly (AddressFamily | 'none' | AllExcept<AddressFamily>)[]> = {
  class: 'tokens',
  joins: 'list',
  speak: (value) => {
    const words = listOf(value);
    return words.length === 1 && words[0] === 'none'
      ? { ...said('none'), needs: [{ what: 'none', since: 249 }] }
      : speakFilter(value, `one of ${ADDRESS_FAMILIES.join(', ')}, or none alone`, (word) => isIn(ADDRESS_FAMILIES, word));
  },
};

const namespaceNames = filter<Namespace>(`true, false, or of ${NAMESPACES.join(', ')}`, (word) => isIn(NAMESPACES, word));

/** RestrictNamespaces=. */
export const namespaces: Kind<boolean | readonly (Namespace | AllExcept<Namespace>)[]> = {
  class: 'tokens',
  joins: 'list',
  speak: (value) => (typeof value === 'boolean' ? said(value ? 'yes' : 'no') : namespaceNames.speak(value)),
};

/** SystemCallFilter=: names and groups. Which exist differs by kernel and version; systemd warns of others and leaves them out. */
export const systemCalls: Kind<readonly (string | AllExcept)[]> = filter('the name of a system call, or a @group', (word) =>
  /^(@[a-z]+(-[a-z]+)*|[a-z_][a-z0-9_]*)(:(E[A-Z0-9]+|kill|[0-9]{1,4}))?$/.test(word),
);

const ARCHITECTURES: readonly string[] = ['native', 'x86', 'x86-64', 'x32', 'arm', 'arm64', 'ppc64-le', 'riscv64', 's390x'];

/** SystemCallArchitectures=. */
export const architectures: Kind<readonly string[]> = tokens(`one of ${ARCHITECTURES.join(', ')}`, (word) => isIn(ARCHITECTURES, word));
