import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { must, run } from '../../hosts/run';
import { holds, interpolate, type Contexts } from './expression';

/** Event that triggers a workflow. */
export interface WorkflowEvent {
  readonly name: 'push' | 'pull_request' | 'workflow_dispatch';
  readonly ref: string;
  /** Commit to check out. */
  readonly sha: string;
  /** `github.event`. */
  readonly payload?: object;
}

/** Settings of the repository on GitHub, and the environment of its runner. */
export interface Site {
  /** Git repository to check out from. */
  readonly repository: string;
  readonly fullName: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly environments: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly vars: Readonly<Record<string, string>>;
  /** Environment variables of the runner, including PATH. */
  readonly machine: NodeJS.ProcessEnv;
}

/** Result of a job. */
export interface JobOutcome {
  readonly result: 'success' | 'failure' | 'skipped';
  /** Output of its steps, with unmasked secrets. */
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Its directory, which contains its home directory; undefined if it was skipped. */
  readonly directory: string | undefined;
}

type Mapping = Readonly<Record<string, unknown>>;

/**
 * Runs a workflow of GitHub Actions on this machine: each job in its own directory and home, each `run` with GitHub's default shell.
 * Actions are replaced by the part of them that the workflows need. An unsupported key or action throws, so that nothing is skipped
 * silently.
 *
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
 */
export class WorkflowRun {
  readonly jobs: Record<string, JobOutcome> = {};
  /** Directory of everything that the run writes. */
  readonly directory = mkdtempSync(path.join(tmpdir(), 'workflow-'));
  private readonly workflow: Mapping;

  constructor(
    text: string,
    private readonly event: WorkflowEvent,
    private readonly site: Site,
  ) {
    this.workflow = only(parse(text), ['name', 'on', 'permissions', 'concurrency', 'env', 'jobs']);
    mkdirSync(this.artifacts);
  }

  /** True if the event triggers this workflow. */
  get isWanted(): boolean {
    const trigger = (this.workflow.on as Record<string, { branches?: string[] } | null>)[this.event.name];
    if (trigger === undefined) return false;
    const branch = this.event.name === 'pull_request' ? 'main' : this.event.ref.replace('refs/heads/', '');
    return trigger?.branches?.includes(branch) ?? true;
  }

  get artifacts(): string {
    return path.join(this.directory, 'artifacts');
  }

  /** Runs one job, whose needed jobs must have run before. GitHub would run them all. */
  async job(name: string): Promise<JobOutcome> {
    const job = only((this.workflow.jobs as Record<string, unknown>)[name], JOB_KEYS);
    const needs = ([] as string[]).concat((job.needs as string[] | string | undefined) ?? []);
    const needed: Record<string, unknown> = {};
    for (const other of needs) needed[other] = { outputs: this.jobs[other]!.outputs, result: this.jobs[other]!.result };
    const blocked = needs.some((other) => this.jobs[other]!.result !== 'success');
    const contexts = { ...this.contexts(job.environment as string | undefined), needs: needed };
    const outcome = holds(job.if as string | undefined, contexts, blocked)
      ? await new Job(this, name, job, contexts).run(this.workflow.env as Mapping | undefined, this.site, this.event)
      : { result: 'skipped' as const, log: '', summary: '', outputs: {}, directory: undefined };
    this.jobs[name] = outcome;
    return outcome;
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  private contexts(environment: string | undefined): Contexts {
    const { name, ref, sha, payload = {} } = this.event;
    const { fullName, secrets, environments, vars } = this.site;
    if (environment !== undefined && !(environment in environments)) throw new Error(`there is no environment ${environment}`);
    return {
      github: { event_name: name, ref, sha, repository: fullName, event: payload },
      // Only jobs that name the environment get its secrets.
      secrets: { ...secrets, ...(environment === undefined ? {} : environments[environment]) },
      vars,
    };
  }
}

const JOB_KEYS = ['name', 'needs', 'if', 'environment', 'runs-on', 'timeout-minutes', 'outputs', 'env', 'steps'];
const STEP_KEYS = ['name', 'id', 'if', 'uses', 'with', 'run', 'env', 'shell', 'working-directory'];
const SHELLS: Readonly<Record<string, readonly string[]>> = {
  // Commands of `shell: bash`, and of steps without a shell.
  bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail'],
  '': ['bash', '-e'],
};

class Job {
  private readonly directory: string;
  private readonly workspace: string;
  private readonly steps: Record<string, { outputs: Record<string, string> }> = {};
  private env: Record<string, string> = {};
  private log = '';
  private summary = '';
  private failed = false;

  constructor(
    private readonly workflow: WorkflowRun,
    name: string,
    private readonly job: Mapping,
    private readonly contexts: Contexts,
  ) {
    this.directory = path.join(workflow.directory, name);
    this.workspace = path.join(this.directory, 'workspace');
    for (const directory of [this.directory, this.workspace, this.home, this.temporary]) mkdirSync(directory);
  }

  async run(env: Mapping | undefined, site: Site, event: WorkflowEvent): Promise<JobOutcome> {
    this.env = { ...this.filledIn(env), ...this.filledIn(this.job.env as Mapping | undefined) };
    for (const [index, given] of (this.job.steps as unknown[]).entries()) {
      const step = only(given, STEP_KEYS);
      const contexts = this.inStep();
      if (!holds(step.if as string | undefined, contexts, this.failed)) continue;
      const title = (step.name ?? step.uses ?? step.run) as string;
      this.log += `\n##[group]${title}\n`;
      if (typeof step.uses === 'string') await this.use(step.uses, (step.with ?? {}) as Mapping, site, event);
      else await this.shell(step, index, site, event);
    }
    const outputs = this.filledIn(this.job.outputs as Mapping | undefined, this.inStep());
    return { result: this.failed ? 'failure' : 'success', log: this.log, summary: this.summary, outputs, directory: this.directory };
  }

  private get home(): string {
    return path.join(this.directory, 'home');
  }
  private get temporary(): string {
    return path.join(this.directory, 'temp');
  }

  private inStep(): Contexts {
    return { ...this.contexts, env: this.env, steps: this.steps };
  }

  private filledIn(values: Mapping | undefined, contexts: Contexts = this.contexts): Record<string, string> {
    return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, interpolate(String(value), contexts)]));
  }

  private async shell(step: Mapping, index: number, site: Site, event: WorkflowEvent): Promise<void> {
    const interpreter = SHELLS[(step.shell as string | undefined) ?? ''];
    if (interpreter === undefined || typeof step.run !== 'string') throw new Error(`unsupported step: ${JSON.stringify(step)}`);
    const files = Object.fromEntries(
      ['OUTPUT', 'ENV', 'STEP_SUMMARY'].map((name) => [`GITHUB_${name}`, path.join(this.temporary, `${index}-${name}`)]),
    );
    for (const file of Object.values(files)) writeFileSync(file, '');
    const script = path.join(this.temporary, `${index}.sh`);
    writeFileSync(script, interpolate(step.run, this.inStep()));
    const github = { GITHUB_WORKSPACE: this.workspace, GITHUB_SHA: event.sha, GITHUB_REF: event.ref, GITHUB_EVENT_NAME: event.name };
    const { code } = await run([...interpreter, script], {
      cwd: path.join(this.workspace, interpolate((step['working-directory'] as string | undefined) ?? '', this.inStep())),
      env: {
        ...site.machine,
        ...{
          CI: 'true',
          GITHUB_ACTIONS: 'true',
          HOME: this.home,
          RUNNER_TEMP: this.temporary,
          GITHUB_REPOSITORY: site.fullName,
          ...github,
        },
        ...files,
        ...this.env,
        ...this.filledIn(step.env as Mapping | undefined, this.inStep()),
      },
      timeout: 400_000,
      onOutput: (chunk) => (this.log += chunk),
    });
    if (code !== 0) {
      this.failed = true;
      this.log += `##[error]Process completed with exit code ${code}.\n`;
    }
    if (typeof step.id === 'string') this.steps[step.id] = { outputs: assignments(readFileSync(files.GITHUB_OUTPUT!, 'utf8')) };
    this.env = { ...this.env, ...assignments(readFileSync(files.GITHUB_ENV!, 'utf8')) };
    this.summary += readFileSync(files.GITHUB_STEP_SUMMARY!, 'utf8');
  }

  private async use(action: string, inputs: Mapping, { repository }: Site, { sha }: WorkflowEvent): Promise<void> {
    const [name = '', version] = action.split('@');
    if (version === undefined) throw new Error(`no version: ${action}`);
    const given = this.filledIn(inputs, this.inStep());
    switch (name) {
      case 'actions/checkout':
        only(inputs, ['persist-credentials', 'fetch-depth']);
        await must(['git', 'clone', '--quiet', repository, this.workspace]);
        await must(['git', '-C', this.workspace, 'checkout', '--quiet', sha]);
        return;
      case 'actions/setup-node':
        only(inputs, ['node-version', 'cache']);
        return;
      case 'hashicorp/setup-terraform':
        only(inputs, ['terraform_version', 'terraform_wrapper']);
        return;
      case 'actions/upload-artifact':
        only(inputs, ['name', 'path', 'if-no-files-found', 'retention-days']);
        this.upload(given.name!, given.path!);
        return;
      case 'actions/download-artifact': {
        only(inputs, ['name', 'path']);
        const from = path.join(this.workflow.artifacts, given.name!);
        if (!existsSync(from)) throw new Error(`there is no artifact ${given.name!}`);
        const to = path.join(this.workspace, given.path ?? '');
        mkdirSync(to, { recursive: true });
        for (const file of readdirSync(from)) copyFileSync(path.join(from, file), path.join(to, file));
        return;
      }
      default:
        throw new Error(`no replacement for the action ${action}`);
    }
  }

  /** Uploads a single file. Patterns and directories, which have more rules, are unsupported. */
  private upload(name: string, file: string): void {
    if (/[*?[\n]/.test(file)) throw new Error(`patterns are unsupported: ${file}`);
    const from = path.join(this.workspace, file);
    if (!existsSync(from)) throw new Error(`there is nothing to upload at ${file}`);
    const to = path.join(this.workflow.artifacts, name);
    mkdirSync(to);
    copyFileSync(from, path.join(to, path.basename(file)));
  }
}

/** Parses the lines of GITHUB_OUTPUT and GITHUB_ENV: `name=value`. */
function assignments(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const match = /^([^=<]+)=(.*)$/.exec(line);
      if (match === null) throw new Error(`unsupported line in a file of outputs: ${line}`);
      return [match[1]!, match[2]!];
    }),
  );
}

function only(value: unknown, keys: readonly string[]): Mapping {
  if (typeof value !== 'object' || value === null) throw new Error(`not a mapping: ${JSON.stringify(value)}`);
  const unknown = Object.keys(value).filter((key) => !keys.includes(key));
  if (unknown.length > 0) throw new Error(`unsupported keys: ${unknown.join(', ')}`);
  return value as Mapping;
}
