/**
 * Rejects columns that are numbered by hand in the installer's program: they have names (column-names.ts). `tsx tools/shell-columns.ts`
 * prints what is rejected, and fails if there is anything.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Finding } from './shell-paths';
import { commandsOf } from './shell-words';

/** Functions whose awk programs read something other than a table of the schema, each with what that is. */
const OTHER_TEXTS: Readonly<Record<string, string>> = {
  'apply/manifest.sh write_manifest': 'names of tables',
  'ask/probe.sh json_of': 'a text',
  'ask/probe.sh probe_checks': 'the status of Monit',
  'ask/probe.sh probe_transactions': 'lines of logs',
  'plan/control-files.sh adopt_control_file': 'names and files, separated by tabs',
  'plan/control-files.sh plan_control_files': 'names and files, separated by tabs',
  'read/control-files.sh check_names': 'control files of Monit',
  'read/control-files.sh include_patterns': 'control files of Monit',
  'read/document.sh read_tables': 'the schema itself',
  'read/file-systems.sh systems_of': 'the mounts of the kernel',
};
/** Functions that read words of something other than a table. */
const OTHER_WORDS = new Set(['read/host.sh read_host', 'ask/attend.sh blocked']);

/** Columns that are numbered by hand in a program's text, as it is written. */
export function numberedColumns(file: string, text: string): Finding[] {
  const lines = text.split('\n').flatMap((line, index) => {
    const found =
      /^\s*#/.exec(line) === null
        ? /\b(?:column|longest) [a-z.]+(?: \S+)? [0-9]|\bcut -d ' ' -f [0-9]|\brest\([0-9]|i < [0-9]; i\+\+/.exec(line)
        : null;
    return found === null
      ? []
      : [{ file, line: index + 1, message: `\`${found[0]}\` numbers a column: use a name of lib/installer/schema.ts` }];
  });
  const commands = commandsOf(text).flatMap(({ words, func, line }) => {
    const at = `${file} ${func}`;
    const refuse = (message: string): Finding[] => [{ file, line, message: `${message}: use a name of lib/installer/schema.ts` }];
    const name = words.find(({ text: word }) => word === 'awk' || word === 'read')?.text;
    if (name === 'read' && /read -r _ _/.test(words.map(({ text: word }) => word).join(' ')) && !OTHER_WORDS.has(at)) {
      return refuse('`read -r _ _` counts columns');
    }
    if (name !== 'awk' || at in OTHER_TEXTS) return [];
    const numbered = words.flatMap(({ text: word }) =>
      word.startsWith("'") ? (/\$[1-9]/.exec(word.replaceAll(/"(?:[^"\\]|\\.)*"/g, ''))?.[0] ?? []) : [],
    );
    return numbered.length === 0 ? [] : refuse(`${numbered.join(', ')} of awk numbers a column`);
  });
  return [...lines, ...commands];
}

/** All findings in the installer's program, by the names of its files below `lib/installer/sh/`. */
export function allNumberedColumns(root: string): Finding[] {
  const directory = join(root, 'lib/installer/sh');
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sh') && !file.startsWith('transport'))
    .flatMap((file) => numberedColumns(file, readFileSync(join(directory, file), 'utf8')));
}

if (require.main === module) {
  const findings = allNumberedColumns(resolve(__dirname, '..'));
  for (const { file, line, message } of findings) console.error(`${file}:${line}: ${message}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
