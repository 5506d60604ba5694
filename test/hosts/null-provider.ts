import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { withLock } from './lock';
import { cacheDirectory, REPOSITORY, silent, type Print } from './paths';
import { must, run } from './run';

/** Directory that Terraform installs the null provider from, instead of its registry. */
export interface NullProviderMirror {
  /** Value of the environment variable TF_CLI_CONFIG_FILE. */
  readonly cliConfigFile: string;
  /** The only version it contains: a stack must require this one. */
  readonly version: '1.0.0';
}

const VERSION = '1.0.0';
const SOURCES = path.join(REPOSITORY, 'tools/null-provider');

/** Checks for at most ten seconds whether Terraform can get the null provider here by itself. */
export async function canFetchNullProvider(): Promise<boolean> {
  return inScratch(async (directory) => {
    const { code } = await run(['terraform', 'init', '-input=false', '-no-color'], {
      cwd: directory,
      env: terraformEnvironment(),
      timeout: 10_000,
    });
    return code === 0;
  });
}

/**
 * Builds the real null provider 1.0.0 from its Go module (once, under a minute) and lays it out as a mirror. Terraform installs
 * all other providers as usual.
 */
export async function nullProviderMirror(print: Print = silent): Promise<NullProviderMirror> {
  const parent = path.join(cacheDirectory(), 'null-provider');
  const directory = path.join(parent, hashOfSources());
  const cliConfigFile = path.join(directory, 'terraform.rc');
  if (!existsSync(directory)) {
    await withLock(path.join(parent, 'lock'), async () => {
      if (existsSync(directory)) return;
      print('building the null provider from its Go module (once, under a minute)');
      const temporary = mkdtempSync(`${directory}.`);
      try {
        await layOut(temporary, directory);
        renameSync(temporary, directory);
      } catch (error) {
        rmSync(temporary, { recursive: true, force: true });
        throw error;
      }
    });
  }
  return { cliConfigFile, version: VERSION };
}

/** Environment for Terraform: no update checks, and a configuration file only if it exists. */
export function terraformEnvironment(cliConfigFile?: string): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', TF_INPUT: '0' };
  const configured = cliConfigFile ?? environment.TF_CLI_CONFIG_FILE;
  delete environment.TF_CLI_CONFIG_FILE;
  return configured !== undefined && existsSync(configured) ? { ...environment, TF_CLI_CONFIG_FILE: configured } : environment;
}

async function layOut(temporary: string, final: string): Promise<void> {
  const { source, platform } = await terraformsNames();
  const place = path.join('mirror', source, VERSION, platform);
  const binary = path.join(temporary, place, `terraform-provider-null_v${VERSION}`);
  mkdirSync(path.dirname(binary), { recursive: true });
  const env = { ...process.env, CGO_ENABLED: '0' };
  await must(['go', 'build', '-mod=readonly', '-trimpath', '-ldflags=-s -w', '-o', binary, '.'], { cwd: SOURCES, env, timeout: 600_000 });
  chmodSync(temporary, 0o755);
  const mirror = JSON.stringify(path.join(final, 'mirror'));
  const all = JSON.stringify(source);
  writeFileSync(
    path.join(temporary, 'terraform.rc'),
    `provider_installation {\n  filesystem_mirror {\n    path    = ${mirror}\n    include = [${all}]\n  }\n  direct {\n    exclude = [${all}]\n  }\n}\n`,
  );
}

/** Returns the provider's full name, including its registry's host name, and this platform: Terraform prints both offline. */
async function terraformsNames(): Promise<{ readonly source: string; readonly platform: string }> {
  return inScratch(async (directory) => {
    const options = { cwd: directory, env: terraformEnvironment() };
    const source = parseSource(await must(['terraform', 'providers', '-no-color'], options));
    const { platform } = JSON.parse(await must(['terraform', 'version', '-json'], options)) as { readonly platform: string };
    return { source, platform };
  });
}

/** Finds the provider's full name in the output of `terraform providers`: `provider[HOST/hashicorp/null]`. */
export function parseSource(output: string): string {
  const source = /provider\[([^\]]+\/hashicorp\/null)\]/.exec(output)?.[1];
  if (source === undefined) throw new Error(`terraform providers names no null provider:\n${output}`);
  return source;
}

async function inScratch<T>(action: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(path.join(tmpdir(), 'null-provider-'));
  try {
    copyFileSync(path.join(SOURCES, 'requirement.tf.json'), path.join(directory, 'requirement.tf.json'));
    return await action(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of ['main.go', 'go.mod', 'go.sum']) hash.update(readFileSync(path.join(SOURCES, file)));
  return hash.digest('hex').slice(0, 10);
}
