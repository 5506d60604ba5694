import { unescapeC } from '../c-escape';
import { firstWord, type FirstWord } from '../first-word';
import { isFileName, pathProblem } from '../paths';
import { BAD_SPECIFIER, expand, FINE, ignored, tooNew, type ReadContext, type Reader } from '../reader';
import { emptyOr, isBase64, isFdName } from './text';

/** Source: credential_name_valid in systemd's creds-util.c. */
const isCredentialName = (bytes: string): boolean => isFileName(bytes) && isFdName(bytes);

function beforeColon(value: string): FirstWord | undefined {
  const name = firstWord(value, { separators: ':', everySeparator: true });
  return name === 'invalid' ? undefined : name;
}

/** Reads `name:data`. */
const setCredential: Reader = (value, context) => {
  const { systemdVersion } = context;
  const name = beforeColon(value);
  // Before 252, the data may be empty.
  if (name?.rest === undefined || (name.rest === '' && systemdVersion >= 252))
    return ignored('is not a name and a value separated by a colon');
  const expanded = expand(name.word, context, 'full', 255);
  if (expanded === undefined) return ignored(BAD_SPECIFIER);
  if (!isCredentialName(expanded)) return ignored('has no valid credential name');
  if (context.name.endsWith('Encrypted')) return isBase64(name.rest, systemdVersion) ? FINE : ignored('is not Base64');
  const data = unescapeC(name.rest, { acceptNul: true, halfPairs: systemdVersion < 262 });
  return data === undefined ? ignored('has an invalid escape') : FINE;
};

/** Reads `name`, or `name:source`. */
const loadCredential: Reader = (value, context) => {
  const name = beforeColon(value);
  if (name === undefined) return ignored('is not a credential name');
  const expanded = expand(name.word, context, 'full', 255);
  if (expanded === undefined) return ignored(BAD_SPECIFIER);
  if (!isCredentialName(expanded)) return ignored('has no valid credential name');
  if ((name.rest ?? '') === '') return context.systemdVersion < 249 ? tooNew(249) : FINE;
  const source = expand(name.rest!, context, 'full', 4095);
  if (source === undefined) return ignored(BAD_SPECIFIER);
  const fine = source.startsWith('/') ? isNormal(source, context) : isCredentialName(source);
  return fine ? FINE : ignored('has a source that is neither a path nor a name');
};

/** systemd doesn't simplify paths here, so they must be normalised. */
function isNormal(path: string, context: ReadContext): boolean {
  return pathProblem(path, context) === undefined && !/\/\/|\/\.(?:\/|$)/.test(path);
}

/** Reads a name, with an optional `*` at its end and an optional new name after it. Source: config_parse_import_credential. */
const importCredential: Reader = (value, context) => {
  const name = beforeColon(value);
  if (name === undefined) return ignored('is not a credential name');
  const expanded = expand(name.word, context, 'full', 255);
  if (expanded === undefined) return ignored(BAD_SPECIFIER);
  if (expanded !== '*' && !(isCredentialName(expanded.replace(/\*$/, '')) && !/[*?[\]]/.test(expanded.replace(/\*$/, ''))))
    return ignored('is not a credential name, with or without * at its end');
  const other = name.rest ?? '';
  return other === '' || isCredentialName(other) ? FINE : ignored('has a second name that is not a credential name');
};

/** Readers of credentials, by the name of systemd's parser. */
export const CREDENTIALS: Readonly<Record<string, Reader>> = {
  set_credential: emptyOr(setCredential),
  load_credential: emptyOr(loadCredential),
  import_credential: emptyOr(importCredential),
};
