import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { libProgram } from '../../tools/issue-catalogue/codes';

const ROOT = path.join(__dirname, '../..');

/** Default compiler options of the users' projects in these tests. */
const OPTIONS: ts.CompilerOptions = {
  ...{ target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'], strict: true, noEmit: true, skipLibCheck: true, types: [] },
  ...{ module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
};

/** The package as it is built now: one TypeScript program, whose files are emitted once. */
export class BuiltPackage {
  /** Program of the sources. `npm run typecheck` checks their types. */
  readonly program = libProgram(ROOT);
  private readonly files = new Map<string, string>();

  constructor() {
    this.program.emit(undefined, (name, text) => this.files.set(path.relative(path.join(ROOT, 'dist'), name), text));
  }

  /** Writes package.json and dist/ into a directory. */
  install(directory: string): void {
    for (const [name, text] of this.files) {
      const file = path.join(directory, 'dist', name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    copyFileSync(path.join(ROOT, 'package.json'), path.join(directory, 'package.json'));
  }
}

/** Declaration files of other packages and of the language, parsed once for all programs. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** A project with the package installed, and without its sources. */
export class ProjectWithPackage {
  /** The project's directory. */
  readonly directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'project-')));

  /**
   * @param built the package
   * @param packages selects the packages of node_modules that the project has, by name
   */
  constructor(built: BuiltPackage, packages: (name: string) => boolean = () => true) {
    const modules = path.join(this.directory, 'node_modules');
    mkdirSync(modules);
    for (const name of readdirSync(path.join(ROOT, 'node_modules'))) {
      if (!name.startsWith('@') && !name.startsWith('.') && packages(name)) this.link(name);
      if (name.startsWith('@')) {
        mkdirSync(path.join(modules, name));
        for (const each of readdirSync(path.join(ROOT, 'node_modules', name)))
          if (packages(`${name}/${each}`)) this.link(`${name}/${each}`);
      }
    }
    built.install(path.join(modules, 'cdktf-sidekiq'));
  }

  private link(name: string): void {
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(this.directory, 'node_modules', name));
  }

  /** Writes a file of the project. */
  write(name: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.directory, name)), { recursive: true });
    writeFileSync(path.join(this.directory, name), text);
  }

  /**
   * Returns the compiler's errors in files of the project, as `a.ts(12): TS2322: …`.
   *
   * @param declarations true to check the package's own declarations as well, as without `skipLibCheck`
   */
  compile(files: readonly string[], options: ts.CompilerOptions = {}, declarations = false): readonly string[] {
    const compilerOptions = { ...OPTIONS, ...options, skipLibCheck: !declarations };
    const program = ts.createProgram(
      files.map((file) => path.join(this.directory, file)),
      compilerOptions,
      this.host(compilerOptions),
    );
    const own = program
      .getSourceFiles()
      .filter(
        ({ fileName, isDeclarationFile }) =>
          fileName.startsWith(`${this.directory}/`) &&
          (isDeclarationFile ? declarations && fileName.includes('/node_modules/cdktf-sidekiq/') : !fileName.includes('/node_modules/')),
      );
    const found = [
      ...program.getOptionsDiagnostics(),
      ...program.getGlobalDiagnostics(),
      ...own.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
    ];
    return found.map(({ file, start = 0, code, messageText }) => {
      const place =
        file === undefined
          ? ''
          : `${path.relative(this.directory, file.fileName)}(${file.getLineAndCharacterOfPosition(start).line + 1}): `;
      return `${place}TS${code}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
  }

  private host(options: ts.CompilerOptions): ts.CompilerHost {
    const host = ts.createCompilerHost(options);
    const parse = host.getSourceFile.bind(host);
    host.getCurrentDirectory = () => this.directory;
    host.getSourceFile = (name, version, ...others) => {
      if (!name.endsWith('.d.ts')) return parse(name, version, ...others);
      const format = typeof version === 'object' ? version.impliedNodeFormat : undefined;
      const key = [name, options.module, options.moduleResolution, format].join(' ');
      if (!parsed.has(key)) parsed.set(key, parse(name, version, ...others));
      return parsed.get(key);
    };
    return host;
  }

  /** Runs a program of node_modules in the project, and returns its output and whether it succeeded. */
  run(program: string, ...args: readonly string[]): { readonly ok: boolean; readonly output: string } {
    const script = path.join(this.directory, 'node_modules', program);
    try {
      const stdio = 'pipe';
      return { ok: true, output: execFileSync(process.execPath, [script, ...args], { cwd: this.directory, encoding: 'utf8', stdio }) };
    } catch (error) {
      const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
      return { ok: false, output: stdout + stderr };
    }
  }

  /** Removes the project. */
  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
