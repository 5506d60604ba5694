import { account, decimal, quotedCommand } from '../escape';
import { secondsOf } from '../kinds/render/time';
import type { Program } from '../model';

/** Renders a program with its user, group and timeout, in the order in which they take effect. */
export function command({ argv, uid, gid, timeout }: Program): string {
  const limit = timeout === undefined ? '' : ` with timeout ${decimal(secondsOf(timeout))} seconds`;
  return `${quotedCommand(argv)}${identity(uid, gid)}${limit}`;
}

function identity(uid: string | number | undefined, gid: string | number | undefined): string {
  const user = uid === undefined ? '' : ` as uid ${account(uid)}`;
  const group = gid === undefined ? '' : ` and gid ${account(gid)}`;
  return user + group;
}
