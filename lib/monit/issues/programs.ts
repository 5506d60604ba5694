import { absolutePathProblem } from '../../values/absolute-path';
import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import type { Program } from '../model';
import { otherAccountIssues, type Host } from '../kinds/issues/host';
import { type Issues } from '../kinds/issues/report';
import { timeoutIssues } from '../kinds/issues/timeout';
import { accountIssues, literalIssues } from '../kinds/issues/text';

/** Monit's array of arguments has 64 slots, including the final NULL. Source: ARGMAX in src/monit.h. */
const MOST_WORDS = 63;

/** Issues of a program that Monit runs. */
export function* programIssues(place: Place, program: Program, host: Host): Issues {
  yield* argvIssues([...place, 'argv'], program.argv);
  yield* identityIssues(place, program, host);
  if (program.timeout !== undefined) yield* timeoutIssues([...place, 'timeout'], program.timeout);
}

/** Issues of a command's words. */
export function* argvIssues(place: Place, argv: readonly string[]): Issues {
  const problem = absolutePathProblem(argv[0] ?? '');
  if (problem !== undefined) {
    yield error('monit/invalid-path', [...place, 0], {
      problem: argv[0] === undefined ? 'no program is set' : `${show(argv[0])} ${problem}`,
      remedy: 'Give the full path of a program, like /bin/systemctl: Monit runs no shell and does not search PATH.',
    });
  }
  if (argv.length > MOST_WORDS) {
    yield error('monit/too-many-words', place, {
      problem: `the command has ${argv.length} words, more than Monit’s limit of ${MOST_WORDS}`,
      remedy: 'Put the command into a script on the host, and run that: Monit rejects the whole control file otherwise.',
    });
  }
  for (const [index, word] of argv.entries()) if (index > 0) yield* literalIssues([...place, index], word);
}

/** Issues of the user and group that a program runs as. */
export function* identityIssues(place: Place, { uid, gid }: Pick<Program, 'uid' | 'gid'>, host: Host): Issues {
  if (uid !== undefined) yield* accountIssues([...place, 'uid'], uid);
  if (gid !== undefined) yield* accountIssues([...place, 'gid'], gid);
  if ((uid === undefined) !== (gid === undefined)) {
    const [given, missing] = uid === undefined ? ['gid', 'uid'] : ['uid', 'gid'];
    yield error('monit/uid-without-gid', [...place, missing], {
      problem: `only ${given} is set, so the program keeps root’s ${missing}`,
      remedy: `Set ${missing} too.`,
    });
  }
  if (uid !== undefined || gid !== undefined) yield* otherAccountIssues(place, { uid, gid }, host);
}
