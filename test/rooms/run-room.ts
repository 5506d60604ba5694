import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Defines all tests of a room's directory in one Jest file. Jest loads cdktf and lib anew for each file, which takes
 * longer than the tests of most files.
 */
export function runRoom(room: string): void {
  const directory = path.join(__dirname, '..', room);
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
  describe.each(files.sort())(`${room}/%s`, (file) => {
    jest.requireActual(path.join(directory, file));
  });
}
