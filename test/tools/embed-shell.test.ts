import { resolve } from 'node:path';
import { embeddedLines, staleModules } from '../../tools/embed-shell';

it('has embedded what the shell files say now (else: tsx tools/embed-shell.ts)', () => {
  expect(staleModules(resolve(__dirname, '../..'))).toEqual([]);
});

it('drops comments and empty lines, but for the first line of a program', () => {
  expect(embeddedLines(['#!/bin/sh\n# why\n\nx=1 # stays\n  # why\n', '#!/bin/sh\ny=2\n'])).toEqual(['#!/bin/sh', 'x=1 # stays', 'y=2']);
});
