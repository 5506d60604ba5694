import type { Construct } from 'constructs';
import { Duration } from '../../values';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import { rubyProcess, stopTimeoutOf } from './ruby-process';
import { RubyService, rubyServiceRules, type RubyServiceProps } from './ruby-service';

/** Properties of a {@link GoodJobService}. */
export interface GoodJobServiceProps extends RubyServiceProps {
  /**
   * Queues and pools of threads (`--queues`): `'mailers:2;default'`.
   * @default all queues
   */
  readonly queues?: string;
  /**
   * Time that running jobs have to finish when GoodJob stops (`--shutdown-timeout`, in whole seconds). systemd waits 20 s longer before it
   * kills GoodJob, whose own default is to wait forever.
   * @default Duration.seconds(25)
   */
  readonly shutdownTimeout?: Duration;
}

const rules: PropRules<GoodJobServiceProps> = { ...rubyServiceRules, queues: is.text, shutdownTimeout: is.wholeSeconds(1, 86_400) };

/**
 * Runs GoodJob as a systemd service. Needs GoodJob 3.17 or later, which notifies systemd when it is ready and reports that it is alive.
 * Written from GoodJob's documentation and source: this library's tests don't run it.
 *
 * Errors: those of a {@link RubyService}.
 *
 * Source: https://github.com/bensheldon/good_job, "Command-line options" in README.md and lib/good_job/systemd_service.rb (4.19)
 *
 * @example
 * ```ts
 * new GoodJobService(this, 'good-job', { host, workingDirectory: '/opt/myapp/current', user: 'deploy', queues: 'mailers:2;default' });
 * ```
 */
export class GoodJobService extends RubyService {
  public constructor(scope: Construct, id: string, props: GoodJobServiceProps) {
    const { props: checked, issues } = readProps(props, rules);
    const process = rubyProcess(checked, { title: 'GoodJob', unitName: checked.unitName ?? id, railsEnv: true });
    const { queues, shutdownTimeout = Duration.seconds(25) } = checked;
    const only = queues === undefined ? [] : ['--queues', queues];
    const args = ['start', '--shutdown-timeout', String(shutdownTimeout.toSeconds()), ...only];
    super(scope, id, {
      props: checked,
      issues,
      process,
      service: {
        Type: 'notify',
        WatchdogSec: Duration.seconds(30),
        ExecStart: process.command('good_job', args),
        TimeoutStopSec: stopTimeoutOf(shutdownTimeout),
      },
    });
  }
}
