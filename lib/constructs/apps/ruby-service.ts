import type { Construct } from 'constructs';
import type { ExecCommand, ServiceDirectives } from '../../systemd';
import { reportIssues } from '../../terraform';
import type { Issue } from '../../values';
import * as is from '../props/prop-kinds';
import type { PropRules } from '../props/read-props';
import { serviceProps, serviceRules, writableDirectories, type ServiceProps } from '../units/service-props';
import { SystemdService } from '../units/systemd-service';
import { literalSpecifierIssues, rubyProcessRules, specifiableTexts, type RubyProcess, type RubyProcessProps } from './ruby-process';

/** Properties of every service that runs a Ruby application. */
export interface RubyServiceProps extends ServiceProps, RubyProcessProps {
  /** User that runs the service; must exist on the host. */
  readonly user: string;
  /**
   * Group that runs the service; must exist on the host.
   * @default the user's own group
   */
  readonly group?: string;
  /**
   * Path without which the process isn't started: a first deployment often comes before any code. It starts once the path exists.
   * @default Gemfile in the working directory; none with Ruby.program
   */
  readonly startWhen?: string;
}

/** Validation rules for the properties of every service that runs a Ruby application. */
export const rubyServiceRules: PropRules<RubyServiceProps> = {
  ...serviceRules,
  ...rubyProcessRules,
  user: { ...is.runsAs, placeholder: () => 'nobody' },
  group: is.runsAs,
};

/** Configuration of one kind of service. */
export interface RubyServiceConfig {
  /** Checked properties. */
  readonly props: RubyServiceProps;
  /** Issues found in the properties. */
  readonly issues: readonly Issue[];
  /** The process. */
  readonly process: RubyProcess;
  /** Directives of the kind: its command, how it becomes ready and how it stops. */
  readonly service: ServiceDirectives;
  /**
   * Command that shows whether the service would start; see `bootCheck` of a {@link SystemdService}.
   * @default none
   */
  readonly bootCheck?: ExecCommand;
}

/**
 * A service that runs a Ruby application: Sidekiq, Puma and the like.
 *
 * Errors: those of a {@link SystemdService} and of {@link Ruby}, `service/invalid-arena-max`, and the warning `service/literal-specifier`.
 *
 * @example
 * ```ts
 * const puma = new PumaService(this, 'puma', { host, workingDirectory: '/opt/myapp/current', user: 'deploy' });
 * const services: readonly RubyService[] = [sidekiq, puma];
 * for (const service of services) service.unit.service.set({ MemoryMax: Size.gibibytes(2) });
 * ```
 */
export abstract class RubyService extends SystemdService {
  /**
   * Command line that starts its Ruby, without the application's bundle.
   * @internal
   */
  public readonly interpreter: readonly string[];

  /**
   * Called by the subclasses.
   * @internal
   */
  protected constructor(scope: Construct, id: string, { props, issues, process, service, bootCheck }: RubyServiceConfig) {
    super(scope, id, {
      ...serviceProps(props),
      bootCheck,
      startWhen: props.startWhen ?? process.startWhen,
      unit: { ...process.unit, After: ['network-online.target'], Wants: ['network-online.target'] },
      service: {
        ...process.service,
        ...service,
        User: props.user,
        ...(props.group === undefined ? {} : { Group: props.group }),
        ...writableDirectories(props),
      },
    });
    this.interpreter = process.interpreter;
    for (const file of props.environmentFiles ?? []) this.addEnvironmentFile(file);
    reportIssues(this, () => [
      ...issues,
      ...process.issues,
      ...(this.instances.length === 0 ? [] : literalSpecifierIssues(specifiableTexts(props))),
    ]);
  }
}
