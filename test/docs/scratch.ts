import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { REPOSITORY } from '../hosts/paths';
import { run, type Outcome } from '../hosts/run';
import { fileNameOf, kindOf, programOf } from './program';
import type { Block } from './markdown';
import type { ProgramOutcome } from './run-programs';

const LIBRARY = '../../../lib';
/** Directory of the documents' programs during a test: below test/, where they find the repository's packages. */
const DIRECTORY = path.join(REPOSITORY, 'test/docs/generated');
const HOST_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXn';

/** The programs of documents, as files in a project that has the package. */
export class Scratch {
  constructor(private readonly blocks: readonly Block[]) {
    this.remove();
    mkdirSync(DIRECTORY, { recursive: true });
    for (const block of blocks) writeFileSync(this.fileOf(block), programOf(block));
    const paths = { 'cdktf-sidekiq': [LIBRARY], 'cdktf-sidekiq/*': [`${LIBRARY}/*`] };
    // A guide may show a fragment that doesn't use every construct.
    const compilerOptions = { paths, noUnusedLocals: false };
    this.write('tsconfig.json', JSON.stringify({ extends: '../../../tsconfig.json', compilerOptions, include: ['.'] }));
    this.write(
      'jest.config.js',
      `const [{ transform }] = require('../../../jest.config').projects;
module.exports = { transform, testEnvironment: 'node', moduleNameMapper: { '^cdktf-sidekiq(.*)$': '${REPOSITORY}/lib$1' } };`,
    );
    this.write(
      'known_hosts',
      ['203.0.113.10', '192.0.2.101', '192.0.2.102', 'worker', 'bastion.example.com'].map((name) => `${name} ${HOST_KEY}\n`).join(''),
    );
  }

  remove(): void {
    rmSync(DIRECTORY, { recursive: true, force: true });
  }

  /** Synthesizes the programs that do, each in an app of its own. */
  async synthesize(): Promise<ReadonlyMap<Block, ProgramOutcome>> {
    const programs = this.blocks.filter((block) => ['program', 'fragment'].includes(kindOf(block)));
    const runner = path.join(REPOSITORY, 'test/docs/run-programs.ts');
    const argv = [bin('tsx'), '--tsconfig', 'tsconfig.json', runner, ...programs.map((block) => this.fileOf(block))];
    const { code, stdout, stderr } = await run(argv, { cwd: DIRECTORY, env: process.env });
    if (code !== 0) throw new Error(`the programs ended with ${code}:\n${stderr}`);
    const outcomes = JSON.parse(stdout.slice(stdout.indexOf('[{'))) as ProgramOutcome[];
    return new Map(programs.map((block, index) => [block, outcomes[index]!]));
  }

  /** Runs the blocks that are tests, as a user's `npx jest` would. */
  test(): Promise<Outcome> {
    return run([bin('jest'), '--runInBand', '--ci=false', '--config', path.join(DIRECTORY, 'jest.config.js')], {
      cwd: DIRECTORY,
      env: process.env,
    });
  }

  /** Returns the snapshot that a test wrote. */
  snapshotOf(block: Block): string {
    return readFileSync(path.join(DIRECTORY, '__snapshots__', `${path.basename(this.fileOf(block))}.snap`), 'utf8');
  }

  private fileOf(block: Block): string {
    return path.join(DIRECTORY, fileNameOf(block));
  }

  private write(name: string, text: string): void {
    writeFileSync(path.join(DIRECTORY, name), text);
  }
}

function bin(name: string): string {
  return path.join(REPOSITORY, 'node_modules/.bin', name);
}
