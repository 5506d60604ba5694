import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { terraformEnvironment } from './null-provider';
import { REPOSITORY } from './paths';
import { lastLines, run, type Outcome } from './run';

export interface TerraformOptions {
  /** Source of providers; default: Terraform's own configuration. */
  readonly cliConfigFile?: string;
  /** Added to the environment, for example `TF_VAR_…`. */
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds for each command. Default: three minutes. */
  readonly timeout?: number;
  /** Receives output as it arrives. */
  readonly onOutput?: (chunk: string) => void;
}

/** Output of one command, stdout and stderr in order, without colours. */
export interface TerraformOutcome extends Outcome {
  readonly output: string;
}

/** Command of the program that cdktf runs: a TypeScript file, run by tsx, which takes a second where ts-node takes four. */
export function appCommand(file: string): string {
  return `${path.join(REPOSITORY, 'node_modules/.bin/tsx')} ${file}`;
}

/**
 * A cdktf project in its own directory, driven by the `cdktf` command as its users do. The output is in `cdktf.out`
 * below the directory, states are beside it.
 */
export class CdktfProject {
  readonly directory = mkdtempSync(path.join(tmpdir(), 'cdktf-'));

  /** @param app - the command that synthesizes: see {@link appCommand}. It runs in the project's directory. */
  constructor(
    app: string,
    private readonly options: TerraformOptions = {},
  ) {
    const settings = { language: 'typescript', app, projectId: path.basename(this.directory), sendCrashReports: 'false' };
    writeFileSync(path.join(this.directory, 'cdktf.json'), JSON.stringify(settings));
    // A program that a test writes here finds the repository's packages.
    symlinkSync(path.join(REPOSITORY, 'node_modules'), path.join(this.directory, 'node_modules'));
  }

  synth(env?: NodeJS.ProcessEnv): Promise<TerraformOutcome> {
    return this.cdktf(['synth'], env);
  }
  diff(stacks: readonly string[] = [], env?: NodeJS.ProcessEnv): Promise<TerraformOutcome> {
    return this.cdktf(['diff', '--skip-provider-lock', ...stacks], env);
  }
  deploy(stacks: readonly string[] = [], env?: NodeJS.ProcessEnv): Promise<TerraformOutcome> {
    return this.cdktf(['deploy', '--auto-approve', '--skip-provider-lock', ...stacks], env);
  }
  destroy(stacks: readonly string[] = [], env?: NodeJS.ProcessEnv): Promise<TerraformOutcome> {
    return this.cdktf(['destroy', '--auto-approve', '--skip-provider-lock', ...stacks], env);
  }

  /** Directory that a stack was synthesized to: a {@link TerraformDirectory} can work there. */
  stackDirectory(stack: string): string {
    return path.join(this.directory, 'cdktf.out/stacks', stack);
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  private cdktf(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<TerraformOutcome> {
    const { directory } = this;
    return runRecorded([path.join(REPOSITORY, 'node_modules/.bin/cdktf'), ...args], {
      ...this.options,
      directory,
      env: { ...this.options.env, ...env },
    });
  }
}

/** Terraform itself on one stack's JSON: saves the seconds that cdktf's command takes. */
export class TerraformDirectory {
  private constructor(
    readonly directory: string,
    private readonly options: TerraformOptions,
  ) {}

  /** Creates a new directory with a configuration: the text that `Testing.synth` returns. */
  static create(json: string, options: TerraformOptions = {}): TerraformDirectory {
    const created = new TerraformDirectory(mkdtempSync(path.join(tmpdir(), 'terraform-')), options);
    created.write(json);
    return created;
  }

  /** Uses an existing directory: the output of cdktf. */
  static at(directory: string, options: TerraformOptions = {}): TerraformDirectory {
    return new TerraformDirectory(directory, options);
  }

  /** Replaces the configuration. */
  write(json: string): void {
    mkdirSync(this.directory, { recursive: true });
    writeFileSync(path.join(this.directory, 'cdk.tf.json'), json);
  }

  init(): Promise<TerraformOutcome> {
    return this.terraform(['init', '-input=false']);
  }
  /** Exit code 2 means that there are changes. */
  plan(...args: readonly string[]): Promise<TerraformOutcome> {
    return this.terraform(['plan', '-input=false', '-detailed-exitcode', ...args]);
  }
  apply(...args: readonly string[]): Promise<TerraformOutcome> {
    return this.terraform(['apply', '-input=false', '-auto-approve', ...args]);
  }
  destroy(...args: readonly string[]): Promise<TerraformOutcome> {
    return this.terraform(['destroy', '-input=false', '-auto-approve', ...args]);
  }
  /** Returns the state, or a saved plan, as JSON. */
  async show(...args: readonly string[]): Promise<unknown> {
    const { code, stdout, output } = await this.terraform(['show', '-json', ...args]);
    if (code !== 0) throw new Error(`terraform show ended with ${code}:\n${lastLines(output)}`);
    return JSON.parse(stdout);
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Runs any other command. */
  async terraform(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<TerraformOutcome> {
    return runRecorded(['terraform', ...args], { ...this.options, directory: this.directory, env: { ...this.options.env, ...env } });
  }
}

async function runRecorded(argv: readonly string[], options: TerraformOptions & { readonly directory: string }): Promise<TerraformOutcome> {
  let output = '';
  const outcome = await run(argv, {
    cwd: options.directory,
    timeout: options.timeout ?? 180_000,
    env: {
      ...terraformEnvironment(options.cliConfigFile),
      // By default cdktf looks for newer versions and reports its usage; nothing here has a terminal.
      ...{ DISABLE_VERSION_CHECK: '1', CI: '1', NO_COLOR: '1', FORCE_COLOR: '0', TF_CLI_ARGS: '-no-color' },
      ...options.env,
    },
    onOutput: (chunk) => {
      output += chunk;
      options.onOutput?.(chunk);
    },
  });
  return { ...outcome, output: output.replace(ANSI, '') };
}

// eslint's no-control-regex requires control characters built at run time.
const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, 'g');
