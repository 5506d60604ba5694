// Made by tools/directives from tools/directives/groups/install.txt. Do not edit.
import { unescapedUnits, units } from '../kinds/units';
import type { DirectiveTable } from '../section';
import type { OneOrMany } from '../values/one-or-many';

/** The [Install] section: what `systemctl enable` links. systemd itself does not read it. Source: systemd.unit(5). */
export interface InstallDirectives {
  /**
   * Other names that enabling gives the unit, of the same type.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Alias=)
   */
  readonly Alias?: OneOrMany<string>;
  /**
   * Units that want this one once it is enabled; multi-user.target for a service that starts at boot.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#WantedBy=)
   */
  readonly WantedBy?: OneOrMany<string>;
  /**
   * Units that require this one once it is enabled.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#RequiredBy=)
   */
  readonly RequiredBy?: OneOrMany<string>;
  /**
   * Units that uphold this one once it is enabled.
   *
   * Full names of units. Since 253. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#UpheldBy=)
   */
  readonly UpheldBy?: OneOrMany<string>;
  /**
   * Units that are enabled and disabled along with this one.
   *
   * Full names of units. Since 201. [systemd.unit(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html#Also=)
   */
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
