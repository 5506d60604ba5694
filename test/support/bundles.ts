import type { TerraformStack } from 'cdktf';
import { Host, type Bundle, type HostProps } from '../../lib';
import { HostRegistry } from '../../lib/terraform';
import { imaginarySsh, stackWithTerraformData, testApp } from './stacks';

/** Returns the bundle of one host, to which a program adds constructs. */
export function bundleOf(add: (stack: TerraformStack, host: Host) => unknown, props: Partial<HostProps> = {}): Bundle {
  const stack = stackWithTerraformData(testApp());
  const host = new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh, ...props });
  add(stack, host);
  return HostRegistry.hostsBelow(host)[0]!.bundle();
}
