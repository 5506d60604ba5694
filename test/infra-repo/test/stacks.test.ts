import { Testing, type App } from 'cdktf';
import { collectIssues, hostFiles } from 'cdktf-sidekiq/testing';
import { WORKERS } from '../machines';
import { RedisStack } from '../stacks/redis';
import { SchedulersStack } from '../stacks/schedulers';
import { WorkersStack } from '../stacks/workers';

let app: App;
let workers: WorkersStack;
let schedulers: SchedulersStack;

beforeEach(() => {
  delete process.env.STATE_URL;
  app = Testing.app();
  const redis = new RedisStack(app, 'redis');
  workers = new WorkersStack(app, 'workers', { redisHost: redis.host });
  schedulers = new SchedulersStack(app, 'schedulers', { redisHost: redis.host });
});

/** Files that this repo defines; the package's own programs are left out. */
function ours(files: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('/usr/local/lib/cdktf-sidekiq/')));
}

test('nothing is wrong with any stack', () => {
  expect(collectIssues(app)).toEqual([]);
});

test('a worker gets this', () => {
  expect(ours(hostFiles(workers)['worker-01'])).toMatchSnapshot();
});

test('all workers get the same', () => {
  const [first, ...others] = Object.values(hostFiles(workers));
  expect(others).toHaveLength(Object.keys(WORKERS).length - 1);
  for (const other of others) expect(other).toEqual(first);
});

test('a scheduler gets this', () => {
  expect(ours(hostFiles(schedulers)['scheduler-1'])).toMatchSnapshot();
});

test('each stack has a state of its own, and no password in its configuration', () => {
  const backend = (stack: WorkersStack): unknown =>
    (JSON.parse(Testing.synth(stack)) as { terraform: { backend: unknown } }).terraform.backend;
  expect(backend(workers)).toMatchObject({ s3: { key: 'workers.tfstate', encrypt: true } });

  process.env.STATE_URL = 'https://state.example.com';
  const other = new WorkersStack(Testing.app(), 'workers', { redisHost: '192.0.2.10' });
  const address = 'https://state.example.com/workers';
  expect(backend(other)).toEqual({ http: { address, lock_address: address, unlock_address: address } });
});
