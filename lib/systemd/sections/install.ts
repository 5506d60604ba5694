import { unescapedUnits, units } from '../kinds/units';
import type { DirectiveTable } from '../section';
import type { OneOrMany } from '../values/one-or-many';

/** The [Install] section: what `systemctl enable` links. systemd itself does not read it. Source: systemd.unit(5). */
export interface InstallDirectives {
  /** Other names that enabling gives the unit, of the same type. Since 201. systemd.unit(5) */
  readonly Alias?: OneOrMany<string>;
  /** Units that want this one once it is enabled; multi-user.target for a service that starts at boot. Since 201. systemd.unit(5) */
  readonly WantedBy?: OneOrMany<string>;
  /** Units that require this one once it is enabled. Since 201. systemd.unit(5) */
  readonly RequiredBy?: OneOrMany<string>;
  /** Units that uphold this one once it is enabled. Since 253. systemd.unit(5) */
  readonly UpheldBy?: OneOrMany<string>;
  /** Units that are enabled and disabled along with this one. Since 201. systemd.unit(5) */
  readonly Also?: OneOrMany<string>;
}

/** See {@link InstallDirectives}. */
export const INSTALL_DIRECTIVES: DirectiveTable<InstallDirectives> = {
  Alias: { kind: units, since: 201 },
  WantedBy: { kind: units, since: 201 },
  RequiredBy: { kind: units, since: 201 },
  UpheldBy: { kind: units, since: 253 },
  Also: { kind: unescapedUnits, since: 201 },
};
