import { fileModeProblem, show } from '../../values';
import { rule } from './rule';

/** Source: systemd.exec(5), User=. */
export const noUser = rule({
  code: 'systemd/no-user',
  reason: 'The service runs as root, and so does whoever breaks into it.',
  bad: () => ({ service: { User: undefined } }),
  good: () => ({ service: { User: 'root' } }),
  find: ({ service }) => {
    if (service.get('User') !== undefined || service.get('DynamicUser') === true) return undefined;
    return {
      place: ['service', 'User'],
      got: 'no user, so root',
      expected: 'the user that the service runs as',
      remedy: "Set User; say 'root' where that is what you mean.",
    };
  },
});

const OTHERS_WRITE = 0o002;

/** Source: systemd.exec(5), UMask=; umask(2). */
export const worldWritableUmask = rule({
  code: 'systemd/world-writable-umask',
  reason: 'Every file that the service makes can be written by every user of the host, also what it runs or reads later.',
  bad: () => ({ service: { UMask: '0000' } }),
  good: () => ({ service: { UMask: '0027' } }),
  find: ({ service }) => {
    const mask = service.get('UMask');
    if (fileModeProblem(mask) !== undefined || (Number.parseInt(String(mask), 8) & OTHERS_WRITE) !== 0) return undefined;
    return {
      place: ['service', 'UMask'],
      got: `${show(mask)}, with which others can write new files`,
      expected: 'a mask with the 2 in its last digit, like 0027 or 0022',
      remedy: 'Leave UMask out for 0022; use 0027 to keep others from reading, too.',
    };
  },
});
