/** The typed properties of each group, and the table that says of what kind each is. */
import path from 'node:path';
import type { GeneratedFile } from '../issue-catalogue/generated';
import { directivesOf, type DirectiveData } from './data';
import { GROUPS, type Group } from './groups';
import { kindUse, typesIn, type KindUse } from './kinds';

const MANUAL = 'https://www.freedesktop.org/software/systemd/man/latest';
const DIRECTORY = 'systemd/sections';

/** One file for each group. */
export function sectionFiles(): readonly GeneratedFile[] {
  return GROUPS.map((group) => ({ path: `lib/${DIRECTORY}/${group.name}.generated.ts`, text: sectionText(group) }));
}

interface Typed extends DirectiveData {
  readonly use?: KindUse;
}

function sectionText(group: Group): string {
  const all = directivesOf(group.name).map((directive): Typed => ({
    ...directive,
    ...(directive.kind === undefined ? {} : { use: kindUse(directive.kind) }),
  }));
  const directives = all.filter(({ use, legacy }) => use !== undefined || legacy);
  const uses = directives.flatMap(({ use }) => (use === undefined ? [] : [use]));
  const constant = group.interfaceName.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  const rows = directives
    .filter(({ use }) => use !== undefined)
    .map(({ name, use, since }) => `  ${name}: { kind: ${use!.expression}${since === undefined ? '' : `, since: ${since}`} },\n`);
  return [
    `// Made by tools/directives from tools/directives/groups/${group.name}.txt. Do not edit.\n`,
    ...imports(uses),
    `\n/** ${group.doc} Source: ${group.manual}(5). */\nexport interface ${group.interfaceName} {\n`,
    ...directives.map((directive) => property(directive, group)),
    `}\n\n/** See {@link ${group.interfaceName}}. */\nexport const ${constant}: DirectiveTable<${group.interfaceName}> = {\n`,
    ...rows,
    '};\n',
  ].join('');
}

function property({ name, use, description, since, replacement, ignoredSince }: Typed, { manual }: Group): string {
  if (use === undefined) return `  /** @deprecated ${deprecation(replacement, ignoredSince)} */\n  readonly ${name}?: never;\n`;
  const from = since === undefined ? '' : ` Since ${since}.`;
  const gone = ignoredSince === undefined ? '' : ` Ignored from ${ignoredSince} on.`;
  const link = `[${manual}(5)](${MANUAL}/${manual}.html#${name}=)`;
  return `  /**\n   * ${description}\n   *\n   * ${use.says}${from}${gone} ${link}\n   */\n  readonly ${name}?: ${use.type};\n`;
}

function deprecation(replacement: string | undefined, ignoredSince: number | undefined): string {
  const instead = replacement === undefined ? 'Leave it out' : `Use ${replacement.replace(/^(\w+)\.(\w+)$/, '$2 of the [$1] section')}`;
  if (ignoredSince === undefined) return `${instead}.`;
  return `${instead}: systemd ${ignoredSince === 0 ? '' : `from ${ignoredSince} on `}takes no notice of it.`;
}

function imports(uses: readonly KindUse[]): readonly string[] {
  const values = new Map<string, Set<string>>();
  const types = new Map<string, Set<string>>([[`${DIRECTORY.split('/')[0]!}/section`, new Set(['DirectiveTable'])]]);
  const add = (to: Map<string, Set<string>>, from: string, name: string): void => {
    to.set(from, (to.get(from) ?? new Set<string>()).add(name));
  };
  for (const use of uses) {
    add(values, `systemd/kinds/${use.from}`, use.imported);
    for (const [name, from] of typesIn(use.type)) add(types, from, name);
  }
  return [...lines(values, ''), ...lines(types, 'type ')];
}

function lines(modules: Map<string, Set<string>>, keyword: string): readonly string[] {
  return [...modules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, names]) => `import ${keyword}{ ${[...names].sort().join(', ')} } from '${path.posix.relative(DIRECTORY, from)}';\n`);
}
