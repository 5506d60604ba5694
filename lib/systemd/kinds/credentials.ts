import { error, show } from '../../values';
import type { UnitString } from '../values/specified';
import { escapeCredential } from '../escape';
import { listOf } from '../values/one-or-many';
import { hiddenTextIssue, quotableProblem } from './environment';
import { invalid, ok, together, within, type Kind, type Rendered } from './kind';
import { renderPath } from './paths';
import { recordProblem } from './records';
import { safeText } from '../values/safe-text';

/** LoadCredential=: a name and the absolute path of the file that holds the secret, one per line. */
export const credentialFiles: Kind<Readonly<Record<string, UnitString>>> = {
  class: 'raw-spec',
  joins: 'record',
  render: (value) => named(value, (id, file) => (isName(id) ? renderPath(file, `${id}:`) : badName(id))),
};

/** systemd accepts more names; these need no escaping in any of its layers. */
function isName(id: string): boolean {
  return /^[A-Za-z0-9_.-]{1,255}$/.test(id) && !/^\.{1,2}$/.test(id);
}

function badName(id: string): Rendered {
  return invalid(
    error('unit/invalid-credential-name', [], {
      problem: `${show(id)} is not a credential name`,
      remedy: 'Use ASCII letters, digits, ".", "_" and "-": the credential becomes a file in $CREDENTIALS_DIRECTORY.',
    }),
  );
}

/** SetCredential=: a name and the text itself, one per line. */
export const credentialTexts: Kind<Readonly<Record<string, string>>> = {
  class: 'cred',
  joins: 'record',
  render: (value) => named(value, (id, text) => (isName(id) ? renderText(id, text) : badName(id))),
};

function renderText(id: string, text: unknown): Rendered {
  // NUL is allowed only here, because a credential is a file.
  const problem = text === '' ? 'is empty' : typeof text === 'string' ? quotableProblem(text.replaceAll('\0', '')) : 'is not a string';
  if (problem === undefined) return ok(`${id}:${escapeCredential(String(text))}`);
  return invalid(
    hiddenTextIssue(text, problem, 'Use text of less than 128 KiB without noncharacters, or put it in a file for LoadCredential.'),
  );
}

const BASE64 = /^([A-Za-z0-9+/]{4})+([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** SetCredentialEncrypted=: a name and the output of `systemd-creds encrypt`, one per line. */
export const encryptedCredentials: Kind<Readonly<Record<string, string>>> = {
  class: 'cred',
  joins: 'record',
  render: (value) => named(value, (id, text) => (isName(id) ? renderSealed(id, text) : badName(id))),
};

function renderSealed(id: string, text: unknown): Rendered {
  const line = typeof text === 'string' ? text.replaceAll(/[\s\\]/g, '') : '';
  if (BASE64.test(line)) return ok(`${id}:${line}`);
  return invalid(
    error('unit/invalid-base64', [], {
      problem: typeof text === 'string' ? `the text of ${text.length} characters is not base64` : `${show(text)} is not a string`,
      remedy: 'Run `systemd-creds encrypt --name=NAME FILE -` on the host, and use the text that it prints.',
    }),
  );
}

/** ImportCredential=: names, with an optional `*` at the end, one per line. */
export const importedCredentials: Kind<readonly string[]> = {
  class: 'raw-spec',
  joins: 'list',
  render: (value) =>
    together(
      listOf(value).map((name, index) =>
        within([index], isName(safeText(name).replace(/(?<=.)\*$/, 'x')) ? ok(safeText(name)) : badName(safeText(name))),
      ),
    ),
};

function named(value: unknown, render: (id: string, one: unknown) => Rendered): Rendered {
  const problem = recordProblem(value, '{ token: … }');
  if (problem !== undefined) return invalid(problem);
  return together(Object.entries(value as Readonly<Record<string, unknown>>).map(([id, one]) => within([id], render(id, one))));
}
