import { fileModeProblem, show } from '../../values';
import { rule } from './rule';

/** Source: systemd.exec(5), User=. */
export const noUser = rule({
  code: 'unit/no-user',
  reason: 'The service runs as root, so an attacker who takes it over controls the host.',
  bad: () => ({ service: { User: undefined } }),
  good: () => ({ service: { User: 'root' } }),
  find: ({ service }) => {
    if (service.get('User') !== undefined || service.get('DynamicUser') === true) return undefined;
    return {
      place: ['service', 'User'],
      problem: 'no user is set, so the service runs as root',
      remedy: 'Set User to an account of its own, or to "root" if that is intended.',
    };
  },
});

const OTHERS_WRITE = 0o002;

/** Source: systemd.exec(5), UMask=; umask(2). */
export const worldWritableUmask = rule({
  code: 'unit/world-writable-umask',
  reason: 'Any user of the host can change the files that the service creates, including those that it later reads or runs.',
  bad: () => ({ service: { UMask: '0000' } }),
  good: () => ({ service: { UMask: '0027' } }),
  find: ({ service }) => {
    const mask = service.get('UMask');
    if (fileModeProblem(mask) !== undefined || (Number.parseInt(String(mask), 8) & OTHERS_WRITE) !== 0) return undefined;
    return {
      place: ['service', 'UMask'],
      problem: `${show(mask)} makes new files writable by any user of the host`,
      remedy: 'Leave UMask out for "0022", or use "0027", which keeps other users from reading the files as well.',
    };
  },
});
