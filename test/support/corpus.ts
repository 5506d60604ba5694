import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Directory of unit files from distributions and public repositories, which are not part of this repository. */
const DIRECTORY = path.resolve(__dirname, '../../../shared/corpus/systemd');

/** A unit file of the corpus. */
export interface CorpusFile {
  /** Its path in the corpus. */
  readonly path: string;
  /** Its name as systemd needs it. For a drop-in, this includes the directory. */
  readonly fileName: string;
  readonly bytes: Buffer;
}

const SUFFIX = /\.(?:service|timer|socket|path|mount|automount|swap|slice|scope|target)$/;

/** Returns all files, or undefined if there is no corpus. CORPUS sets another directory. */
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
      // Input of systemd's fuzzer: a line with the type, then the file.
      const type = /^(service|timer|socket|path|mount|automount|swap|slice|scope|target)\n/.exec(bytes.toString('latin1'))?.[1];
      return type === undefined ? [] : [{ path: file, fileName: `${path.basename(file)}.${type}`, bytes: bytes.subarray(type.length + 1) }];
    });
}
