import { undoAll } from '../../test/hosts/undo';
import { Example } from './example';
import { onInterruption } from './interruption';
import { fileTree } from './machine';
import { chooseResourceType } from './prepare';
import { killCdktf } from './processes';
import type { Reporter } from './reporter';
import { play } from './scene';
import { steps } from './steps';
import { destroy } from './steps/destroy';
import { ThrowawayMachine } from './throwaway';

/**
 * The whole demo on a host that is booted for it, and that is gone afterwards, however the demo ends.
 *
 * @returns whether all steps proved what they should
 */
export async function onThrowawayHost(report: Reporter, keep: boolean): Promise<boolean> {
  let example: Example | undefined;
  onInterruption(({ signal, exitCode }) => {
    report.failed(`${signal}: removing the host and all that was made for it`);
    // Nothing on this host is worth a graceful end.
    killCdktf();
    undoAll();
    example?.remove();
    report.close('Nothing is left behind');
    process.exit(exitCode);
  });

  const resourceType = await chooseResourceType(report);
  const say = (line: string): void => {
    report.say(line);
    report.progress(line);
  };
  report.progress('booting a throw-away Debian 12');
  const machine = await ThrowawayMachine.boot(say);
  try {
    report.proved(`a real host is up: ${machine.name}, with its own systemd, sshd, Monit and Redis`);
    example = new Example(machine.login, resourceType, (line) => report.progress(line));
    const scene = { machine, example, report, hasApp: true, before: await fileTree(machine) };
    await play(scene, keep ? steps.filter((step) => step !== destroy) : steps);
    return true;
  } catch (error) {
    report.failed(error instanceof Error ? error.message : String(error));
    return false;
  } finally {
    example?.remove();
    if (keep) {
      report.step('The host stays up');
      for (const line of machine.keep()) report.say(line);
    } else {
      machine.destroy();
    }
  }
}
