import { unitNameProblem } from '../../values';
import type { UnitType } from '../unit-type';

/** Which unit a file is about. */
export interface UnitOfFile {
  /** The unit's full name. */
  readonly name: string;
  /** What the unit is. */
  readonly type: UnitType;
  /** Whether it is a drop-in, which adds to what the unit's own file says. */
  readonly dropIn: boolean;
  /** What is wrong with the name, as words after "which". */
  readonly problem?: string;
}

const TYPES: readonly UnitType[] = ['service', 'timer', 'socket', 'path', 'mount', 'automount', 'swap', 'slice', 'scope', 'target'];

/** Tells it by the name of the file: `sidekiq.service`, or `sidekiq.service.d/limits.conf`; directories before it don't matter. Source: systemd.unit(5). */
export function unitOfFile(fileName: string): UnitOfFile {
  const parts = fileName.split('/').filter((part) => part !== '');
  const directory = /^(.+)\.d$/.exec(parts.at(-2) ?? '');
  const dropIn = directory !== null && (parts.at(-1) ?? '').endsWith('.conf');
  const name = dropIn ? directory[1]! : (parts.at(-1) ?? '');
  // `service.d` is about every service.
  if (dropIn && TYPES.includes(name as UnitType)) return { name: `any.${name}`, type: name as UnitType, dropIn };
  const type = TYPES.find((each) => name.endsWith(`.${each}`));
  const problem =
    type === undefined
      ? `does not end in the type of a unit, like .service, and is no file of a directory like x.service.d`
      : unitNameProblem(name);
  return { name, type: type ?? 'service', dropIn, ...(problem === undefined ? {} : { problem }) };
}
