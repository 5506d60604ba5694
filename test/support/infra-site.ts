import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nullProviderMirror } from '../hosts/null-provider';
import { REPOSITORY } from '../hosts/paths';
import { findCommand } from '../hosts/prerequisites';
import { must } from '../hosts/run';
import { WorkflowRun, type Site, type WorkflowEvent } from './actions/run-workflow';
import { copySample, edit, linkPackages, pinNullProvider, type Machines } from './infra-repo';
import type { StateServer } from './state-server';

const EXAMPLES = path.join(REPOSITORY, 'docs/examples/github-actions');
const FULL_NAME = 'example/infra';

/** A replacement for GitHub with test/infra-repo on it: a git repository, its secrets, and a runner for its workflows. */
export class InfraSite {
  readonly runs: WorkflowRun[] = [];
  private readonly directory = mkdtempSync(path.join(tmpdir(), 'site-'));
  private readonly repository = path.join(this.directory, 'repository');

  private constructor(
    private readonly site: Omit<Site, 'repository' | 'machine'>,
    private readonly cliConfigFile: string,
  ) {}

  static async create(machines: Machines, server: StateServer, secrets: Readonly<Record<string, string>>): Promise<InfraSite> {
    const { cliConfigFile, version } = await nullProviderMirror();
    const key = readFileSync(path.join(machines.home, '.ssh/ops'), 'utf8');
    const vars = { STATE_URL: server.url, STATE_USER: 'ci' };
    // GitHub removes a trailing line break from a secret that is pasted into its form.
    const made = new InfraSite(
      { fullName: FULL_NAME, secrets, vars, environments: { production: { OPS_SSH_KEY: key.trim() } } },
      cliConfigFile,
    );
    mkdirSync(made.repository);
    copySample(made.repository, machines);
    pinNullProvider(made.repository, version);
    made.writeNpm();
    await made.git('init', '--quiet', '--initial-branch', 'main');
    await made.commit('First');
    return made;
  }

  /** Changes a text in one or more files on a branch, commits, and returns the commit. */
  async change(branch: string, from: string, to: string, files: readonly string[]): Promise<string> {
    await this.git('checkout', '--quiet', '-B', branch);
    for (const file of files) edit(this.repository, file, from, to);
    return this.commit(`${from} -> ${to}`);
  }

  /** Starts the workflow for a pull request of a branch. */
  pullRequest(workflow: string, branch: string, sha: string, fork = false): WorkflowRun {
    const pull_request = { number: 1, head: { sha, ref: branch, repo: { full_name: fork ? 'fork/infra' : FULL_NAME } } };
    // A fork gets no secrets.
    return this.start(workflow, { name: 'pull_request', ref: 'refs/pull/1/merge', sha, payload: { pull_request } }, fork ? {} : undefined);
  }

  /** Starts the workflow for a push to main. */
  push(workflow: string, sha: string): WorkflowRun {
    return this.start(workflow, { name: 'push', ref: 'refs/heads/main', sha });
  }

  async head(): Promise<string> {
    return (await this.git('rev-parse', 'HEAD')).trim();
  }

  remove(): void {
    for (const run of this.runs) run.remove();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private start(workflow: string, event: WorkflowEvent, secrets = this.site.secrets): WorkflowRun {
    const machine = { PATH: `${this.directory}/bin:${process.env.PATH ?? ''}`, LANG: 'C.UTF-8', TF_CLI_CONFIG_FILE: this.cliConfigFile };
    const run = new WorkflowRun(readFileSync(path.join(EXAMPLES, workflow), 'utf8'), event, {
      ...this.site,
      secrets,
      repository: this.repository,
      machine,
    });
    this.runs.push(run);
    return run;
  }

  /** Writes an `npm` whose `npm ci` copies the installed packages instead of downloading them. Other commands are passed to npm. */
  private writeNpm(): void {
    const packages = path.join(this.directory, 'packages');
    mkdirSync(packages);
    linkPackages(packages);
    const program = path.join(this.directory, 'bin/npm');
    mkdirSync(path.dirname(program));
    writeFileSync(
      program,
      `#!/bin/sh\nif [ "$*" = ci ]; then exec cp -a '${packages}/node_modules' .; fi\nexec '${findCommand('npm')!}' "$@"\n`,
    );
    chmodSync(program, 0o755);
  }

  private async commit(message: string): Promise<string> {
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--message', message);
    return this.head();
  }

  private git(...args: readonly string[]): Promise<string> {
    return must(['git', '-C', this.repository, '-c', 'user.name=ops', '-c', 'user.email=ops@example.com', ...args]);
  }
}
