import { Testing } from 'cdktf';
import { RedisStack } from '../infra-repo/stacks/redis';
import { WorkersStack } from '../infra-repo/stacks/workers';
import { WORKERS } from '../infra-repo/machines';
import { testApp } from '../support/stacks';

/** The configuration of test/infra-repo's workers, with any number of them. */
function synthesizedWorkers(count: number): string {
  const machines = WORKERS as Record<string, string>;
  const all = { ...machines };
  for (const name of Object.keys(all).slice(count)) Reflect.deleteProperty(machines, name);
  try {
    const app = testApp();
    return Testing.synth(new WorkersStack(app, 'workers', { redisHost: new RedisStack(app, 'redis').host }), true);
  } finally {
    Object.assign(machines, all);
  }
}

test('an additional host adds its deployment and no text that another host has', () => {
  const [one, two, twelve] = [1, 2, 12].map(synthesizedWorkers) as [string, string, string];
  const perHost = two.length - one.length;
  // Its content, in hashes and references: two services of four and five files, two checks, a notifier of three files, a file of variables.
  // Each hash occurs twice: in the document, and among the values by which the host checks the document.
  expect(perHost).toBeLessThan(13 * 1024);
  expect(Math.abs(twelve.length - one.length - 11 * perHost)).toBeLessThan(1024);
  for (const text of ['check process', 'ExecStart=/usr/bin/bundle', 'REDIS_URL']) {
    expect([text, twelve.split(text).length]).toEqual([text, one.split(text).length]);
  }
});
