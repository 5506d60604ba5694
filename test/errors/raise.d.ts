import type * as index from '../../lib';
import type * as monit from '../../lib/monit';
import type * as systemd from '../../lib/systemd';
import type * as testing from '../../lib/testing';
import type { Mistake } from './mistakes';

/** The package's exports. */
export interface Library {
  readonly index: typeof index;
  readonly monit: typeof monit;
  readonly systemd: typeof systemd;
  readonly testing: typeof testing;
}

/** An issue, with the path of its construct unless a function raises it. */
export type RaisedIssue = Omit<testing.ConstructIssue, 'path'> & { readonly path?: string };

/** Issues of a mistake. */
export interface Raised {
  readonly issues: readonly RaisedIssue[];
  /** `severity [path] message`, one for each issue. */
  readonly lines: readonly string[];
  /** The error that a synthesis throws, if it throws one. */
  readonly thrown: unknown;
  /** True if it was made without an app. */
  readonly pure: boolean;
}

export function raise(lib: Library, mistake: Mistake, options: { readonly synthesize: boolean }): Raised;
export function raiseTogether(
  lib: Library,
  mistakes: readonly Mistake[],
  stacks: readonly string[],
): { readonly thrown: unknown; readonly reported: readonly (readonly string[])[] };
