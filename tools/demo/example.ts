import path from 'node:path';

import { REPOSITORY } from '../../test/hosts/paths';
import { appCommand, CdktfProject, type TerraformOutcome } from '../../test/hosts/terraform';
import { ending } from './excerpt';
import type { Login } from './options';
import { synthesizedFiles, type SynthesizedFile } from './synthesized';

/** Environment variables of bin/app.ts that the demo changes from one deployment to the next. */
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
   * @param resourceType which resource carries the deployments
   * @param progress told each line that cdktf prints
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
        // Providers go below the temporary directory, and with it.
        CDKTF_DISABLE_PLUGIN_CACHE_ENV: 'true',
      },
      onOutput: (chunk) => {
        for (const line of chunk.split('\n').filter((each) => each.trim() !== '')) progress(withoutAddress(line));
      },
    });
  }

  /** The directory of the project and its state. */
  get directory(): string {
    return this.project.directory;
  }

  /** Directory of the stack's Terraform configuration. */
  get stackDirectory(): string {
    return this.project.stackDirectory(STACK);
  }

  /** `cdktf synth`, and the files in what it made. */
  async synth(settings: Settings = {}): Promise<readonly SynthesizedFile[]> {
    mustSucceed('cdktf synth', await this.project.synth({ ...settings }));
    return synthesizedFiles(path.join(this.directory, 'cdktf.out'), STACK);
  }

  /** `cdktf diff`: what the next deployment would change. */
  async diff(settings: Settings = {}): Promise<string> {
    return mustSucceed('cdktf diff', await this.project.diff([], { ...settings }));
  }

  /** `cdktf deploy`, which has to succeed. */
  async deploy(settings: Settings = {}): Promise<string> {
    return mustSucceed('cdktf deploy', await this.tryDeploy(settings));
  }

  /** `cdktf deploy`, which may fail. */
  tryDeploy(settings: Settings): Promise<TerraformOutcome> {
    return this.project.deploy([], { ...settings });
  }

  /** `cdktf destroy`, which has to succeed. */
  async destroy(): Promise<string> {
    return mustSucceed('cdktf destroy', await this.project.destroy());
  }

  /** Removes the directory, the state with it. */
  remove(): void {
    this.project.remove();
  }
}

function mustSucceed(command: string, { code, output }: TerraformOutcome): string {
  if (code !== 0) throw new Error(`${command} ended with exit code ${code}\n${ending(output, 40).join('\n')}`);
  return output;
}

/** Returns a line without cdktf's name of the stack and Terraform's name of the resource. */
function withoutAddress(line: string): string {
  return line.replace(/^\S*\s+/, '').replace(/^.* \(remote-exec\):\s+/, '');
}
