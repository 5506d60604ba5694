import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const ROOT = path.join(__dirname, '../..');
const EXAMPLES = path.join(ROOT, 'docs/examples/github-actions');
const guide = readFileSync(path.join(ROOT, 'docs/guides/deploy-from-ci.md'), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly permissions: unknown;
  readonly concurrency: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<
    Record<string, { readonly environment?: string; readonly 'timeout-minutes'?: number; readonly steps: readonly Step[] }>
  >;
}

const recipes = readdirSync(EXAMPLES).map((file) => [file, readFileSync(path.join(EXAMPLES, file), 'utf8')] as const);

test('the guide shows the actual workflow files', () => {
  const shown = [...guide.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text]) => text);
  expect(new Set(shown)).toEqual(new Set(recipes.map(([, text]) => text)));
});

test('every sample name in the guide occurs in the files', () => {
  const names = new Set([...guide.matchAll(/`([A-Z]{3,}(?:_[A-Z]+)+)`/g)].map(([, name]) => name!));
  expect(names.size).toBeGreaterThan(4);
  for (const name of names) expect(recipes.map(([, text]) => text).join('')).toMatch(new RegExp(`(secrets|vars)\\.${name}\\b`));
});

describe.each(recipes)('%s', (_, text) => {
  const { permissions, concurrency, env = {}, jobs } = parse(text) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('has read access to the code and no other permission', () => {
    expect(permissions).toEqual({ contents: 'read' });
  });

  test('runs one deployment at a time', () => {
    expect(concurrency).toMatchObject({ 'cancel-in-progress': false });
    expect(Object.values(jobs).every((job) => job['timeout-minutes'] !== undefined)).toBe(true);
  });

  test('pins actions by commit and names their version', () => {
    const uses = text.match(/uses: .*/g)!;
    expect(uses).toHaveLength(steps.filter((step) => step.uses !== undefined).length);
    for (const use of uses) expect(use).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('passes values to scripts only through the environment, where they can’t become commands', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  test('gives a secret only to the step that needs it', () => {
    expect(JSON.stringify(env)).not.toContain('secrets.');
    for (const { uses, env: given } of steps) if (uses !== undefined) expect(given).toBeUndefined();
  });

  test('has the key only in the environment that requires an approval', () => {
    for (const { environment, steps: own } of Object.values(jobs)) {
      if (environment === undefined) expect(JSON.stringify(own)).not.toContain('OPS_SSH_KEY');
      else expect(environment).toBe('production');
    }
  });
});
