import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** Returns the files of a zip archive, such as a saved plan, by name. */
export function unzipped(file: string): ReadonlyMap<string, string> {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const files = new Map<string, string>();
  let entry = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(entry + offset)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(entry + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(entry + 20));
    const content = bytes.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed);
    files.set(bytes.toString('utf8', entry + 46, entry + 46 + nameLength), content.toString('utf8'));
    entry += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}
