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
 * Runs the whole demo on a host that is booted for it, and removed afterwards, however the demo ends.
 *
 * @returns true if all steps proved what they should
 */
export async function onThrowawayHost(report: Reporter, keep: boolean): Promise<boolean> {
  let example: Example | undefined;
  onInterruption(({ signal, exitCode }) => {
    report.failed(`${signal}: removing the host and all that was made for it`);
    // This host needs no clean shutdown.
    killCdktf();
    undoAll();
    example?.remove();
    report.close('Nothing is left behind');
    process.exit(exitCode);
  });

  const resourceType = await chooseResourceType(report);
  const print = (line: string): void => {
    report.note(line);
    report.progress(line);
  };
  report.progress('booting a throw-away Debian 12');
  const machine = await ThrowawayMachine.boot(print);
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
      for (const line of machine.keep()) report.note(line);
    } else {
      machine.destroy();
    }
  }
}
