import { rmSync } from 'node:fs';

import { scratch } from './packed';

/** After the last test. */
export default function cleanUp(): void {
  rmSync(scratch(), { recursive: true, force: true });
}
