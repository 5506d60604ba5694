import { Section, type AnySection } from '../section';
import { SERVICE_DIRECTIVES, type ServiceDirectives } from '../sections/service';
import { UnitFile } from '../unit-file';

/**
 * A service unit: processes that systemd starts and supervises. Source: systemd.service(5).
 *
 * @example
 * ```ts
 * import { renderUnitFile } from 'cdktf-sidekiq/systemd';
 *
 * const unit = new ServiceUnit('clock.service');
 * unit.service.set({ ExecStart: Exec.command('/usr/local/bin/clock'), User: 'deploy', Restart: 'always' });
 * unit.install.set({ WantedBy: ['multi-user.target'] });
 * const text = renderUnitFile(unit);
 * ```
 */
export class ServiceUnit extends UnitFile {
  override readonly type = 'service';
  /** The [Service] section. */
  readonly service = Section.of<ServiceDirectives>('Service', SERVICE_DIRECTIVES);

  /** @internal The [Service] section. */
  override ownSection(): AnySection {
    return this.service;
  }
}
