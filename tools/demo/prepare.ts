import { canFetchNullProvider } from '../../test/hosts/null-provider';
import { ensurePrerequisites, type Need } from '../../test/hosts/prerequisites';
import type { ResourceType } from './example';
import type { Reporter } from './reporter';

/** Installs what Debian has of what is needed, and returns what is still missing. */
export async function missingHere(report: Reporter, needs: readonly Need[]): Promise<string> {
  report.progress('looking for debootstrap, systemd-nspawn, Terraform and their like');
  const { missing } = await ensurePrerequisites({ needs, say: (line) => report.say(line) });
  return missing.join(', ');
}

/** Resource type that carries the deployments here. */
export async function chooseResourceType(report: Reporter): Promise<ResourceType> {
  report.progress('asking Terraform for the null provider');
  if (await canFetchNullProvider()) return 'null_resource';
  report.say('Terraform cannot fetch the null provider here: deploying by terraform_data, which is built into Terraform');
  return 'terraform_data';
}
