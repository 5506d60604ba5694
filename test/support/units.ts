import { Testing, type TerraformStack } from 'cdktf';
import { Host, type HostProps } from '../../lib';
import { collectIssues, hostFiles } from '../../lib/testing';
import { imaginarySsh, stackWithTerraformData, testApp } from './stacks';

/** Returns the files of one host to which a program adds constructs. An error of the synthesis fails the test. */
export function filesOf(add: (stack: TerraformStack, host: Host) => unknown, props: Partial<HostProps> = {}): Record<string, string> {
  const stack = stackWithTerraformData(testApp());
  add(stack, new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh, ...props }));
  Testing.synth(stack, true);
  return hostFiles(stack).worker ?? {};
}

/** Returns the values of a directive in a unit file, in order. */
export function directive(unit: string | undefined, name: string): string[] {
  return (unit ?? '')
    .split('\n')
    .filter((line) => line.startsWith(`${name}=`))
    .map((line) => line.slice(name.length + 1));
}

/** Returns the codes of the issues of a stack with one host, to which a program adds constructs. */
export function codesRaised(add: (stack: TerraformStack, host: Host) => unknown): string[] {
  const stack = stackWithTerraformData(testApp());
  add(stack, new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh }));
  return collectIssues(stack).map(({ code }) => code);
}
