import { readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

import { REPOSITORY } from '../hosts/paths';
import { textOf, type Block } from './markdown';
import { stackAround, testAround } from './program';

const LIBRARY = path.join(REPOSITORY, 'lib');

/** Modules that users import, below lib/. */
const ENTRY_POINTS = ['index.ts', 'systemd/index.ts', 'monit/index.ts', 'testing/index.ts'];

/** Names of plain data, such as `SIGNALS`, which needs no example. */
const DATA = /^[A-Z][A-Z_]+$/;

/** An example of a docstring, as the program or the test that it is a part of. */
export interface Example extends Block {
  /** Lines that the docstring shows. */
  readonly shown: readonly string[];
}

/** Returns the examples of all docstrings in lib/, in blocks of the files that contain them. */
export function examples(): readonly Example[] {
  const files = readdirSync(LIBRARY, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.sort().flatMap((name) => examplesOf(`lib/${name}`));
}

function examplesOf(document: string): readonly Example[] {
  const text = textOf(document);
  const blocks = [...text.matchAll(/^ *\* @example\n *\* ```ts\n(.*?)^ *\* ```$/gms)];
  const tags = text.match(/^ *(\/\*)?\* @example\b/gm) ?? [];
  if (tags.length !== blocks.length) throw new Error(`${document}: an @example is not followed by a block of \`\`\`ts`);
  return blocks.map((block) => {
    const code = block[1]!.replaceAll(/^ *\* ?/gm, '');
    return {
      document,
      line: text.slice(0, block.index).split('\n').length + 1,
      language: 'ts',
      tag: 'example',
      text: /^test\(/m.test(code) ? testAround(code) : stackAround(code),
      shown: code.trimEnd().split('\n'),
    };
  });
}

/** Returns the names of exported classes, functions and objects whose docstring has no example. */
export function exportsWithoutExample(program: ts.Program): readonly string[] {
  const checker = program.getTypeChecker();
  const exported = ENTRY_POINTS.flatMap((entry) => {
    const file = program.getSourceFile(path.join(LIBRARY, entry));
    return checker.getExportsOfModule(checker.getSymbolAtLocation(file!)!);
  });
  const values = exported
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .filter((symbol) => symbol.flags & ts.SymbolFlags.Value && !DATA.test(symbol.name));
  const has = ({ declarations = [] }: ts.Symbol): boolean =>
    declarations.flatMap((declaration) => ts.getJSDocTags(declaration)).some(({ tagName }) => tagName.text === 'example');
  return [...new Set(values)].filter((symbol) => !has(symbol)).map(({ name }) => name);
}
