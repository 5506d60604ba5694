import { absolutePathProblem } from '../../values/absolute-path';
import type { Duration } from '../../values/duration';
import { show } from '../../values/issue';
import { error } from '../../values/make-issue';
import type { Place } from '../../values/place';
import type { Program } from '../model';
import { LARGEST_NUMBER } from '../units';
import { hiddenAccountIssues, type Host } from '../kinds/issues/host';
import { type Issues } from '../kinds/issues/report';
import { accountIssues, literalIssues } from '../kinds/issues/text';

/** Monit keeps 64 slots, one of them for the end. Source: ARGMAX in src/monit.h. */
const MOST_WORDS = 63;

/** Monit keeps a timeout as milliseconds in a C int; a longer one wraps, and expires at once. */
const LONGEST_TIMEOUT_SECONDS = Math.floor(LARGEST_NUMBER / 1000);

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
    yield error('monit/program-path', [...place, 0], {
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

/** Issues of a timeout. */
export function* timeoutIssues(place: Place, timeout: Duration): Issues {
  const seconds = timeout.toSeconds();
  if (timeout.problem() === undefined && Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_TIMEOUT_SECONDS) return;
  yield error('monit/timeout', place, {
    got: String(timeout),
    expected: `whole seconds, from 1 to ${LONGEST_TIMEOUT_SECONDS}`,
    remedy: 'Give a timeout that Monit can count: it has no fractions, dies of 0, and turns a longer one negative.',
  });
}
