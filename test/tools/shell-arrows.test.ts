import path from 'node:path';
import { PROGRAM_FILES } from '../../tools/embed-shell';
import { phaseOf, programFiles, refusedArrows } from '../../tools/shell-arrows';

const ROOT = path.resolve(__dirname, '../..');

/** Findings on a program of these files, as `file:line: message`. */
const findings = (files: Readonly<Record<string, string>>): string[] =>
  refusedArrows(Object.entries(files).map(([file, text]) => ({ file, text }))).map(
    ({ file, line, message }) => `${file}:${line}: ${message}`,
  );

it('finds nothing in the installer’s program', () => {
  expect(refusedArrows(programFiles(ROOT))).toEqual([]);
});

it('reads every file of the program, in the order of the phases', () => {
  const phases = PROGRAM_FILES.map(phaseOf);
  expect([...new Set(phases)]).toEqual(['base', 'read', 'plan', 'apply', 'undo', 'ask', 'main']);
  expect(phases.filter((phase, index) => phase !== phases[index - 1])).toHaveLength(7);
});

const BASE = '# Shares.\n\na() {\n  :\n}\n';
const APPLY = '# Applies.\n\nb() {\n  a\n}\n';

test.each([
  ['b'],
  ['! b || return 1'],
  ['if b; then :; fi'],
  ['until b; do :; done'],
  ['echo "$(b)"'],
  ['echo x | b'],
  ['(b)'],
  ["trap 'b' EXIT"],
  ['trap b EXIT'],
])('rejects a call of a later phase: %s', (line) => {
  expect(findings({ 'base/a.sh': `# Shares.\n\nx() {\n  ${line}\n}\n\n${BASE.slice(11)}`, 'apply/b.sh': APPLY })).toEqual([
    'base/a.sh:4: x calls b of the later phase `apply`: base < read < plan < apply < undo < ask < main',
  ]);
});

it('accepts a call of an earlier phase, and of the same one', () => {
  expect(findings({ 'base/a.sh': BASE, 'apply/b.sh': APPLY, 'apply/c.sh': '# Applies more.\n\nc() {\n  b\n}\n' })).toEqual([]);
});

it('does not take an argument for a call', () => {
  expect(findings({ 'base/a.sh': `${BASE}\nx() {\n  echo b\n}\n`, 'apply/b.sh': APPLY })).toEqual([]);
});

it('rejects a function that is defined twice', () => {
  expect(findings({ 'base/a.sh': BASE, 'base/b.sh': BASE })).toEqual([
    'base/b.sh:1: a is defined in base/a.sh, too: a program has one function of a name',
  ]);
});

it('wants a sentence first, and the capitals that a file reads of others and sets for them', () => {
  const bare = 'a() {\n  :\n}\n';
  expect(findings({ 'base/a.sh': bare })).toEqual(['base/a.sh:1: the first line is no sentence on what the file does']);
  const sets = 'LIMIT=5\nOWN=6\n\na() {\n  WORK=$OWN\n}\n';
  const reads = 'b() {\n  echo "$WORK" "$LIMIT"\n}\n';
  expect(findings({ 'base/a.sh': `# Sets.\n\n${sets}`, 'read/b.sh': `# Reads.\n\n${reads}` })).toEqual([
    'base/a.sh:1: LIMIT is set for other files, and not named behind `Sets:`',
    'base/a.sh:1: WORK is set for other files, and not named behind `Sets:`',
    'read/b.sh:1: LIMIT is read, and not named behind `Reads:`',
    'read/b.sh:1: WORK is read, and not named behind `Reads:`',
  ]);
  expect(
    findings({ 'base/a.sh': `# Sets.\n# Sets: LIMIT, WORK.\n\n${sets}`, 'read/b.sh': `# Reads.\n# Reads: LIMIT, WORK.\n\n${reads}` }),
  ).toEqual([]);
  expect(findings({ 'base/a.sh': '# Reads.\n# Reads: WORK.\n\na() {\n  :\n}\n' })).toEqual([
    'base/a.sh:1: WORK is named behind `Reads:`, and not read',
  ]);
});
