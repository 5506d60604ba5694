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
            problem: `${show(value)} ${problem}`,
            remedy: 'Use the name or numeric id of a user or group of the host, as text: with any other, the service fails to start.',
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
            problem: `${show(value)} is not a D-Bus name`,
            remedy: 'Use a well-known name with a dot, like org.example.App: systemd ignores any other, and then refuses the unit.',
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
            problem: `${show(value)} is not a journal namespace`,
            remedy:
              'Use up to 64 letters, digits, ":", "_", "." and "-": systemd ignores any other name, and the lines go to the default journal.',
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
            problem: `${show(value)} is not an instance name`,
            remedy: 'Use up to 200 letters, digits, ":", "_", "." and "-": systemctl can’t enable the template with any other instance.',
          }),
        ),
};
