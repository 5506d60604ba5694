import { canFetchNullProvider } from '../../test/hosts/null-provider';
import { ensurePrerequisites } from '../../test/hosts/prerequisites';
import type { ResourceType } from './example';
import type { Reporter } from './reporter';

/** Looks what this machine has, and installs what it lacks if a throw-away host is wanted; returns what is still missing. */
export async function prepare(report: Reporter, throwaway: boolean): Promise<string> {
  const needs = throwaway ? (['hosts', 'terraform'] as const) : (['terraform'] as const);
  const { missing } = await ensurePrerequisites({ needs, say: (line) => report.say(line) });
  return missing.join(', ');
}

/** Which resource carries the deployments here. */
export async function chooseResourceType(report: Reporter): Promise<ResourceType> {
  report.progress('asking Terraform for the null provider');
  if (await canFetchNullProvider()) return 'null_resource';
  report.say('Terraform cannot fetch the null provider here: deploying by terraform_data, which is built into Terraform');
  return 'terraform_data';
}
