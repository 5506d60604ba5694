import { unitNameProblem } from '../../values';
import type { UnitType } from '../unit-type';

/** The unit that a file belongs to. */
export interface UnitOfFile {
  /** The unit's full name. */
  readonly name: string;
  /** The type of the unit. */
  readonly type: UnitType;
  /** True for a drop-in, which adds to the unit's own file. */
  readonly dropIn: boolean;
  /** The problem with the name, such as `is empty`. */
  readonly problem?: string;
}

const TYPES: readonly UnitType[] = ['service', 'timer', 'socket', 'path', 'mount', 'automount', 'swap', 'slice', 'scope', 'target'];

/**
 * Determines the unit from the name of a file: `sidekiq.service`, or `sidekiq.service.d/limits.conf`. Leading directories are ignored.
 * Source: systemd.unit(5).
 */
export function unitOfFile(fileName: string): UnitOfFile {
  const parts = fileName.split('/').filter((part) => part !== '');
  const directory = /^(.+)\.d$/.exec(parts.at(-2) ?? '');
  const dropIn = directory !== null && (parts.at(-1) ?? '').endsWith('.conf');
  const name = dropIn ? directory[1]! : (parts.at(-1) ?? '');
  // `service.d` applies to every service.
  if (dropIn && TYPES.includes(name as UnitType)) return { name: `any.${name}`, type: name as UnitType, dropIn };
  const type = TYPES.find((each) => name.endsWith(`.${each}`));
  const problem =
    type === undefined ? `does not end in a unit type, like .service, and is not in a directory like x.service.d` : unitNameProblem(name);
  return { name, type: type ?? 'service', dropIn, ...(problem === undefined ? {} : { problem }) };
}
