import type { Construct } from 'constructs';
import type { BundlePart } from '../../bundle';
import { SocketUnit, type SocketDirectives } from '../../systemd';
import type { Issue } from '../../values';
import { otherHost } from '../host/other-host';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import { serviceProp } from './service-prop';
import type { SystemdService } from './systemd-service';
import { SystemdUnit, unitToStart } from './systemd-unit';
import { unitRules, type UnitProps } from './unit-props';

/** Properties of a {@link SystemdSocket}. */
export interface SystemdSocketProps extends Omit<UnitProps, 'host'> {
  /** Service that gets the socket; the socket is on that service's host. */
  readonly service: SystemdService;
  /** Directives of the [Socket] section, as systemd.socket(5) names them: where it listens. */
  readonly socket: SocketDirectives;
  /**
   * Makes the socket listen from boot on.
   * @default true
   */
  readonly enabled?: boolean;
}

const { unitName, unit, adopt } = unitRules('socket');
const rules: PropRules<SystemdSocketProps> = {
  unitName,
  unit,
  adopt,
  service: serviceProp,
  socket: { ...is.directives<SocketDirectives>(), placeholder: () => ({}) },
  enabled: is.flag,
};

/**
 * A socket that systemd listens on and passes to a service (`LISTEN_FDS`, which Puma understands). While the service restarts, connections
 * wait instead of being refused. The service requires the socket, so it never starts without it. When the socket's own file changes both
 * are restarted, because systemd can't recreate a socket that a service is using.
 *
 * Errors: all that `unitFileIssues` finds, `unit/invalid-unit-name`, `host/other-host`, `stack/other-stack`,
 * `stack/token-in-text`, `stack/unknown-property`, `stack/invalid-property`.
 *
 * Source: systemd.socket(5)
 *
 * @example
 * ```ts
 * const puma = new PumaService(this, 'puma', { host, workingDirectory: '/opt/myapp/current', user: 'deploy' });
 * new SystemdSocket(this, 'socket', { service: puma, socket: { ListenStream: '127.0.0.1:3000' } });
 * ```
 */
export class SystemdSocket extends SystemdUnit<SocketUnit> {
  /** The service that gets the socket. */
  public readonly service: SystemdService;
  private readonly enabled: boolean;

  public constructor(scope: Construct, id: string, props: SystemdSocketProps) {
    const { props: checked, issues } = readProps(props, rules);
    const { service, socket, enabled, unitName, ...others } = checked;
    super(scope, id, (name) => new SocketUnit(name), {
      props: { ...others, unitName: unitName ?? service.baseName, host: service.host },
      issues,
    });
    this.service = service;
    this.enabled = enabled ?? true;
    this.unit.socket.set(socket);
    this.unit.install.set({ WantedBy: ['sockets.target'] });
    service.unit.unit.add({ Requires: [this.unitName] });
    // Units of the same name find each other without this.
    if (`${service.baseName}.socket` !== this.unitName) {
      this.unit.socket.set({ Service: service.unitName });
      service.unit.service.add({ Sockets: [this.unitName] });
    }
    service.restartOn(this.path);
  }

  /** @internal */
  protected override otherIssues(): readonly Issue[] {
    return this.service.host === this.host ? [] : [otherHost(['service'], this.service.unitName)];
  }

  /** @internal */
  protected override rest(): BundlePart {
    return { services: [unitToStart(this.unitName, this.enabled)] };
  }
}
