/**
 * Every issue code that lib/ can raise, read from its sources, which write each in full: `'unit/invalid-path'`. A text that is put
 * together and begins like a code is an error, so that no code is missed.
 */
import { resolve } from 'node:path';
import ts from 'typescript';
import { AREAS } from './areas';

/** Returns the codes, sorted. */
export function issueCodes(root: string): readonly string[] {
  return issueCodesIn(libProgram(root), root);
}

/** Returns the codes in a program that `libProgram` made for a repository. */
export function issueCodesIn(program: ts.Program, root: string): readonly string[] {
  const lib = resolve(root, 'lib');
  const area = `(?:${Object.keys(AREAS).join('|')})/`;
  const [code, beginning] = [new RegExp(`^${area}[a-z0-9]+(?:-[a-z0-9]+)*$`), new RegExp(`^${area}[a-z0-9-]*$`)];
  const found = new Set<string>();
  for (const source of program.getSourceFiles()) {
    if (!source.fileName.startsWith(lib) || source.fileName.endsWith('.generated.ts')) continue;
    walk(source, (node) => {
      if (ts.isStringLiteralLike(node) && code.test(node.text)) found.add(node.text);
      if (ts.isTemplateExpression(node) && beginning.test(node.head.text))
        throw new Error(`${source.fileName}: write the code in full, instead of ${node.getText(source)}`);
    });
  }
  return [...found].sort();
}

/** Loads the sources of lib/ as `npm run build` compiles them, without type-checking them. */
export function libProgram(root: string): ts.Program {
  const { config } = ts.readConfigFile(resolve(root, 'tsconfig.build.json'), (path) => ts.sys.readFile(path)) as { config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram(fileNames, { ...options, noCheck: true });
}

/** Visits all nodes except the names of imported and exported modules. */
function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => {
    if (!(ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) || child !== node.moduleSpecifier) walk(child, visit);
  });
}
