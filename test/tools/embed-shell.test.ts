import { resolve } from 'node:path';
import { embeddedLines, staleModules } from '../../tools/embed-shell';

it('the generated modules match the shell files (otherwise run tsx tools/embed-shell.ts)', () => {
  expect(staleModules(resolve(__dirname, '../..'))).toEqual([]);
});

it('drops comments and empty lines, except for the first line of a program', () => {
  expect(embeddedLines(['#!/bin/sh\n# why\n\nx=1 # stays\n  # why\n', '#!/bin/sh\ny=2\n'])).toEqual(['#!/bin/sh', 'x=1 # stays', 'y=2']);
});
