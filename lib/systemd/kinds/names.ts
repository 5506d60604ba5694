import { error, show, userNameProblem } from '../../values';
import { listOf } from '../values/one-or-many';
import { oneLine, invalid, ok, within, type Kind } from './kind';

/** A user or a group. */
export const userName: Kind<string> = {
  class: 'raw-spec',
  render: (value) => {
    const problem = userNameProblem(value);
    return problem === undefined
      ? ok(String(value))
      : invalid(
          error('unit/invalid-user-name', [], {
            got: `${show(value)}, which ${problem}`,
            expected: 'the name or the numeric id of a user or group, as text',
            remedy: 'Use a name that exists on the host: systemd loads the unit with any other, but fails to start the service.',
          }),
        );
  },
};

/** BusName=: a well-known name on D-Bus. */
export const busName: Kind<string> = {
  class: 'raw-spec',
  render: (value) =>
    typeof value === 'string' && value.length <= 255 && /^[A-Za-z_-][A-Za-z0-9_-]*(\.[A-Za-z_-][A-Za-z0-9_-]*)+$/.test(value)
      ? ok(value)
      : invalid(
          error('unit/invalid-bus-name', [], {
            got: show(value),
            expected: 'a well-known D-Bus name, like org.example.App',
            remedy: 'Correct the name: systemd ignores it, and then refuses the unit.',
          }),
        ),
};

/** LogNamespace=: text that is valid in a unit name. */
export const logNamespace: Kind<string> = {
  class: 'raw-spec',
  render: (value) =>
    typeof value === 'string' && /^[A-Za-z0-9_][A-Za-z0-9:_.-]{0,63}$/.test(value)
      ? ok(value)
      : invalid(
          error('unit/invalid-log-namespace', [], {
            got: show(value),
            expected: 'up to 64 letters, digits and any of ":", "_", ".", "-"',
            remedy: 'Correct the name: systemd ignores it, and the lines go to the default journal.',
          }),
        ),
};

/** Several groups. */
export const userNames: Kind<readonly string[]> = {
  class: 'raw-spec',
  joins: 'list',
  render: (value) => oneLine(listOf(value).map((name, index) => within([index], userName.render(name)))),
};

/** DefaultInstance=: text that is valid between `@` and the suffix of a unit name. */
export const instanceName: Kind<string> = {
  class: 'raw-spec',
  render: (value) =>
    typeof value === 'string' && value.length <= 200 && /^[A-Za-z0-9:_.-]+$/.test(value)
      ? ok(value)
      : invalid(
          error('unit/invalid-instance-name', [], {
            got: show(value),
            expected: 'letters, digits, ":", "_", "." and "-"',
            remedy: 'Correct the name: systemctl can’t enable the template without an instance.',
          }),
        ),
};
