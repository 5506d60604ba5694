import { Exec } from '../systemd';
import { nowhere } from './nowhere';
import { instanceOf } from './prop-kinds';
import type { PropRule } from './props';
import { SystemdService } from './systemd-service';

/** Validation rule for the service that a construct is for. */
export const aService: PropRule<SystemdService> & { readonly standIn: () => SystemdService } = {
  ...instanceOf(SystemdService, 'a SystemdService, such as a SidekiqService'),
  remedy: 'Make the service first and give it to this construct.',
  standIn: () => {
    const host = nowhere();
    return new SystemdService(host, 'stand-in', { host, service: { ExecStart: Exec.command('/bin/true') } });
  },
};
