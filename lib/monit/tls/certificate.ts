import type { Place } from '../../values/place';
import { decimal, quotedString } from '../escape';
import type { HashType } from '../hash';
import { checksumIssues } from '../kinds/issues/checksum';
import type { Host } from '../kinds/issues/host';
import { emptyIssues, wholeNumberIssues, type Issues } from '../kinds/issues/report';
import type { Context } from '../kinds/parse/context';
import { checksum as parseChecksum, hash as parseHash, whole } from '../kinds/parse/values';
import { LARGEST_NUMBER } from '../units';

/** A checksum with its algorithm. */
export interface Fingerprint {
  /**
   * Algorithm; `sha256` needs Monit 6.0. It isn't written to the control file: Monit goes by the number of digits.
   * @default the algorithm that fits the number of digits
   */
  readonly hash?: HashType;
  /** The checksum, in hexadecimal digits. */
  readonly checksum: string;
}

/** Requirements on a certificate. */
export interface Certificate {
  /** Checksum of the certificate. */
  readonly fingerprint?: Fingerprint;
  /** Number of days for which the certificate must still be valid. */
  readonly validDays?: number;
}

/** A requirement on a certificate: its check, rendering and parsing. */
interface Requirement<V> {
  /** Token after `certificate`. */
  readonly token: string;
  /** Issues of a value. */
  readonly issues: (place: Place, value: V, host: Host) => Issues;
  /** Renders the text after `certificate`. */
  readonly render: (value: V) => string;
  /** Parses the text after the token. */
  readonly parse: (context: Context) => V;
}

const validDays: Requirement<number> = {
  token: 'VALID',
  issues: (place, value) =>
    wholeNumberIssues('monit/invalid-number', place, value, [1, LARGEST_NUMBER], 'Use a number of days, such as 30.'),
  render: (value) => `valid > ${decimal(value)} days`,
  parse(context) {
    context.cursor.accept('GREATER');
    const days = whole(context);
    context.cursor.expect('DAY');
    return days;
  },
};

/** Monit derives the algorithm from the length, and doesn't accept its own word for SHA-256 here. */
const fingerprint: Requirement<Fingerprint> = {
  token: 'CHECKSUM',
  issues: (place, { checksum, hash }, host) => checksumIssues([...place, 'checksum'], checksum, hash, host),
  render: ({ checksum }) => `checksum ${quotedString(checksum)}`,
  parse(context) {
    const hash = parseHash(context);
    context.cursor.accept('EQUAL');
    return { checksum: parseChecksum(context, context.cursor.expect('STRING'), hash) };
  },
};

/** Every requirement, in the order in which they are rendered. To add a requirement, add its type above and a row. */
const REQUIREMENTS: { readonly [R in keyof Certificate]-?: Requirement<NonNullable<Certificate[R]>> } = { validDays, fingerprint };

const NAMES = Object.keys(REQUIREMENTS) as (keyof Certificate)[];

/** The row of a requirement. The table pairs each with its type, which the compiler can't follow by name. */
function requirementRow(name: keyof Certificate): Requirement<unknown> {
  return REQUIREMENTS[name] as Requirement<unknown>;
}

/** Issues of the requirements on a certificate. */
export function* certificateIssues(place: Place, certificate: Certificate, host: Host): Issues {
  const given = NAMES.filter((name) => certificate[name] !== undefined);
  yield* emptyIssues(place, given.length > 0, {
    problem: 'neither fingerprint nor validDays is set',
    remedy: 'Set one of them, or remove `certificate`.',
  });
  for (const name of given) yield* requirementRow(name).issues([...place, name], certificate[name], host);
}

/** Renders the requirements on a certificate: `certificate valid > 30 days`. */
export function certificateText(certificate: Certificate): string[] {
  return NAMES.filter((name) => certificate[name] !== undefined).map(
    (name) => `certificate ${requirementRow(name).render(certificate[name])}`,
  );
}

/** Parses `certificate checksum md5 "…"`, or `certificate valid > 30 days`. */
export function parseCertificate(context: Context): Certificate {
  const { cursor } = context;
  cursor.expect('CERTIFICATE');
  const { kind } = cursor.expect(...NAMES.map((name) => requirementRow(name).token));
  const name = NAMES.find((each) => requirementRow(each).token === kind)!;
  return { [name]: requirementRow(name).parse(context) };
}

/** Issues of the checksum of a certificate or key. */
export function fingerprintIssues(place: Place, given: Fingerprint, host: Host): Issues {
  return fingerprint.issues(place, given, host);
}

/** Renders `checksum "…"`. */
export function fingerprintText(given: Fingerprint): string {
  return fingerprint.render(given);
}

/** Parses `checksum [md5|sha1] [=] "…"`. */
export function parseFingerprint(context: Context): Fingerprint {
  context.cursor.expect(fingerprint.token);
  return fingerprint.parse(context);
}
