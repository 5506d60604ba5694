import type { TerraformStack } from 'cdktf';
import { Host } from '../../lib';
import { collectIssues, type ConstructIssue } from '../../lib/testing';
import { imaginarySsh, stackWithTerraformData, testApp } from './stacks';

/** Returns the issues of a stack with one valid host, to which a program adds constructs. */
export function issuesOf(add: (stack: TerraformStack, host: Host) => void): readonly ConstructIssue[] {
  const stack = stackWithTerraformData(testApp());
  add(stack, new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh }));
  return collectIssues(stack);
}
