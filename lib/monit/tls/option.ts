import type { Place } from '../../values/place';
import type { Issues } from '../kinds/issues/report';
import type { Context } from '../kinds/parse/context';

/** Kind of an option's value; the tests make values by it. */
export type OptionKind = 'flag' | 'selfSigned' | 'versions' | 'ciphers' | 'file' | 'directory';

/** An option of TLS: its check, rendering and parsing. */
export interface Option<V> {
  /** Kind of its value. */
  readonly kind: OptionKind;
  /** Monit's word for it. */
  readonly word: string;
  /** Set if Monit uses it in `set httpd` only; elsewhere it accepts the option and ignores it. */
  readonly serverOnly?: true;
  /** Issues of a value. */
  readonly issues: (place: Place, value: V) => Issues;
  /** Renders the text after the colon. */
  readonly render: (value: V) => string;
  /** Parses the text after the colon. */
  readonly parse: (context: Context) => V;
}
