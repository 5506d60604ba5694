import type { Construct } from 'constructs';
import type { ExecCommand } from '../../systemd';
import { Duration } from '../../values';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import { systemdServiceRules } from '../units/service-props';
import { rubyProcess, stopTimeoutOf } from './ruby-process';
import { RubyService, rubyServiceRules, type RubyServiceProps } from './ruby-service';

/** Properties of a {@link SolidQueueService}. */
export interface SolidQueueServiceProps extends RubyServiceProps {
  /**
   * Solid Queue's configuration file (`--config_file`).
   * @default config/queue.yml in the working directory
   */
  readonly configFile?: string;
  /**
   * The application's `SolidQueue.shutdown_timeout`, which has no option on the command line. systemd waits 20 s longer before it kills
   * Solid Queue.
   * @default Duration.seconds(5), as in Solid Queue
   */
  readonly shutdownTimeout?: Duration;
  /**
   * Command that shows whether Solid Queue would start, such as `bin/jobs check` of releases after 1.5.0.
   * @default none
   */
  readonly bootCheck?: ExecCommand;
}

const { bootCheck } = systemdServiceRules;
const rules: PropRules<SolidQueueServiceProps> = { ...rubyServiceRules, configFile: is.text, shutdownTimeout: is.duration, bootCheck };

/**
 * Runs Solid Queue (`bin/jobs`) as a systemd service. It doesn't notify systemd, so a start counts as soon as the program runs. Written
 * from Solid Queue's documentation and source: this library's tests don't run it.
 *
 * Errors: those of a {@link RubyService}.
 *
 * Source: https://github.com/rails/solid_queue, "Threads, processes, and signals" in README.md (1.5)
 *
 * @example
 * ```ts
 * const ruby = Ruby.rbenv({ root: '/home/deploy/.rbenv' });
 * new SolidQueueService(this, 'solid-queue', { host, workingDirectory: '/opt/myapp/current', user: 'deploy', ruby });
 * ```
 */
export class SolidQueueService extends RubyService {
  public constructor(scope: Construct, id: string, props: SolidQueueServiceProps) {
    const { props: checked, issues } = readProps(props, rules);
    const process = rubyProcess(checked, { title: 'Solid Queue', unitName: checked.unitName ?? id, railsEnv: true });
    const { configFile, shutdownTimeout = Duration.seconds(5) } = checked;
    const args = ['start', ...(configFile === undefined ? [] : ['--config_file', configFile])];
    // SIGTERM goes only to the supervisor, which stops its workers; they put their jobs back.
    const stops = { KillMode: 'mixed', TimeoutStopSec: stopTimeoutOf(shutdownTimeout) } as const;
    const service = { Type: 'exec', ExecStart: process.command('bin/jobs', args), ...stops } as const;
    super(scope, id, { props: checked, issues, process, bootCheck: checked.bootCheck, service });
  }
}
