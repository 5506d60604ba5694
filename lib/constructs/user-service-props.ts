import * as is from './prop-kinds';
import type { PropRules } from './props';
import { nowhere } from './nowhere';
import { serviceRules } from './service-props';
import { SystemdUserManager } from './systemd-user-manager';
import type { ServiceProps } from './service-props';

/** What every service of a user's own systemd has. */
export interface UserServiceProps extends Pick<ServiceProps, 'unitName' | 'enabled' | 'startWhen' | 'stability' | 'adopt'> {
  /** The systemd that runs it, and so the user and the host. */
  readonly manager: SystemdUserManager;
  /**
   * What a deployment does with the service after its user has stopped it: leave it stopped, or start it.
   * @default 'keep'
   */
  readonly whenStopped?: 'keep' | 'start';
}

/** What they must be. */
export const userServiceRules: PropRules<UserServiceProps> = {
  manager: {
    expected: 'a SystemdUserManager',
    problem: (value) => (value instanceof SystemdUserManager ? undefined : 'is none'),
    standIn: () => new SystemdUserManager(nowhere(), 'stand-in', { host: is.host.standIn(), user: 'nobody' }),
  },
  unitName: serviceRules.unitName,
  enabled: is.flag,
  startWhen: serviceRules.startWhen,
  whenStopped: is.oneOf('keep', 'start'),
  stability: serviceRules.stability,
  adopt: is.flag,
};

/** What a kind of service hands on to every kind of service, without what is its own. */
export function userServiceProps(props: UserServiceProps): UserServiceProps {
  const { manager, unitName, enabled, startWhen, whenStopped, stability, adopt } = props;
  return { manager, unitName, enabled, startWhen, whenStopped, stability, adopt };
}
