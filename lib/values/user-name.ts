const MAX_LENGTH = 31;
const MAX_ID = 4_294_967_294;
/** The 16-bit "no user" id, which systemd refuses as well. */
const OVERFLOW_ID_16 = 65_535;

/**
 * Describes why a value isn't the name of a user or group on a host, in words that follow the value. A POSIX portable name (ASCII
 * letters, digits, `.`, `_`, `-`; first a letter or `_`; at most 31 characters) or a numeric id as text is valid. systemd loads
 * units with many other names and then fails at start (status 217/USER). A trailing `$`, as in Samba's machine accounts, is
 * refused: no service runs as such an account, and it owns none of this library's files.
 *
 * @returns undefined for a valid name
 */
export function userNameProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'is not a string';
  if (value === '') return 'is empty';
  if (/^[0-9]+$/.test(value)) return idProblem(value);
  if (!/^[A-Za-z_]/.test(value)) return 'does not start with a letter or _';
  if (!/^[A-Za-z0-9._-]+$/.test(value)) return 'contains a character that user names can’t have';
  return value.length > MAX_LENGTH ? `has ${value.length} characters, more than the limit of ${MAX_LENGTH}` : undefined;
}

function idProblem(digits: string): string | undefined {
  if (digits.length > 1 && digits.startsWith('0')) return 'is a numeric id with a leading zero';
  const id = Number(digits);
  return id > MAX_ID || id === OVERFLOW_ID_16 ? 'is not a usable numeric id' : undefined;
}
