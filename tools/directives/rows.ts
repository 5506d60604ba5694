/** The table of every directive that systemd knows, as it is needed at run time. */
import type { GeneratedFile } from '../issue-catalogue/generated';
import { directivesOf, type DirectiveData } from './data';
import { GROUPS } from './groups';

/** `lib/systemd/table/rows.generated.ts`. */
export function rowsFile(): GeneratedFile {
  const groups = GROUPS.map(({ name, sections }) => {
    const rows = directivesOf(name).map((directive) => `    ${directive.name}: { ${fields(directive)} },\n`);
    return `  // [${sections.join('], [')}]\n  ${key(name)}: {\n${rows.join('')}  },\n`;
  });
  return {
    path: 'lib/systemd/table/rows.generated.ts',
    text:
      '// Made by tools/directives from tools/directives/groups. Do not edit.\n' +
      "import type { Rows } from './row';\n\n" +
      '/** Every directive that a systemd from 247 to 262 knows, by the group that it is described with. */\n' +
      `export const ROWS: Readonly<Record<string, Rows>> = {\n${groups.join('')}};\n`,
  };
}

function fields({ class: escapeClass, parser, since, ignoredSince, replacement, legacy }: DirectiveData): string {
  return [
    `class: '${escapeClass}'`,
    `parser: '${parser}'`,
    ...(since === undefined ? [] : [`since: ${since}`]),
    ...(legacy ? ['legacy: true'] : []),
    ...(ignoredSince === undefined ? [] : [`ignoredSince: ${ignoredSince}`]),
    ...(replacement === undefined ? [] : [`replacement: '${replacement}'`]),
  ].join(', ');
}

function key(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name}'`;
}
