/**
 * Every issue code that lib/ can raise, read from its sources. Most stand there as text, `'systemd/bad-path'`; where one is
 * put together, `` `monit/${code}` ``, what can be put in is followed back to where it is written: through parameters to all
 * calls, through constants, conditions and types. What can't be followed is an error, never a code that is missing.
 */
import { resolve } from 'node:path';
import ts from 'typescript';

const ROOMS = 'values|systemd|monit|ruby|sidekiq|bundle|installer|programs|terraform|constructs|testing';
const CODE = new RegExp(`^(?:${ROOMS})/[a-z0-9]+(?:-[a-z0-9]+)*$`);
const BEGINNING = new RegExp(`^(?:${ROOMS})/(?:[a-z0-9-]*)$`);

/** The codes, sorted. */
export function issueCodes(root: string): readonly string[] {
  return issueCodesIn(libProgram(root), root);
}

/** The codes in a program that `libProgram` made for a repository. */
export function issueCodesIn(program: ts.Program, root: string): readonly string[] {
  const lib = resolve(root, 'lib');
  const sources = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(lib) && !fileName.endsWith('.generated.ts'));
  return new CodeReader(program.getTypeChecker(), sources).codes();
}

/** The sources of lib/ as `npm run build` compiles them, without checking them first. */
export function libProgram(root: string): ts.Program {
  const { config } = ts.readConfigFile(resolve(root, 'tsconfig.build.json'), (path) => ts.sys.readFile(path)) as { config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram(fileNames, { ...options, noCheck: true });
}

class CodeReader {
  private readonly calls = new Map<ts.Node, ts.CallExpression[]>();

  public constructor(
    private readonly checker: ts.TypeChecker,
    private readonly sources: readonly ts.SourceFile[],
  ) {
    for (const source of sources) {
      walk(source, (node) => {
        if (!ts.isCallExpression(node)) return;
        const declaration = checker.getResolvedSignature(node)?.declaration;
        if (declaration !== undefined) this.calls.set(declaration, [...(this.calls.get(declaration) ?? []), node]);
      });
    }
  }

  public codes(): readonly string[] {
    const found = new Set<string>();
    for (const source of this.sources) {
      walk(source, (node) => {
        if (ts.isStringLiteralLike(node) && !isModuleName(node) && CODE.test(node.text)) found.add(node.text);
        if (ts.isTemplateExpression(node) && BEGINNING.test(node.head.text)) for (const text of this.textsOf(node)) found.add(text);
      });
    }
    return [...found].sort();
  }

  /** The texts that an expression can have. */
  private textsOf(node: ts.Expression): readonly string[] {
    if (ts.isStringLiteralLike(node)) return [node.text];
    if (ts.isParenthesizedExpression(node)) return this.textsOf(node.expression);
    if (ts.isConditionalExpression(node)) return [...this.textsOf(node.whenTrue), ...this.textsOf(node.whenFalse)];
    if (ts.isTemplateExpression(node)) {
      return node.templateSpans.reduce<readonly string[]>(
        (texts, span) => texts.flatMap((text) => this.textsOf(span.expression).map((part) => text + part + span.literal.text)),
        [node.head.text],
      );
    }
    const typed = literalsOf(this.checker.getTypeAtLocation(node));
    if (typed !== undefined) return typed;
    const declaration = ts.isIdentifier(node) ? this.checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
    if (declaration !== undefined && ts.isParameter(declaration)) return this.argumentsOf(declaration);
    if (declaration !== undefined && ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined) {
      return this.textsOf(declaration.initializer);
    }
    const { fileName } = node.getSourceFile();
    throw new Error(`${fileName}: which codes \`${node.getText()}\` can be is not to be seen; give it a type of literals`);
  }

  /** The texts that a parameter can have: those of all calls. */
  private argumentsOf(parameter: ts.ParameterDeclaration): readonly string[] {
    const index = parameter.parent.parameters.indexOf(parameter);
    return (this.calls.get(parameter.parent) ?? []).flatMap((call) => this.textsOf(call.arguments[index]!));
  }
}

function literalsOf(type: ts.Type): readonly string[] | undefined {
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => part.isStringLiteral()) ? parts.map((part) => part.value) : undefined;
}

function isModuleName({ parent }: ts.Node): boolean {
  return ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent);
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}
