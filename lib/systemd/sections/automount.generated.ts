// Made by tools/directives from tools/directives/groups/automount.txt. Do not edit.
import { timeSpan } from '../kinds/amounts';
import { path } from '../kinds/paths';
import { fileMode } from '../kinds/plain';
import { text } from '../kinds/text';
import type { DirectiveTable } from '../section';
import type { UnitString } from '../values/specified';
import type { Duration } from '../../values';

/** The [Automount] section: what is mounted when somebody looks. Source: systemd.automount(5). */
export interface AutomountDirectives {
  /**
   * The place that is watched; the unit's name must be that of the place.
   *
   * An absolute path. [systemd.automount(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.automount.html#Where=)
   */
  readonly Where?: UnitString;
  /**
   * Further mount options for autofs(5), parted by commas.
   *
   * One line of text, literal. Since 250. [systemd.automount(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.automount.html#ExtraOptions=)
   */
  readonly ExtraOptions?: UnitString;
  /**
   * Mode of the directories that are made for the place. Default: 0755.
   *
   * Octal digits as text. [systemd.automount(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.automount.html#DirectoryMode=)
   */
  readonly DirectoryMode?: string;
  /**
   * How long nobody looks before it is unmounted again; 0 and infinity: never. Default: 0.
   *
   * A Duration, or `infinity`. Since 220. [systemd.automount(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.automount.html#TimeoutIdleSec=)
   */
  readonly TimeoutIdleSec?: Duration | 'infinity';
}

/** See {@link AutomountDirectives}. */
export const AUTOMOUNT_DIRECTIVES: DirectiveTable<AutomountDirectives> = {
  Where: { kind: path },
  ExtraOptions: { kind: text, since: 250 },
  DirectoryMode: { kind: fileMode },
  TimeoutIdleSec: { kind: timeSpan(), since: 220 },
};
