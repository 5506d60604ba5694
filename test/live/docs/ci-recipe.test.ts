import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeLive } from '../../hosts/describe-live';
import type { TestHost } from '../../hosts/host';
import { must, run } from '../../hosts/run';
import type { JobOutcome, WorkflowRun } from '../../support/actions/run-workflow';
import { bootMachines, destroyMachines, type Machines } from '../../support/infra-repo';
import { InfraSite } from '../../support/infra-site';
import { StateServer } from '../../support/state-server';
import { tracesOf } from '../../support/traces';

const STATE_PASSWORD = 'state-password-that-nobody-may-see';
const PLAN_PASSPHRASE = 'plan-passphrase-that-nobody-may-see';
const SNAPSHOT = 'test/__snapshots__/stacks.test.ts.snap';

function succeeded(job: JobOutcome): JobOutcome {
  if (job.result !== 'success') throw new Error(`the job ended with ${job.result}:\n${job.log}`);
  return job;
}

// The tests are consecutive days of one repository: each continues from the one before it.
describeLive('the recipe for GitHub Actions', { needs: ['hosts', 'terraform', 'go'] }, () => {
  let machines: Machines;
  let hosts: readonly TestHost[];
  let server: StateServer;
  let site: InfraSite;

  beforeAll(async () => {
    [machines, server] = await Promise.all([bootMachines(1, 2), StateServer.start('ci', STATE_PASSWORD)]);
    hosts = [...machines.workers, ...machines.schedulers];
    site = await InfraSite.create(machines, server, { STATE_PASSWORD, PLAN_PASSPHRASE });
  });
  afterAll(async () => {
    site?.remove();
    if (machines !== undefined) destroyMachines(machines);
    await server?.stop();
  });

  /** Number of SSH connections to the worker and to the schedulers. */
  async function connections(during: () => Promise<unknown>): Promise<number[]> {
    const marks = await Promise.all(hosts.map((host) => host.mark()));
    await during();
    return Promise.all(hosts.map((host, index) => host.sshConnections(marks[index]!)));
  }
  const pid = (): Promise<string> => machines.workers[0]!.mustExec('systemctl show -P MainPID sidekiq-default');
  const limit = async (): Promise<string | undefined> =>
    /totalmem > (\d+) MB/.exec(await machines.workers[0]!.readFile('/etc/monit/conf.d/sidekiq-default'))?.[1];
  /** A change as a developer makes it: the program, and the snapshot that shows its effect. */
  async function changeLimit(branch: string, from: number, to: number): Promise<string> {
    await site.change(branch, `Size.mebibytes(${from})`, `Size.mebibytes(${to})`, ['stacks/workers.ts']);
    return site.change(branch, `totalmem > ${from} MB`, `totalmem > ${to} MB`, [SNAPSHOT]);
  }
  const reaches = async (run: WorkflowRun, ...jobs: string[]): Promise<JobOutcome[]> => {
    const outcomes: JobOutcome[] = [];
    for (const job of jobs) outcomes.push(await run.job(job));
    return outcomes;
  };

  test('the simple workflow deploys the main branch', async () => {
    const run = site.push('deploy-simple.yml', await site.head());
    expect(run.isWanted).toBe(true);
    expect(await connections(async () => succeeded(await run.job('deploy')))).toEqual([1, 1, 1]);
    expect(await limit()).toBe('800');
    for (const host of machines.schedulers) expect(await host.mustExec('systemctl is-active sidekiq-cron')).toBe('active\n');
  });

  test('plans a pull request for review, without the key and without a host', async () => {
    const sha = await changeLimit('more-memory', 800, 900);
    const run = site.pullRequest('deploy.yml', 'more-memory', sha);
    expect(run.isWanted).toBe(true);
    // Another deployment runs just then: a plan that isn't applied waits for nothing.
    server.lock('workers', 'colleague');
    let jobs: JobOutcome[] = [];
    try {
      expect(await connections(async () => (jobs = await reaches(run, 'plan', 'apply')))).toEqual([0, 0, 0]);
    } finally {
      server.unlock('workers');
    }
    const [plan, apply] = jobs as [JobOutcome, JobOutcome];
    expect(succeeded(plan).outputs).toEqual({ changed: 'true' });
    expect(apply.result).toBe('skipped');
    expect(readdirSync(run.artifacts)).toEqual([]);
    // In the margin, where GitHub colours it.
    expect(
      plan.summary
        .split('\n')
        .filter((line) => /^[-+] .*totalmem/.test(line))
        .map((line) => line.replace(/ +/g, ' ')),
    ).toEqual(['- if totalmem > 800 MB for 3 cycles then restart', '+ if totalmem > 900 MB for 3 cycles then restart']);
    expect(plan.summary.match(/^## .*$/gm)).toEqual(['## redis', '## workers', '## schedulers']);
    expect(plan.summary.length).toBeLessThan(20_000);
    expect(readFileSync(path.join(plan.directory!, 'home/.ssh/ops'), 'utf8')).toBe('');
  });

  test('doesn’t plan a pull request from a fork', async () => {
    const run = site.pullRequest('deploy.yml', 'more-memory', await site.head(), true);
    expect((await reaches(run, 'plan', 'apply')).map(({ result }) => result)).toEqual(['skipped', 'skipped']);
  });

  test('after the merge, applies a saved plan on another machine, which has the key but no code', async () => {
    const run = site.push('deploy.yml', await site.head());
    const before = await pid();
    expect(await connections(async () => succeeded(await run.job('plan')))).toEqual([0, 0, 0]);
    expect(await limit()).toBe('800');
    expect(await connections(async () => succeeded(await run.job('apply')))).toEqual([1, 0, 0]);
    expect(await limit()).toBe('900');
    expect(await pid()).toBe(before);
    const workspace = path.join(run.jobs.apply!.directory!, 'workspace');
    expect(readdirSync(workspace).sort()).toEqual(['plans.sealed', 'stacks']);

    // The artifact is useless without the passphrase.
    const sealed = path.join(run.artifacts, 'plans/plans.sealed');
    const open = (passphrase: string) => inShell(`openssl enc -d -aes-256-cbc -pbkdf2 -pass env:P -in "$1" | tar -tz`, sealed, passphrase);
    expect((await open(PLAN_PASSPHRASE)).stdout).toContain('workers/plan.tfplan\n');
    expect((await open(PLAN_PASSPHRASE)).stdout).toContain('workers/.terraform.lock.hcl\n');
    expect((await open('guess')).code).not.toBe(0);
  });

  test('needs no approval if nothing changed', async () => {
    const run = site.push('deploy.yml', await site.head());
    const [plan, apply] = (await reaches(run, 'plan', 'apply')) as [JobOutcome, JobOutcome];
    expect(succeeded(plan).outputs).toEqual({ changed: '' });
    expect(plan.summary).toContain('No changes.');
    expect(apply.result).toBe('skipped');
  });

  test('Terraform refuses a plan that another deployment has outdated, before any host is contacted', async () => {
    const sha = await changeLimit('even-more', 900, 1000);
    const slow = site.push('deploy.yml', sha);
    succeeded(await slow.job('plan'));
    succeeded(await site.push('deploy-simple.yml', sha).job('deploy'));
    let apply: JobOutcome | undefined;
    expect(await connections(async () => (apply = await slow.job('apply')))).toEqual([0, 0, 0]);
    expect(apply).toMatchObject({ result: 'failure', log: expect.stringContaining('Saved plan is stale') as string });
    // The reason for always().
    expect(existsSync(path.join(apply!.directory!, 'home/.ssh/ops'))).toBe(false);
  });

  test('neither key nor passwords are in any file that a run wrote', async () => {
    const key = readFileSync(path.join(machines.home, '.ssh/ops'), 'utf8');
    const lines = key.split('\n').filter((line) => /^[\w+/=]{30,}$/.test(line));
    expect(lines.length).toBeGreaterThan(3);
    const traces = [...lines, STATE_PASSWORD, PLAN_PASSPHRASE].flatMap(tracesOf);
    let plans = 0;
    for (const { directory, jobs } of site.runs) {
      for (const { log, summary } of Object.values(jobs)) for (const trace of traces) expect(`${log}${summary}`).not.toContain(trace);
      for (const plan of (await must(['find', directory, '-name', '*.tfplan'])).split('\n').filter((line) => line !== '')) {
        await must(['unzip', '-q', plan, '-d', `${plan}.unzipped`]);
        plans += 1;
      }
      const planted = path.join(directory, 'planted');
      writeFileSync(planted, STATE_PASSWORD);
      const patterns = traces.flatMap((trace) => ['-e', trace]);
      expect((await must(['grep', '-rlaF', ...patterns, directory])).trim().split('\n')).toEqual([planted]);
    }
    expect(plans).toBeGreaterThan(10);
    expect(server.written.length).toBeGreaterThan(4);
    for (const state of server.written) for (const trace of traces) expect(state).not.toContain(trace);
  });
});

function inShell(script: string, file: string, passphrase: string) {
  return run(['bash', '-o', 'pipefail', '-c', script, 'bash', file], { env: { PATH: process.env.PATH, P: passphrase } });
}
