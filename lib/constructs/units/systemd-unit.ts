import { Construct } from 'constructs';
import type { BundleFile, BundlePart, BundleService } from '../../bundle';
import { renderUnitFile, type UnitFile } from '../../systemd';
import { reportIssues } from '../../terraform';
import type { Issue } from '../../values';
import { bundleFile } from '../host/host-file';
import type { IHostTarget } from '../host/host-target';
import { otherStackIssues } from '../props/other-stack';
import { unitIssues, unitNameIssues } from './unit-issues';
import { fullName, unitNameOfTypeProblem } from './unit-name';
import type { UnitProps } from './unit-props';

/** Directory of this library's units: the administrator's directory, which precedes those of packages (systemd.unit(5)). */
export const UNIT_DIRECTORY = '/etc/systemd/system';

/**
 * Describes a unit that isn't a `SystemdService` to a deployment: it is started, enabled as requested, and waited for no longer than
 * systemd does.
 */
export function unitToStart(unit: string, enabled: boolean | undefined, restartOn: readonly string[] = []): BundleService {
  return { unit, enabled, restartOn, stabilitySeconds: 0, stopSeconds: 90, startSeconds: 90, whenStopped: 'keep' };
}

/** Checked properties of a unit's construct. */
export interface ReadUnitProps {
  /** Valid properties. */
  readonly props: UnitProps;
  /** Issues found in the given properties. */
  readonly issues: readonly Issue[];
}

/**
 * A unit of any type whose file is in /etc/systemd/system.
 *
 * @example
 * ```ts
 * const units: readonly SystemdUnit<UnitFile>[] = [
 *   new SystemdSlice(this, 'workers-slice', { host, unitName: 'workers' }),
 *   new SystemdTarget(this, 'workers', { host }),
 * ];
 * for (const { unit } of units) unit.unit.set({ Documentation: 'https://wiki.example.com/workers' });
 * ```
 */
export abstract class SystemdUnit<U extends UnitFile> extends Construct {
  /** The host that has the unit. */
  public readonly host: IHostTarget;
  /** Name of the unit with its suffix. */
  public readonly unitName: string;
  /** Unit file; can be changed until the stack is synthesized. */
  public readonly unit: U;
  /** Path of the unit file. */
  public readonly path: string;

  protected constructor(scope: Construct, id: string, make: (name: string) => U, { props, issues }: ReadUnitProps) {
    super(scope, id);
    const { host, unitName: givenName = id, unit = {}, adopt } = props;
    const type = make('').type;
    this.host = host;
    this.unitName = fullName(givenName, type);
    this.path = `${UNIT_DIRECTORY}/${this.unitName}`;
    this.unit = make(this.unitName);
    this.unit.unit.set(unit);
    const found = [...issues, ...unitNameIssues(givenName, this.unit), ...otherStackIssues(this, ['host'], host)];
    reportIssues(this, () => [...found, ...unitIssues(this.unit, host), ...this.otherIssues()]);
    // A unit without a valid name can't be installed.
    if (unitNameOfTypeProblem(givenName, type) !== undefined || otherStackIssues(this, ['host'], host).length > 0) return;
    host.addPart(() => {
      const file = bundleFile(this, { path: this.path, adopt }, renderUnitFile(this.unit).split('\n'), 'unit');
      const { files = [], ...rest } = this.rest();
      return { files: [file, ...files], ...rest };
    });
  }

  /**
   * Returns the issues that only this kind of unit has.
   * @internal
   */
  protected otherIssues(): readonly Issue[] {
    return [];
  }

  /**
   * Returns what the host gets besides the unit file, such as units to start.
   * @internal
   */
  protected rest(): BundlePart & { readonly files?: readonly BundleFile[] } {
    return {};
  }
}
