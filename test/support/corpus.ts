import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Unit files of distributions and of the public, which are not part of this repository. */
const DIRECTORY = path.resolve(__dirname, '../../../shared/corpus/systemd');

/** A unit file of the corpus. */
export interface CorpusFile {
  /** Where it lies in the corpus. */
  readonly path: string;
  /** Its name as systemd needs it: with the directory, for a drop-in. */
  readonly fileName: string;
  readonly bytes: Buffer;
}

const SUFFIX = /\.(?:service|timer|socket|path|mount|automount|swap|slice|scope|target)$/;

/** All of them, or undefined where there is no corpus. CORPUS names another one. */
export function corpus(): readonly CorpusFile[] | undefined {
  const directory = process.env.CORPUS ?? DIRECTORY;
  if (!existsSync(directory)) return undefined;
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(directory, file)).isFile())
    .sort()
    .flatMap((file) => {
      const bytes = readFileSync(path.join(directory, file));
      const dropIn = /[^/]+\.d\/[^/]+\.conf$/.exec(file);
      if (dropIn !== null || SUFFIX.test(file)) return [{ path: file, fileName: dropIn?.[0] ?? path.basename(file), bytes }];
      // What a fuzzer of systemd begins with: the type on a line of its own, then the file.
      const type = /^(service|timer|socket|path|mount|automount|swap|slice|scope|target)\n/.exec(bytes.toString('latin1'))?.[1];
      return type === undefined ? [] : [{ path: file, fileName: `${path.basename(file)}.${type}`, bytes: bytes.subarray(type.length + 1) }];
    });
}
