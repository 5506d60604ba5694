import { absolutePathProblem, error, show, type Issue } from '../../values';
import { escapeNestedField } from '../escape';
import { IMAGE_PARTITIONS, type ExtensionImage, type ImageOptions, type MountImage } from '../values/image';
import type { UnitString } from '../values/specified';
import { invalid, ok, type Kind, type Rendered } from './kind';
import { badPath, renderPath } from './paths';
import { recordProblem } from './records';
import { wordsOf } from './words';

/** Option names and plain values, without characters that are special to systemd or mount(8). */
const OPTIONS = /^[A-Za-z0-9_.=/+-]+(,[A-Za-z0-9_.=/+-]+)*$/;

function optionsProblem(options: unknown): Issue | undefined {
  const entries = Object.entries(Object(options) as Readonly<Record<string, unknown>>);
  const partition = entries.map(([name]) => name).find((name) => !(IMAGE_PARTITIONS as readonly string[]).includes(name));
  if (partition !== undefined) {
    return error('unit/invalid-mount-options', [], {
      problem: `${show(partition)} is not a partition of an image`,
      remedy: `Use one of these, because systemd ignores the options of any other: ${IMAGE_PARTITIONS.join(', ')}.`,
    });
  }
  const bad = entries.find(([, text]) => typeof text !== 'string' || !OPTIONS.test(text));
  if (bad === undefined) return undefined;
  return error('unit/invalid-mount-options', [], {
    problem: `${show(bad[1])} is not a list of mount options`,
    remedy: 'Use options separated by commas, like "ro,noatime": systemd ignores invalid options.',
  });
}

/** Renders `root:ro`, `usr:nodev`. */
function optionWords(options: ImageOptions): readonly string[] {
  return Object.entries(options).map(([partition, text]) => `${partition}:${text}`);
}

/** RootImageOptions=. */
export const imageOptions: Kind<ImageOptions> = {
  class: 'raw-spec',
  joins: 'record',
  render: (value) => {
    const problem = recordProblem(value, '{ root: "ro" }') ?? optionsProblem(value);
    return problem === undefined ? ok(optionWords(value as ImageOptions).join(' ')) : invalid(problem);
  },
};

/** MountImages=. */
export const mountImages: Kind<readonly MountImage[]> = {
  class: 'words-nested',
  joins: 'list',
  render: (value) => wordsOf(value, (one) => renderImage(one, true)),
};

/** ExtensionImages=. */
export const extensionImages: Kind<readonly (string | ExtensionImage)[]> = {
  class: 'words-nested',
  joins: 'list',
  render: (value) => wordsOf(value, (one) => renderImage(typeof one === 'string' ? { source: one } : one, false)),
};

function renderImage(value: unknown, placed: boolean): Rendered {
  const { source, destination, optional, options = {} } = Object(value) as MountImage;
  const paths = placed ? [source, destination] : [source];
  const bad = paths.find((path) => absolutePathProblem(path) !== undefined || path === '/');
  if (bad !== undefined || paths.includes(undefined as unknown as string)) {
    return invalid(badPath(bad, absolutePathProblem(bad) ?? 'is the root directory'));
  }
  const problem = optionsProblem(options);
  if (problem !== undefined) return invalid(problem);
  const fields = [...paths.map(escapeNestedField), ...optionWords(options)];
  return ok(`${optional === true ? '-' : ''}${fields.join(':')}`);
}

const POLICY_WORD = '[a-z-]+';

/** RootImagePolicy= and similar (systemd.image-policy(7)): `*`, `-`, `~`, or partitions with their policy flags. */
export const imagePolicy: Kind<string> = {
  class: 'tokens',
  render: (value) =>
    typeof value === 'string' &&
    new RegExp(
      `^([*~-]|(${POLICY_WORD}|)=${POLICY_WORD}(\\+${POLICY_WORD})*(:(${POLICY_WORD}|)=${POLICY_WORD}(\\+${POLICY_WORD})*)*)$`,
    ).test(value)
      ? ok(value)
      : invalid(
          error('unit/invalid-image-policy', [], {
            problem: `${show(value)} is not an image policy`,
            remedy:
              'Use a policy of systemd.image-policy(7), like "root=verity+signed:swap=absent": systemd refuses a unit with any other.',
          }),
        ),
};

/** RootHash=: a hash in hexadecimal, or the path of a file. */
export const rootHash: Kind<UnitString> = {
  class: 'raw-spec',
  render: (value) => (typeof value === 'string' && /^([0-9a-f]{2}){16,64}$/.test(value) ? ok(value) : renderPath(value)),
};

/** RootHashSignature=: `base64:` and the text, or the path of a file. */
export const rootHashSignature: Kind<UnitString> = {
  class: 'raw-spec',
  render: (value) =>
    typeof value === 'string' && /^base64:([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value) && value.length > 7
      ? ok(value)
      : renderPath(value),
};
