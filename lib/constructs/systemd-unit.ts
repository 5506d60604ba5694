import { Construct } from 'constructs';
import type { BundleFile, BundlePart, BundleService } from '../bundle';
import { renderUnitFile, type UnitFile } from '../systemd';
import { reportIssues } from '../terraform';
import type { Issue } from '../values';
import { bundleFile } from './host-file';
import type { IHostTarget } from './host-target';
import { otherStackIssues } from './other-stack';
import { unitIssues, unitNameIssues } from './unit-issues';
import { fullName, unitNameOfTypeProblem } from './unit-name';
import type { UnitProps } from './unit-props';

/** Where the units of this library lie: those of the machine's administrator, before those of packages (systemd.unit(5)). */
export const UNIT_DIRECTORY = '/etc/systemd/system';

/** What a unit of any type but a service is to a deployment: started, enabled as asked, waited for no longer than systemd does. */
export function unitToStart(unit: string, enabled: boolean | undefined, restartOn: readonly string[] = []): BundleService {
  return { unit, enabled, restartOn, stabilitySeconds: 0, stopSeconds: 90, startSeconds: 90, whenStopped: 'keep' };
}

/** What a unit's construct was given, read and judged. */
export interface ReadUnitProps {
  /** What is right of it. */
  readonly props: UnitProps;
  /** What is not. */
  readonly issues: readonly Issue[];
}

/** A unit file below /etc/systemd/system, whatever the unit's type. */
export abstract class SystemdUnit<U extends UnitFile> extends Construct {
  /** The host that has the unit. */
  public readonly host: IHostTarget;
  /** Name of the unit with its suffix. */
  public readonly unitName: string;
  /** The unit file; may be changed until the stack is synthesized. */
  public readonly unit: U;
  /** Where the unit file is. */
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
    const found = [...issues, ...unitNameIssues(givenName, this.unit), ...otherStackIssues(this, 'host', host)];
    reportIssues(this, () => [...found, ...unitIssues(this.unit, host), ...this.otherIssues()]);
    // What has no name can't be installed.
    if (unitNameOfTypeProblem(givenName, type) !== undefined || otherStackIssues(this, 'host', host).length > 0) return;
    host.addPart(() => {
      const file = bundleFile(this, { path: this.path, adopt }, renderUnitFile(this.unit).split('\n'), 'unit');
      const { files = [], ...rest } = this.rest();
      return { files: [file, ...files], ...rest };
    });
  }

  /**
   * What is wrong besides.
   * @internal
   */
  protected otherIssues(): readonly Issue[] {
    return [];
  }

  /**
   * What the host gets besides the unit file: what is started.
   * @internal
   */
  protected rest(): BundlePart & { readonly files?: readonly BundleFile[] } {
    return {};
  }
}
