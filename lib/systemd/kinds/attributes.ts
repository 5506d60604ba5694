import { error, show } from '../../values';
import { invalid, ok, together, within, type Kind, type Rendered } from './kind';
import { recordProblem } from './records';

/** XAttrEntryPoint= and similar: names in the `user.` namespace with their values, one per line. */
export const extendedAttributes: Kind<Readonly<Record<string, string>>> = {
  class: 'raw-spec',
  joins: 'record',
  render: (value) => {
    const problem = recordProblem(value, '{ "user.varlink": "entrypoint" }');
    if (problem !== undefined) return invalid(problem);
    return together(
      Object.entries(value as Readonly<Record<string, unknown>>).map(([name, text]) => within([name], renderAttribute(name, text))),
    );
  },
};

/** Accepts only characters that have no special meaning in any layer. */
function renderAttribute(name: string, text: unknown): Rendered {
  if (!/^user\.[A-Za-z0-9_.-]{1,250}$/.test(name)) {
    return invalid(
      error('unit/invalid-attribute', [], {
        problem: `${show(name)} is not an attribute name in the user namespace`,
        remedy: 'Use "user." and letters, digits, ".", "_" or "-", like user.varlink: systemd ignores an invalid attribute.',
      }),
    );
  }
  if (typeof text === 'string' && /^[A-Za-z0-9_.:/+-]+$/.test(text)) return ok(`${name}=${text}`);
  return invalid(
    error('unit/invalid-attribute', [], {
      problem: `${show(text)} is not a valid attribute value`,
      remedy: 'Use only letters, digits and the characters ".", "_", ":", "/", "+" and "-", which systemd reads unchanged.',
    }),
  );
}
