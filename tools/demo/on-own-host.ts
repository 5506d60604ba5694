import { undoAll } from '../../test/hosts/undo';
import { Example } from './example';
import { onInterruption } from './interruption';
import { fileTree, type Machine } from './machine';
import type { Login } from './options';
import { OwnMachine } from './own-machine';
import { chooseResourceType } from './prepare';
import { interruptTerraform, killCdktf } from './processes';
import type { Reporter } from './reporter';
import { play } from './scene';
import { steps } from './steps';
import { destroy } from './steps/destroy';

/**
 * Runs the same steps on the user's own host: it announces its actions, interrupts Terraform only with SIGINT, and removes what it
 * installed, also when a step fails and on Ctrl-C.
 *
 * @returns true if all steps proved what they should
 */
export async function onOwnHost(report: Reporter, login: Login, keep: boolean): Promise<boolean> {
  const machine = await OwnMachine.connect(login);
  await refuseIfTaken(machine);
  const hasApp = (await machine.asRoot('test -f /opt/myapp/current/enqueue.rb')).code === 0;
  report.note(`${machine.name} will get the files below, and its Monit a reload.`);
  report.note(
    hasApp
      ? 'The Sidekiq of its /opt/myapp will be killed with kill -9 once.'
      : 'It has no demo application: Sidekiq is installed, not started.',
  );
  report.note(keep ? 'All of it stays there (--keep).' : 'At the end, and on Ctrl-C, all of it is removed again.');
  const example = new Example(login, await chooseResourceType(report), (line) => report.progress(line));
  let interrupted = false;
  onInterruption(
    ({ signal, exitCode }) => {
      interrupted = true;
      process.exitCode = exitCode;
      report.note(`${signal}: waiting for Terraform to finish what it has begun; once more, and it is killed`);
      interruptTerraform();
    },
    ({ exitCode }) => {
      killCdktf();
      undoAll();
      howToRemove(report, example);
      process.exit(exitCode);
    },
  );

  try {
    const before = await fileTree(machine);
    report.proved('it lets us in, and lets us be root');
    await play({ machine, example, report, hasApp, before }, keep ? steps.filter((step) => step !== destroy) : steps, () => !interrupted);
    if (keep) howToRemove(report, example);
    else example.remove();
    return true;
  } catch (error) {
    report.failed(interrupted ? 'interrupted' : String(error instanceof Error ? error.message : error));
    await removeAgain(report, example);
    return false;
  }
}

async function removeAgain(report: Reporter, example: Example): Promise<void> {
  report.step('cdktf destroy, because the demo stops here');
  try {
    await example.destroy();
    example.remove();
    report.proved('all of it is removed again');
  } catch (error) {
    report.failed(String(error instanceof Error ? error.message : error));
    howToRemove(report, example);
  }
}

/** Refuses a host that already has a Sidekiq, because the demo would replace it. */
async function refuseIfTaken(machine: Machine): Promise<void> {
  const { code } = await machine.asRoot('systemctl cat sidekiq.service >/dev/null 2>&1');
  if (code === 0) throw new Error(`${machine.name} has a sidekiq.service already: the demo would replace it. Nothing was changed.`);
}

function howToRemove(report: Reporter, example: Example): void {
  report.step('What was deployed is still there');
  report.note(`remove it: terraform -chdir=${example.stackDirectory} destroy && rm -r ${example.directory}`);
}
