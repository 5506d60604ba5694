import type { TerraformOutcome } from '../../../test/hosts/terraform';
import { ending } from '../excerpt';
import { fileTree, sidekiqState, treeDiff } from '../machine';
import { expect, type Scene, type Step } from '../scene';
import type { Settings } from '../example';
import { hostLines } from '../terraform-output';
import { CHANGED } from './change';

/** A setting that cannot work is refused before anything is touched. */
export const refuse: Step = {
  title: 'A broken setting: a user that the host doesn’t have',
  async run(scene) {
    const { before, after } = await tryBroken(scene, { ...CHANGED, APP_USER: 'nobody-of-that-name' });
    expect(after.invocation === before.invocation, 'Sidekiq was restarted');
    return { proved: 'refused before anything was touched; the last line says why' };
  },
};

/** One that passes every check, but crashes Sidekiq, is taken back. */
export const rollBack: Step = {
  title: 'A worse one: Sidekiq crashes at start',
  async run(scene) {
    if (!scene.hasApp) return { skipped: 'Sidekiq does not run without an application' };
    const { after } = await tryBroken(scene, { ...CHANGED, APP_FILE: './not-there.rb' });
    expect(after.active === 'active', `Sidekiq is ${after.active}`);
    return { proved: `rolled back: the old files, and Sidekiq with them (PID ${after.pid}); no job is lost by that` };
  },
};

/** Deploys what has to fail, and sees to it that the host has the same files afterwards. */
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
  const said = hostLines(output);
  return said.length > 0 ? said : ending(output);
}
