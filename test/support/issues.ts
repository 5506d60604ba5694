import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TerraformStack } from 'cdktf';
import { Host } from '../../lib';
import { collectIssues, type ConstructIssue } from '../../lib/testing';
import { imaginarySsh, stackWithTerraformData, testApp } from './stacks';

/** What a stack with one good host says once something was added to it. */
export function issuesOf(add: (stack: TerraformStack, host: Host) => void): readonly ConstructIssue[] {
  const stack = stackWithTerraformData(testApp());
  add(stack, new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh }));
  return collectIssues(stack);
}

/** An issue whose four texts a reader can do something with. */
export function anIssue(severity: string, code: string, property: string) {
  const words: unknown = expect.stringMatching(/\S/);
  return expect.objectContaining({
    severity,
    code,
    property,
    got: words,
    expected: words,
    remedy: expect.stringMatching(/[.…]$/),
  }) as unknown;
}

/** Every code that a room's sources name, in their docstrings above all. */
export function codesOf(room: string): string[] {
  const directory = path.join(__dirname, '../../lib', room);
  const sources = readdirSync(directory).map((file) => readFileSync(path.join(directory, file), 'utf8'));
  return [...new Set(sources.flatMap((source) => source.match(new RegExp(`(?<=[\`'])${room}/[a-z-]+(?=[\`'])`, 'g')) ?? []))].sort();
}
