import { fileModeProblem, show } from '../../values';
import { rule } from './rule';

/** Source: systemd.exec(5), User=. */
export const noUser = rule({
  code: 'unit/no-user',
  reason: 'The service runs as root, and so would an attacker who takes it over.',
  bad: () => ({ service: { User: undefined } }),
  good: () => ({ service: { User: 'root' } }),
  find: ({ service }) => {
    if (service.get('User') !== undefined || service.get('DynamicUser') === true) return undefined;
    return {
      place: ['service', 'User'],
      got: 'no user, which means root',
      expected: 'the user that the service runs as',
      remedy: "Set User, or set it to 'root' if that is intended.",
    };
  },
});

const OTHERS_WRITE = 0o002;

/** Source: systemd.exec(5), UMask=; umask(2). */
export const worldWritableUmask = rule({
  code: 'unit/world-writable-umask',
  reason: 'Every user of the host can write to the files that the service creates, including files that it later runs or reads.',
  bad: () => ({ service: { UMask: '0000' } }),
  good: () => ({ service: { UMask: '0027' } }),
  find: ({ service }) => {
    const mask = service.get('UMask');
    if (fileModeProblem(mask) !== undefined || (Number.parseInt(String(mask), 8) & OTHERS_WRITE) !== 0) return undefined;
    return {
      place: ['service', 'UMask'],
      got: `${show(mask)}, with which all users can write to new files`,
      expected: 'a mask whose last digit includes 2, like 0027 or 0022',
      remedy: 'Leave UMask out for 0022, or use 0027 to keep other users from reading as well.',
    };
  },
});
