import { absolutePathProblem } from '../../values/absolute-path';
import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import type { Program } from '../model';
import { hiddenAccountIssues, type Host } from '../kinds/issues/host';
import { type Issues } from '../kinds/issues/report';
import { timeoutIssues } from '../kinds/issues/timeout';
import { accountIssues, literalIssues } from '../kinds/issues/text';

/** Monit keeps 64 slots, one of them for the end. Source: ARGMAX in src/monit.h. */
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
      got: `${show(argv[0] ?? '')}, which ${problem}`,
      expected: 'the absolute path of a program',
      remedy: 'Give the whole path: Monit looks nothing up in PATH and runs no shell.',
    });
  }
  if (argv.length > MOST_WORDS) {
    yield error('monit/too-many-words', place, {
      got: `${argv.length} words`,
      expected: `at most ${MOST_WORDS}, the program included`,
      remedy: 'Put the command into a script on the host, and run that.',
    });
  }
  for (const [index, word] of argv.entries()) if (index > 0) yield* literalIssues([...place, index], word);
}

/** Issues of the user and group that a program runs as. */
export function* identityIssues(place: Place, { uid, gid }: Pick<Program, 'uid' | 'gid'>, host: Host): Issues {
  if (uid !== undefined) yield* accountIssues([...place, 'uid'], uid);
  if (gid !== undefined) yield* accountIssues([...place, 'gid'], gid);
  if ((uid === undefined) !== (gid === undefined)) {
    yield error('monit/uid-without-gid', [...place, uid === undefined ? 'uid' : 'gid'], {
      got: `only ${uid === undefined ? 'gid' : 'uid'}`,
      expected: 'both uid and gid, or none',
      remedy: 'Name both: with one alone Monit keeps the other of root, so that the program still has rights of root.',
    });
  }
  if (uid !== undefined || gid !== undefined) yield* hiddenAccountIssues(place, host);
}
