import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const COPIED = ['tsconfig.json', 'eslint.config.mjs', '.dependency-cruiser.cjs'];

/** A directory that looks like the repository to the linters: the same configuration and packages, other files. */
export class HouseFixture {
  readonly directory = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'house-')));

  constructor(files: Readonly<Record<string, string>>) {
    for (const name of COPIED) fs.copyFileSync(path.join(ROOT, name), path.join(this.directory, name));
    fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(this.directory, 'node_modules'));
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.directory, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    }
  }

  /** Runs a program of a package and returns its output as JSON; its exit code only shows that it found something. */
  run(program: string, ...args: string[]): unknown {
    const script = path.join(ROOT, 'node_modules', program);
    try {
      return JSON.parse(execFileSync(process.execPath, [script, ...args], { cwd: this.directory, encoding: 'utf8', stdio: 'pipe' }));
    } catch (error) {
      const { stdout, stderr } = error as { stdout?: string; stderr?: string };
      if (!stdout) throw new Error(`${program} failed: ${stderr ?? String(error)}`, { cause: error });
      return JSON.parse(stdout);
    }
  }

  /** Removes the directory; the packages behind the link stay. */
  remove(): void {
    fs.rmSync(this.directory, { recursive: true });
  }
}
