import { canFetchNullProvider } from '../../test/hosts/null-provider';
import { ensurePrerequisites, type Need } from '../../test/hosts/prerequisites';
import type { ResourceType } from './example';
import type { Reporter } from './reporter';

/** Installs the prerequisites that Debian packages, and returns those that are still missing. */
export async function missingHere(report: Reporter, needs: readonly Need[]): Promise<string> {
  report.progress('looking for debootstrap, systemd-nspawn, Terraform and their like');
  const { missing } = await ensurePrerequisites({ needs, print: (line) => report.note(line) });
  return missing.join(', ');
}

/** Chooses the resource type that carries the deployments. */
export async function chooseResourceType(report: Reporter): Promise<ResourceType> {
  report.progress('asking Terraform for the null provider');
  if (await canFetchNullProvider()) return 'null_resource';
  report.note('Terraform cannot fetch the null provider here: deploying by terraform_data, which is built into Terraform');
  return 'terraform_data';
}
