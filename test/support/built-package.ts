import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const TSC = path.join(ROOT, 'node_modules/.bin/tsc');

/** A project that has installed the package as it is built now, and nothing of its sources. */
export class ProjectWithPackage {
  /** Where it is. */
  readonly directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'project-')));

  /** @param packages names of the packages of node_modules that the project has; default: all. */
  constructor(packages: (name: string) => boolean = () => true) {
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
    const installed = path.join(modules, 'cdktf-sidekiq');
    mkdirSync(installed);
    execFileSync(TSC, ['-p', 'tsconfig.build.json', '--outDir', path.join(installed, 'dist')], { cwd: ROOT, stdio: 'pipe' });
    copyFileSync(path.join(ROOT, 'package.json'), path.join(installed, 'package.json'));
  }

  private link(name: string): void {
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(this.directory, 'node_modules', name));
  }

  /** Writes a file of the project. */
  write(name: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.directory, name)), { recursive: true });
    writeFileSync(path.join(this.directory, name), text);
  }

  /** What the compiler says of files of the project; empty where nothing is wrong. */
  compile(files: readonly string[], options: Readonly<Record<string, unknown>> = {}): string {
    const compilerOptions = {
      ...{ target: 'ES2022', lib: ['ES2022'], module: 'Node16', moduleResolution: 'Node16', strict: true, noEmit: true },
      ...{ skipLibCheck: true, types: [], ...options },
    };
    this.write('tsconfig.json', JSON.stringify({ compilerOptions, files }));
    try {
      return execFileSync(TSC, ['-p', '.'], { cwd: this.directory, encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      return (error as { readonly stdout: string }).stdout;
    }
  }

  /** Runs a program of node_modules in the project; gives what it prints on both, and whether it succeeded. */
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

  /** Removes it. */
  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
