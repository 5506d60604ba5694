import { Section, type AnySection } from '../section';
import { SOCKET_DIRECTIVES, type SocketDirectives } from '../sections/socket';
import { UnitFile } from '../unit-file';

/**
 * A socket unit: listens, and starts a service when a client connects. Source: systemd.socket(5).
 *
 * @example
 * ```ts
 * import { renderUnitFile } from 'cdktf-sidekiq/systemd';
 *
 * const unit = new SocketUnit('puma.socket');
 * unit.socket.set({ ListenStream: '127.0.0.1:3000', NoDelay: true });
 * unit.install.set({ WantedBy: ['sockets.target'] });
 * const text = renderUnitFile(unit);
 * ```
 */
export class SocketUnit extends UnitFile {
  override readonly type = 'socket';
  /** The [Socket] section. */
  readonly socket = Section.of<SocketDirectives>('Socket', SOCKET_DIRECTIVES);

  /** @internal The [Socket] section. */
  override ownSection(): AnySection {
    return this.socket;
  }
}
