import type { Construct } from 'constructs';
import { MemoryAllocator, Ruby } from '../../sidekiq';
import { Exec, type ExecCommand } from '../../systemd';
import { reportIssues } from '../../terraform';
import { Duration } from '../../values';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import {
  serviceProps,
  serviceRules,
  systemdServiceRules,
  usableRuby,
  writableDirectories,
  type ServiceProps,
} from '../units/service-props';
import { SystemdService } from '../units/systemd-service';

/** Properties of a {@link PumaService}. */
export interface PumaServiceProps extends ServiceProps {
  /** Absolute path of the application's directory. */
  readonly workingDirectory: string;
  /** User that runs the service; must exist on the host. */
  readonly user: string;
  /**
   * Puma's configuration file (`-C`).
   * @default Puma looks for config/puma.rb in the working directory
   */
  readonly configFile?: string;
  /**
   * Rails or Rack environment (`-e`).
   * @default 'production'
   */
  readonly environment?: string;
  /**
   * Ruby that starts Puma, without a login shell.
   * @default Ruby.system()
   */
  readonly ruby?: Ruby;
  /**
   * Command that shows whether the application would start; see `bootCheck` of a {@link SystemdService}.
   * @default none
   */
  readonly bootCheck?: ExecCommand;
}

const rules: PropRules<PumaServiceProps> = {
  ...serviceRules,
  workingDirectory: { ...is.path, placeholder: () => '/srv' },
  user: { ...is.runsAs, placeholder: () => 'nobody' },
  configFile: is.text,
  environment: is.text,
  ruby: is.instanceOf(Ruby, 'Ruby.system(), Ruby.rbenv(…) or another Ruby'),
  bootCheck: systemdServiceRules.bootCheck,
};

/**
 * Runs Puma as a systemd service. Needs Puma 5.1 or later, which notifies systemd when it is ready and reports that it is alive.
 *
 * Errors: those of a {@link SystemdService}, and of {@link Ruby}.
 *
 * Source: https://github.com/puma/puma/blob/master/docs/systemd.md
 */
export class PumaService extends SystemdService {
  public constructor(scope: Construct, id: string, props: PumaServiceProps) {
    const { props: checked, issues } = readProps(props, rules);
    const ruby = usableRuby(checked.ruby);
    const config = checked.configFile === undefined ? [] : ['-C', checked.configFile];
    super(scope, id, {
      ...serviceProps(checked),
      bootCheck: checked.bootCheck,
      startWhen: checked.startWhen ?? (ruby.usesBundler ? `${checked.workingDirectory}/Gemfile` : undefined),
      unit: { Description: `Puma (${checked.unitName ?? id})`, After: ['network-online.target'], Wants: ['network-online.target'] },
      service: {
        Type: 'notify',
        WatchdogSec: Duration.seconds(30),
        WorkingDirectory: checked.workingDirectory,
        ExecStart: Exec.command(ruby.program, [...ruby.args('puma'), '-e', checked.environment ?? 'production', ...config]),
        // In cluster mode this restarts one worker at a time.
        ExecReload: [Exec.command('/bin/kill', ['-USR1', Exec.env('MAINPID')])],
        User: checked.user,
        UMask: '0027',
        Environment: { ...MemoryAllocator.glibc().environment, ...ruby.environment },
        // The master stops its workers. Signalling them together with it would cut off their requests.
        KillMode: 'mixed',
        SyslogIdentifier: (checked.unitName ?? id).replace(/\.service$/, ''),
        ...writableDirectories(checked),
      },
    });
    reportIssues(this, () => [...issues, ...(checked.ruby?.issues() ?? [])]);
  }
}
