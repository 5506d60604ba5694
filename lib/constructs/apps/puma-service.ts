import type { Construct } from 'constructs';
import { Exec, type ExecCommand } from '../../systemd';
import { Duration } from '../../values';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import { systemdServiceRules } from '../units/service-props';
import { environmentOf, rubyProcess } from './ruby-process';
import { RubyService, rubyServiceRules, type RubyServiceProps } from './ruby-service';

/** Properties of a {@link PumaService}. */
export interface PumaServiceProps extends RubyServiceProps {
  /**
   * Puma's configuration file (`-C`).
   * @default Puma looks for config/puma.rb in the working directory
   */
  readonly configFile?: string;
  /**
   * Command that shows whether the application would start; see `bootCheck` of a {@link SystemdService}.
   * @default none
   */
  readonly bootCheck?: ExecCommand;
}

const rules: PropRules<PumaServiceProps> = { ...rubyServiceRules, configFile: is.text, bootCheck: systemdServiceRules.bootCheck };

/**
 * Runs Puma as a systemd service. Needs Puma 5.1 or later, which notifies systemd when it is ready and reports that it is alive.
 *
 * Errors: those of a {@link RubyService}.
 *
 * Source: https://github.com/puma/puma/blob/master/docs/systemd.md
 *
 * @example
 * ```ts
 * const puma = new PumaService(this, 'puma', {
 *   host,
 *   workingDirectory: '/opt/myapp/current',
 *   user: 'deploy',
 *   configFile: 'config/puma.rb',
 * });
 * new SystemdSocket(this, 'socket', { service: puma, socket: { ListenStream: '127.0.0.1:3000' } });
 * ```
 */
export class PumaService extends RubyService {
  public constructor(scope: Construct, id: string, props: PumaServiceProps) {
    const { props: checked, issues } = readProps(props, rules);
    const process = rubyProcess(checked, { title: 'Puma', unitName: checked.unitName ?? id });
    const config = checked.configFile === undefined ? [] : ['-C', checked.configFile];
    super(scope, id, {
      props: checked,
      issues,
      process,
      bootCheck: checked.bootCheck,
      service: {
        Type: 'notify',
        WatchdogSec: Duration.seconds(30),
        ExecStart: process.command('puma', ['-e', environmentOf(checked), ...config]),
        // In cluster mode this restarts one worker at a time.
        ExecReload: [Exec.command('/bin/kill', ['-USR1', Exec.env('MAINPID')])],
        // The master stops its workers. Signalling them together with it would cut off their requests.
        KillMode: 'mixed',
      },
    });
  }
}
