import { show } from '../../values';
import { refused, said, together, within, type Kind, type Spoken } from './kind';
import { recordProblem } from './records';

/** XAttrEntryPoint= and similar: names in the `user.` namespace with their values, one per line. */
export const extendedAttributes: Kind<Readonly<Record<string, string>>> = {
  class: 'raw-spec',
  joins: 'record',
  speak: (value) => {
    const problem = recordProblem(value, '{ "user.varlink": "entrypoint" }');
    if (problem !== undefined) return refused(problem);
    return together(
      Object.entries(value as Readonly<Record<string, unknown>>).map(([name, text]) => within(`.${name}`, speakAttribute(name, text))),
    );
  },
};

/** Accepts only characters that have no special meaning in any layer. */
function speakAttribute(name: string, text: unknown): Spoken {
  if (/^user\.[A-Za-z0-9_.-]{1,250}$/.test(name) && typeof text === 'string' && /^[A-Za-z0-9_.:/+-]+$/.test(text))
    return said(`${name}=${text}`);
  return refused({
    code: 'systemd/bad-attribute',
    got: `${show(name)} with ${show(text)}`,
    expected: 'a name that starts with "user.", and a value, both of letters, digits, ".", "_" and "-"',
    remedy: 'Correct them; systemd ignores an attribute that it cannot read.',
  });
}
