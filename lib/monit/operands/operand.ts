import type { Place } from '../../values/place';
import type { ConnectionName } from '../connections/table';
import type { AmountKind } from '../kinds/amount';
import type { Host } from '../kinds/issues/host';
import type { Issues } from '../kinds/issues/report';
import type { Context } from '../kinds/parse/context';

/** The words of a test that an operand belongs to. */
export interface TestWords {
  /** Monit's words; empty if the operand includes them. */
  readonly words: string;
  /** Set if the limit is per core. */
  readonly perCore?: true;
}

/** Kind of an operand's value: a limit of this amount, a connection test, or another one. The tests make values by it. */
export type OperandKind =
  | { readonly limit: AmountKind; readonly within?: true }
  | { readonly connection: ConnectionName }
  | 'none'
  | 'account'
  | 'attribute'
  | 'pattern'
  | 'patternFile'
  | 'permission'
  | 'hash'
  | 'checksum'
  | 'restarts';

/** An operand of tests: its type, check, rendering and parsing. */
export interface Operand<V> {
  /** Kind of its value. */
  readonly kind: OperandKind;
  /** Issues of the operand. */
  readonly issues: (place: Place, test: V, words: TestWords, host: Host) => Issues;
  /** Renders the words and the operand. Never throws if JavaScript callers leave the operand out. */
  readonly render: (test: V, words: TestWords) => string;
  /** Parses the operand after the words; absent if the words are part of it, or if it is newer than the grammar. */
  readonly parse?: (context: Context) => V;
}
