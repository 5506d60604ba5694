import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { REPOSITORY } from '../hosts/paths';
import { must, run, type Outcome } from '../hosts/run';
import { scratch, tarball } from './packed';

/** Parts of a package.json. */
export interface Recipe {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

const INSTALL = ['npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];

/** A project that has the package installed from its tarball, as users have it. */
export class Consumer {
  private constructor(readonly directory: string) {}

  /**
   * Creates one. npm refuses, and the test fails, if the package doesn't match the recipe's versions.
   * @param name of its directory; unique in a run
   */
  static async install(name: string, { dependencies, overrides = {} }: Recipe): Promise<Consumer> {
    const consumer = Consumer.at(path.join(scratch(), 'consumers', name));
    consumer.write(
      'package.json',
      JSON.stringify({ private: true, dependencies: { ...dependencies, 'cdktf-sidekiq': tarball() }, overrides }),
    );
    await must(INSTALL, { cwd: consumer.directory, env: process.env, timeout: 240_000 });
    return consumer;
  }

  /** Uses a directory that another tool has turned into a project. */
  static at(directory: string): Consumer {
    mkdirSync(directory, { recursive: true });
    return new Consumer(directory);
  }

  /** Adds packages with npm. */
  async add(...packages: readonly string[]): Promise<this> {
    await must([...INSTALL, ...packages], { cwd: this.directory, env: process.env, timeout: 240_000 });
    return this;
  }

  /** Returns the path of a file in it. */
  fileOf(file: string): string {
    return path.join(this.directory, file);
  }

  /** Writes a file; creates its directories. */
  write(file: string, text: string): void {
    const target = path.join(this.directory, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }

  /** Copies a file of the repository; its imports of lib/ become imports of the package. */
  copy(source: string, file: string, replace: (text: string) => string = (text) => text): void {
    const text = readFileSync(path.join(REPOSITORY, source), 'utf8');
    this.write(file, replace(text.replaceAll(/'(?:\.\.\/)+lib(\/\w+)?'/g, `'cdktf-sidekiq$1'`)));
  }

  /** Returns a file's text. */
  read(file: string): string {
    return readFileSync(path.join(this.directory, file), 'utf8');
  }

  /** Returns the version of an installed package. */
  versionOf(name: string): string {
    return (JSON.parse(this.read(`node_modules/${name}/package.json`)) as { version: string }).version;
  }

  /** Runs a command in it. */
  run(argv: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    return run(argv, { cwd: this.directory, env: { ...process.env, ...env }, timeout: 120_000 });
  }

  /** Runs a command that must succeed; returns its output. */
  must(argv: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
    return must(argv, { cwd: this.directory, env: { ...process.env, ...env }, timeout: 120_000 });
  }
}
