import { show } from '../../values';
import { refused, together, within, type Kind, type Spoken } from './kind';
import { speakPath } from './paths';

/** LoadCredential=: a name and the absolute path of the file that holds the secret, a line each. */
export const credentialFiles: Kind<Readonly<Record<string, string>>> = {
  class: 'raw-spec',
  joins: 'record',
  speak: (value) =>
    together(
      Object.entries(Object(value) as Readonly<Record<string, unknown>>).map(([id, file]) => within(`.${id}`, speakCredential(id, file))),
    ),
};

function speakCredential(id: string, file: unknown): Spoken {
  // systemd takes other names too; these are the ones that need no escaping in any of its layers.
  if (/^[A-Za-z0-9_.-]{1,255}$/.test(id) && !/^\.{1,2}$/.test(id)) return speakPath(file, `${id}:`);
  return refused({
    code: 'systemd/bad-credential-name',
    got: show(id),
    expected: 'a file name of ASCII letters, digits, ".", "_" and "-"',
    remedy: 'Rename the credential; it becomes a file in $CREDENTIALS_DIRECTORY.',
  });
}
