import { allWords, type WordFlags } from '../first-word';
import { expandedPathProblem, kernelPathProblem } from '../paths';
import { PARTITIONS } from '../vocabularies/partitions';
import { BAD_SPECIFIER, expand, FINE, ignored, partly, type ReadContext, type Reader, type Remark } from '../reader';

const FIELDS = { separators: ':', unescapeC: true, unescapeSeparators: true } as const;

const flagsOf = ({ systemdVersion }: ReadContext): WordFlags => ({ ...FIELDS, halfPairs: systemdVersion < 262 });

/** Checks pairs of a partition and mount options, or only options for the root partition. */
function optionRemarks(fields: readonly string[], context: ReadContext): readonly Remark[] {
  const remarks: Remark[] = [];
  for (let at = 0; at < fields.length; at += 2) {
    const [partition, options] = fields.slice(at, at + 2) as [string, string?];
    if (expand(options ?? partition, context) === undefined) remarks.push(...partly(`has options that ${BAD_SPECIFIER}`));
    if (options === undefined) return remarks;
    if (!PARTITIONS.includes(partition)) remarks.push(...partly('has an unknown partition'));
  }
  return remarks;
}

/** Reads `source[:destination][:options]`, unquoted twice. */
const images =
  (paths: 1 | 2): Reader =>
  (value, context) => {
    const tuples = value === '' ? [] : allWords(value, { unquote: true, keepBackslashes: true });
    if (tuples === 'invalid') return ignored('has unclosed quotes');
    return tuples.flatMap((tuple): readonly Remark[] => {
      const fields = allWords(tuple, flagsOf(context));
      if (fields === 'invalid') return partly('has an invalid escape');
      if (fields.length === 0) return FINE;
      if (fields.length < paths) return partly('has no destination');
      const problem = fields
        .slice(0, paths)
        .map((field, index) => placeProblem(index === 0 ? field.replace(/^-/, '') : field, context, { devices: paths === 2 }))
        .find((each) => each !== undefined);
      return problem === undefined ? optionRemarks(fields.slice(paths), context) : partly(`has a path that ${problem}`);
    });
  };

function placeProblem(field: string, context: ReadContext, { devices }: { readonly devices: boolean }): string | undefined {
  const path = expand(field, context, 'full', 4095);
  return expandedPathProblem(field, context) ?? (path === undefined ? undefined : kernelPathProblem(path, context, { devices }));
}

const rootImageOptions: Reader = (value, context) => {
  const tuples = value === '' ? [] : allWords(value, { unquote: true, keepBackslashes: true });
  if (tuples === 'invalid') return ignored('has unclosed quotes');
  return tuples.flatMap((tuple) => {
    const fields = allWords(tuple, flagsOf(context));
    return fields === 'invalid' ? ignored('has an invalid escape') : optionRemarks(fields, context);
  });
};

/** Readers of disk images, by the name of systemd's parser. */
export const IMAGES: Readonly<Record<string, Reader>> = {
  mount_images: images(2),
  extension_images: images(1),
  root_image_options: rootImageOptions,
};
