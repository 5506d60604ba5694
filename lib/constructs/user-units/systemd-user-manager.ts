import { Construct } from 'constructs';
import { reportIssues } from '../../terraform';
import { bundleFile, filePart } from '../host/host-file';
import { hostProp } from '../host/host-prop';
import type { IHostTarget } from '../host/host-target';
import { otherStackIssues } from '../props/other-stack';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';

/** Properties of a {@link SystemdUserManager}. */
export interface SystemdUserManagerProps {
  /** Host that has the user. */
  readonly host: IHostTarget;
  /** User that the systemd belongs to; must exist on the host. */
  readonly user: string;
  /**
   * Enables lingering: the user's systemd runs from boot on, even while the user isn't logged in. Set `false` if that is managed elsewhere,
   * for instance by another stack on this host.
   * @default true
   */
  readonly linger?: boolean;
  /**
   * Takes over lingering that was enabled before, with `loginctl enable-linger`, instead of refusing to replace it. It stays enabled when
   * the stack no longer manages it.
   * @default false
   */
  readonly adopt?: boolean;
}

const rules: PropRules<SystemdUserManagerProps> = {
  host: hostProp,
  user: {
    ...is.account,
    code: 'unit/invalid-user-name',
    valid: 'the name of a user on the host, as text',
    problem: (value) =>
      is.account.problem(value) ??
      (/^\d+$/.test(String(value)) ? 'is a numeric id, and logind identifies lingering users by name' : undefined),
    placeholder: () => 'nobody',
  },
  linger: is.flag,
  adopt: is.flag,
};

/**
 * A user's own systemd (`systemctl --user`), for services that their user can start, stop and inspect without being root: see
 * {@link SystemdUserService}. It runs from boot on, because the user lingers. The host needs logind and libpam-systemd, which every Debian
 * has unless it was stripped down.
 *
 * Errors: `unit/invalid-user-name`, `stack/other-stack`, `stack/token-in-text`, `stack/unknown-property`,
 * `stack/invalid-property`; `host/duplicate-path` if two are created for one user of a host.
 *
 * Source: user@.service(5); loginctl(1), enable-linger
 *
 * @example
 * ```ts
 * const manager = new SystemdUserManager(this, 'deploy', { host, user: 'deploy' });
 * new SidekiqUserService(this, 'sidekiq', {
 *   manager,
 *   version: '7.3',
 *   workingDirectory: '/home/deploy/myapp/current',
 * });
 * ```
 */
export class SystemdUserManager extends Construct {
  /** Host that has the user. */
  public readonly host: IHostTarget;
  /** User that the systemd belongs to. */
  public readonly user: string;

  public constructor(scope: Construct, id: string, props: SystemdUserManagerProps) {
    super(scope, id);
    const { props: checked, issues } = readProps(props, rules);
    const { host, user, linger = true, adopt } = checked;
    this.host = host;
    this.user = user;
    const found = [...issues, ...otherStackIssues(this, ['host'], host)];
    reportIssues(this, () => found);
    if (found.length > 0 || !linger) return;
    host.addPart(() => {
      const { files, requires } = filePart(bundleFile(this, { path: `/var/lib/systemd/linger/${user}`, adopt }, ['']));
      return { files, requires: { ...requires, users: [...requires.users, user] } };
    });
  }
}
