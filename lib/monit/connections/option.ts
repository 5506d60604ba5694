import type { Place } from '../../values/place';
import type { Host } from '../kinds/issues/host';
import type { Issues } from '../kinds/issues/report';
import type { Context } from '../kinds/parse/context';
import type { Protocol, ProtocolName } from '../protocols/table';
import type { Certificate } from '../tls/certificate';
import type { SslOptions } from '../tls/table';

/** Kind of an option's value: its words, the bounds of a whole number, or another one. The tests make values by it. */
export type OptionKind =
  | { readonly words: readonly string[] }
  | { readonly bounds: readonly [number, number] }
  | 'host'
  | 'ownAddress'
  | 'url'
  | 'path'
  | 'protocol'
  | 'conversation'
  | 'content'
  | 'ssl'
  | 'certificate'
  | 'timeout'
  | 'responseTime';

/** Values that other options depend on. */
export interface OtherValues {
  /** Protocol of the connection. */
  readonly protocol?: ProtocolName | Protocol;
}

/** An option of a connection test: its check, rendering and parsing. */
export interface Option<V> {
  /** Kind of its value. */
  readonly kind: OptionKind;
  /** Kinds of the tokens with which its text may begin. */
  readonly tokens: readonly string[];
  /** Set if it comes before the others, in the order of the row; otherwise the order is free. */
  readonly leads?: true;
  /** Set if the test always has it. */
  readonly required?: true;
  /** Set if a second one adds to the first: to its list, or to its properties. Otherwise the later one wins. */
  readonly joins?: 'list' | 'record';
  /** Issues of a value. `test` is the place of the test. */
  readonly issues: (place: Place, value: V, host: Host, test: Place) => Issues;
  /** Renders the words and the value; empty if there is nothing to write. */
  readonly render: (value: V) => string;
  /** Renders the text for a test without this option; absent if there is none. */
  readonly implied?: (others: OtherValues) => string;
  /** Parses the words and the value. Returns undefined if the words are the default. */
  readonly parse: (context: Context, others: OtherValues) => V | undefined;
  /** Parses what old syntax allows after the value: values of other options. */
  readonly parseOld?: (context: Context) => EncryptionValues;
}

/** Options that `type tcpssl` includes. */
export interface EncryptionValues {
  /** Options of TLS. */
  readonly ssl?: true | SslOptions;
  /** Requirements on the certificate. */
  readonly certificate?: Certificate;
}
