import { Exec } from '../../systemd';
import { placeholderHost } from '../host/placeholder-host';
import { instanceOf } from '../props/prop-kinds';
import type { PropRule } from '../props/read-props';
import { SystemdService } from './systemd-service';

/** Validation rule for the service that a construct is for. */
export const serviceProp: PropRule<SystemdService> & { readonly placeholder: () => SystemdService } = {
  ...instanceOf(SystemdService, 'a SystemdService', 'a SystemdService, such as a SidekiqService'),
  placeholder: () => {
    const host = placeholderHost();
    return new SystemdService(host, 'placeholder', { host, service: { ExecStart: Exec.command('/bin/true') } });
  },
};
