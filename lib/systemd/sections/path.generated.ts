// Made by tools/directives from tools/directives/groups/path.txt. Do not edit.
import { timeSpan } from '../kinds/amounts';
import { watchedPaths } from '../kinds/paths';
import { fileMode, wholeNumber, yesNo } from '../kinds/plain';
import { unitNotOfType } from '../kinds/units';
import type { DirectiveTable } from '../section';
import type { OneOrMany } from '../values/one-or-many';
import type { UnitString } from '../values/specified';
import type { Duration } from '../../values';

/** The [Path] section: which paths are watched, and what they start. Source: systemd.path(5). */
export interface PathDirectives {
  /**
   * A path that starts the unit when it is there.
   *
   * Absolute paths. [systemd.path(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.path.html#PathExists=)
   */
  readonly PathExists?: OneOrMany<UnitString>;
  /**
   * A pattern (glob(7)) that starts the unit when something matches it.
   *
   * Absolute paths. [systemd.path(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.path.html#PathExistsGlob=)
   */
  readonly PathExistsGlob?: OneOrMany<UnitString>;
  /**
   * A path that starts the unit when it is written to and closed.
   *
   * Absolute paths. [systemd.path(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.path.html#PathChanged=)
   */
  readonly PathChanged?: OneOrMany<UnitString>;
  /**
   * A path that starts the unit at each write to it.
   *
   * Absolute paths. [systemd.path(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.path.html#PathModified=)
   */
  readonly PathModified?: OneOrMany<UnitString>;
  /**
   * A directory that starts the unit when something is in it.
   *
   * Absolute paths. [systemd.path(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.path.html#DirectoryNotEmpty=)
   */
  readonly DirectoryNotEmpty?: OneOrMany<UnitString>;
  /**
   * The unit that is started. Default: the service of the same name.
   *
   * The full name of a unit other than `*.path`. [systemd.path(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.path.html#Unit=)
   */
  readonly Unit?: UnitString;
  /**
   * Whether directories are made before they are watched. Default: false.
   *
   * A boolean. [systemd.path(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.path.html#MakeDirectory=)
   */
  readonly MakeDirectory?: boolean;
  /**
   * Mode of those directories. Default: 0755.
   *
   * Octal digits as text. [systemd.path(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.path.html#DirectoryMode=)
   */
  readonly DirectoryMode?: string;
  /**
   * Span in which TriggerLimitBurst counts. Default: 2 s.
   *
   * A Duration, or `infinity`. Since 250. [systemd.path(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.path.html#TriggerLimitIntervalSec=)
   */
  readonly TriggerLimitIntervalSec?: Duration | 'infinity';
  /**
   * How often that span may start the unit before the path unit fails. Default: 200.
   *
   * A whole number from 0 to 4294967295. Since 250. [systemd.path(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.path.html#TriggerLimitBurst=)
   */
  readonly TriggerLimitBurst?: number;
}

/** See {@link PathDirectives}. */
export const PATH_DIRECTIVES: DirectiveTable<PathDirectives> = {
  PathExists: { kind: watchedPaths },
  PathExistsGlob: { kind: watchedPaths },
  PathChanged: { kind: watchedPaths },
  PathModified: { kind: watchedPaths },
  DirectoryNotEmpty: { kind: watchedPaths },
  Unit: { kind: unitNotOfType('.path') },
  MakeDirectory: { kind: yesNo },
  DirectoryMode: { kind: fileMode },
  TriggerLimitIntervalSec: { kind: timeSpan(), since: 250 },
  TriggerLimitBurst: { kind: wholeNumber(0, 4294967295), since: 250 },
};
