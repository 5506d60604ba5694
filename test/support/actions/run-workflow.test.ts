import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { must } from '../../hosts/run';
import { WorkflowRun, type Site } from './run-workflow';

const WORKFLOW = `
on: { push: { branches: [main] } }
env: { GREETING: hello }
jobs:
  first:
    runs-on: ubuntu-24.04
    outputs: { word: '\${{ steps.print.outputs.word }}' }
    steps:
      - uses: actions/checkout@v6
      - id: print
        env: { SECRET: '\${{ secrets.DEPLOY }}' }
        run: |
          echo "$GREETING [$SECRET] $(cat file)" | tee out.txt
          false | true
          echo word=yes >>"$GITHUB_OUTPUT"
          echo LATER=now >>"$GITHUB_ENV"
          echo '# summary' >>"$GITHUB_STEP_SUMMARY"
      - run: test "$LATER" = now && cd ~ && test "$PWD" != "$GITHUB_WORKSPACE" && touch mark
      - uses: actions/upload-artifact@v7
        with: { name: it, path: out.txt }
  second:
    needs: first
    if: needs.first.outputs.word == 'yes'
    environment: production
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/download-artifact@v8
        with: { name: it }
      - run: ls -A; echo "$SECRET"; ls -A ~
        env: { SECRET: '\${{ secrets.DEPLOY }}' }
      - run: false | true
        shell: bash
      - run: echo not reached
      - if: always()
        run: echo at last
  third:
    needs: second
    runs-on: ubuntu-24.04
    steps: [{ run: echo never }]
`;

let repository: string;
let site: Site;
let sha: string;
let runs: WorkflowRun[] = [];

beforeAll(async () => {
  repository = mkdtempSync(path.join(tmpdir(), 'repository-'));
  writeFileSync(path.join(repository, 'file'), 'content');
  const git = (...args: string[]): Promise<string> =>
    must(['git', '-C', repository, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args]);
  await git('init', '--quiet');
  await git('add', '.');
  await git('commit', '--quiet', '-m', 'first');
  sha = (await git('rev-parse', 'HEAD')).trim();
  const environments = { production: { DEPLOY: 'key' } };
  site = { repository, fullName: 'us/it', secrets: {}, environments, vars: {}, machine: { PATH: process.env.PATH } };
});
afterEach(() => {
  for (const each of runs) each.remove();
  runs = [];
});
afterAll(() => rmSync(repository, { recursive: true }));

function workflow(text = WORKFLOW, ref = 'refs/heads/main'): WorkflowRun {
  const made = new WorkflowRun(text, { name: 'push', ref, sha }, site);
  runs.push(made);
  return made;
}

test('runs each job in its own directory, and gives secrets only to a job that names the environment', async () => {
  const it = workflow();
  const first = await it.job('first');
  expect(first).toMatchObject({ result: 'success', outputs: { word: 'yes' }, summary: '# summary\n' });
  expect(first.log).toContain('hello [] content');
  expect(existsSync(path.join(first.directory!, 'home/mark'))).toBe(true);

  const second = await it.job('second');
  expect(second.result).toBe('failure');
  expect(second.log).toMatch(/^out\.txt\nkey\n\n##/m);
  expect(second.log).not.toContain('not reached');
  expect(second.log).toContain('at last');
  expect(readFileSync(path.join(it.artifacts, 'it/out.txt'), 'utf8')).toContain('hello');

  expect((await it.job('third')).result).toBe('skipped');
});

test('recognises the events that trigger it', () => {
  expect(workflow().isWanted).toBe(true);
  expect(workflow(WORKFLOW, 'refs/heads/other').isWanted).toBe(false);
  expect(workflow(WORKFLOW.replace('push:', 'schedule:')).isWanted).toBe(false);
});

test.each([
  ['an action', 'steps: [{ uses: other/action@v1 }]', 'no replacement for the action'],
  ['an input', 'steps: [{ uses: actions/checkout@v6, with: { ref: x } }]', 'ref'],
  ['a key of a step', 'steps: [{ run: "true", continue-on-error: true }]', 'continue-on-error'],
  ['a key of a job', 'strategy: {}\n    steps: []', 'strategy'],
  ['a shell', 'steps: [{ run: "true", shell: pwsh }]', 'unsupported'],
])('%s that is not supported is an error', async (_, body, message) => {
  await expect(workflow(`on: { push: }\njobs:\n  it:\n    ${body}\n`).job('it')).rejects.toThrow(message);
});
