import path from 'node:path';

import { REPOSITORY } from '../../test/hosts/paths';
import { appCommand, CdktfProject, type TerraformOutcome } from '../../test/hosts/terraform';
import { ending } from './excerpt';
import type { Login } from './options';
import { synthesizedFiles, type SynthesizedFile } from './synthesized';

/** Differences between the demo's deployments of the example app: environment variables of bin/app.ts. */
export interface Settings {
  readonly MEMORY_LIMIT?: string;
  readonly APP_USER?: string;
  readonly APP_FILE?: string;
  readonly ADOPT?: string;
}

/** Resource type that carries the deployments. */
export type ResourceType = 'null_resource' | 'terraform_data';

/** The example app's stack. */
const STACK = 'workers';

/** The example app, driven by `cdktf` as its users do, but in a temporary directory that also holds the state. */
export class Example {
  private readonly project: CdktfProject;

  /**
   * @param login the host to deploy to
   * @param resourceType resource type that carries the deployments
   * @param progress receives each line that cdktf prints
   */
  constructor(
    login: Login,
    readonly resourceType: ResourceType,
    progress: (line: string) => void,
  ) {
    this.project = new CdktfProject(appCommand(path.join(REPOSITORY, 'bin/app.ts')), {
      env: {
        WORKER_ADDRESS: login.address,
        WORKER_PORT: String(login.port),
        WORKER_USER: login.user,
        WORKER_KEY_FILE: login.identity,
        WORKER_KNOWN_HOSTS: login.knownHosts,
        RESOURCE_TYPE: resourceType,
        // Providers are installed in the temporary directory, and removed with it.
        CDKTF_DISABLE_PLUGIN_CACHE_ENV: 'true',
      },
      onOutput: (chunk) => {
        for (const line of chunk.split('\n').filter((each) => each.trim() !== '')) progress(withoutAddress(line));
      },
    });
  }

  /** Directory of the project and its state. */
  get directory(): string {
    return this.project.directory;
  }

  /** Directory of the stack's Terraform configuration. */
  get stackDirectory(): string {
    return this.project.stackDirectory(STACK);
  }

  /** Runs `cdktf synth`, and returns the files in its output. */
  async synth(settings: Settings = {}): Promise<readonly SynthesizedFile[]> {
    mustSucceed('cdktf synth', await this.project.synth({ ...settings }));
    return synthesizedFiles(path.join(this.directory, 'cdktf.out'), STACK);
  }

  /** Runs `cdktf diff`, which shows the changes of the next deployment. */
  async diff(settings: Settings = {}): Promise<string> {
    return mustSucceed('cdktf diff', await this.project.diff([], { ...settings }));
  }

  /** Runs `cdktf deploy`, which must succeed. */
  async deploy(settings: Settings = {}): Promise<string> {
    return mustSucceed('cdktf deploy', await this.tryDeploy(settings));
  }

  /** Runs `cdktf deploy`, which may fail. */
  tryDeploy(settings: Settings): Promise<TerraformOutcome> {
    return this.project.deploy([], { ...settings });
  }

  /** Runs `cdktf destroy`, which must succeed. */
  async destroy(): Promise<string> {
    return mustSucceed('cdktf destroy', await this.project.destroy());
  }

  /** Removes the directory with the state. */
  remove(): void {
    this.project.remove();
  }
}

function mustSucceed(command: string, { code, output }: TerraformOutcome): string {
  if (code !== 0) throw new Error(`${command} ended with exit code ${code}\n${ending(output, 40).join('\n')}`);
  return output;
}

/** Removes cdktf's stack name and Terraform's resource name from a line. */
function withoutAddress(line: string): string {
  return line.replace(/^\S*\s+/, '').replace(/^.* \(remote-exec\):\s+/, '');
}
