import { hostProp } from '../host/host-prop';
import { placeholderHost } from '../host/placeholder-host';
import * as is from '../props/prop-kinds';
import type { PropRules } from '../props/read-props';
import { serviceRules } from '../units/service-props';
import type { ServiceProps } from '../units/service-props';
import { SystemdUserManager } from './systemd-user-manager';

/** Properties of every service of a user's own systemd. */
export interface UserServiceProps extends Pick<ServiceProps, 'unitName' | 'enabled' | 'startWhen' | 'stability' | 'adopt'> {
  /** The user's systemd, which runs the service and determines its user and its host. */
  readonly manager: SystemdUserManager;
  /**
   * Decides what a deployment does with a service that its user has stopped: leave it stopped, or start it.
   * @default 'keep'
   */
  readonly whenStopped?: 'keep' | 'start';
}

/** Validation rules for the properties. */
export const userServiceRules: PropRules<UserServiceProps> = {
  manager: {
    valid: 'a SystemdUserManager',
    problem: (value) => (value instanceof SystemdUserManager ? undefined : 'is not a SystemdUserManager'),
    placeholder: () => new SystemdUserManager(placeholderHost(), 'placeholder', { host: hostProp.placeholder(), user: 'nobody' }),
  },
  unitName: serviceRules.unitName,
  enabled: is.flag,
  startWhen: serviceRules.startWhen,
  whenStopped: is.oneOf('keep', 'start'),
  stability: serviceRules.stability,
  adopt: is.flag,
};

/** Picks the properties that every kind of user service has, without those of one kind. */
export function userServiceProps(props: UserServiceProps): UserServiceProps {
  const { manager, unitName, enabled, startWhen, whenStopped, stability, adopt } = props;
  return { manager, unitName, enabled, startWhen, whenStopped, stability, adopt };
}
