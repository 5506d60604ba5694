import type { Place } from '../../values/place';
import type { Host } from '../kinds/issues/host';
import type { Issues } from '../kinds/issues/report';
import type { Context } from '../kinds/parse/context';
import type { Token } from '../lexer/token';

/** Kind of an option's value; the tests make values by it. */
export type OptionKind = 'text' | 'path' | 'request' | 'number' | 'status' | 'share' | 'method' | 'checksum' | 'fingerprint' | 'headers';

/** An option of a protocol: its type, check, rendering and parsing. */
export interface Option<V> {
  /** Kind of its value. */
  readonly kind: OptionKind;
  /** Monit's word for it, with which its text begins. */
  readonly word: string;
  /** Token of that word, if it isn't the word's own. */
  readonly token?: string;
  /** Set if a second one adds to the first: its issues are placed in the protocol. Otherwise the later one wins. */
  readonly joins?: true;
  /** Issues of any value, including those that the type forbids. `protocol` is the name of the protocol. */
  readonly issues: (place: Place, value: unknown, host: Host, protocol: string) => Issues;
  /** Renders the text after the word. */
  readonly render: (value: V) => string;
  /** Parses the text after the word. */
  readonly parse: (context: Context, word: Token, protocol: string) => V;
}
