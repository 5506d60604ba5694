import { rule } from './rule';

/** `systemd/no-user`: the service runs as root. Source: systemd.exec(5), User=. */
export const noUser = rule(({ service }) => {
  if (service.get('User') !== undefined || service.get('DynamicUser') === true) return undefined;
  return {
    code: 'systemd/no-user',
    property: 'service.User',
    got: 'no user, so root',
    expected: 'the user that the service runs as',
    remedy: "Set User; say 'root' where that is what you mean.",
  };
});
