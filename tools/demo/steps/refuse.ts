import type { TerraformOutcome } from '../../../test/hosts/terraform';
import { ending } from '../excerpt';
import { fileTree, mustRun, sidekiqState, treeDiff } from '../machine';
import { expect, type Scene, type Step } from '../scene';
import type { Settings } from '../example';
import { hostLines } from '../terraform-output';
import { CHANGED } from './change';
import { doJobs } from './jobs';

/** A setting that cannot work is refused before anything is changed. */
export const refuse: Step = {
  title: 'A broken setting: a user that the host doesn’t have',
  async run(scene) {
    const { before, after } = await tryBroken(scene, { ...CHANGED, APP_USER: 'nobody-of-that-name' });
    expect(after.invocation === before.invocation, 'Sidekiq was restarted');
    return { proved: 'refused before anything was changed; the last line has the reason' };
  },
};

/** An application that exits with an error while it boots. */
const BROKEN_APP = { file: '/opt/myapp/current/broken.rb', text: `abort 'DATABASE_URL is not set'` };

/** A mistake that every check of the files accepts is found by a second process, while the first one keeps working. */
export const refuseToBoot: Step = {
  title: 'A worse one: an application that ends while it boots',
  async run(scene) {
    if (!scene.hasApp) return { skipped: 'Sidekiq does not run without an application' };
    await mustRun(scene.machine, `echo "${BROKEN_APP.text}" >${BROKEN_APP.file}`);
    try {
      const { before, after } = await tryBroken(scene, { ...CHANGED, APP_FILE: BROKEN_APP.file });
      expect(after.invocation === before.invocation, 'Sidekiq was restarted');
      await doJobs(scene.machine, 10);
      return { proved: `found by a second process: the first one, PID ${after.pid}, was not touched` };
    } finally {
      await mustRun(scene.machine, `rm -f ${BROKEN_APP.file}`);
    }
  },
};

/** Runs a deployment that must fail, and checks that the host has the same files afterwards. */
async function tryBroken({ example, machine, report }: Scene, settings: Settings) {
  const tree = await fileTree(machine);
  const before = await sidekiqState(machine);
  const outcome = await example.tryDeploy(settings);
  report.quote(`cdktf deploy: exit code ${outcome.code}`, cause(outcome));
  expect(outcome.code !== 0, 'the deployment succeeded');
  const difference = treeDiff(tree, await fileTree(machine));
  expect(difference.length === 0, `the host has changed:\n${difference.join('\n')}`);
  return { before, after: await sidekiqState(machine) };
}

function cause({ output }: TerraformOutcome): readonly string[] {
  const messages = hostLines(output);
  return messages.length > 0 ? messages : ending(output);
}
