// Made by tools/directives from tools/directives/groups/scope.txt. Do not edit.
import { timeSpan } from '../kinds/amounts';
import { oneOf } from '../kinds/plain';
import type { DirectiveTable } from '../section';
import type { Duration } from '../../values';

/** What scopes have beside what they share with services. Source: systemd.scope(5). */
export interface ScopeOnlyDirectives {
  /**
   * How long it may run before it is stopped. Default: infinity.
   *
   * A Duration, or `infinity`. Since 244. [systemd.scope(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.scope.html#RuntimeMaxSec=)
   */
  readonly RuntimeMaxSec?: Duration | 'infinity';
  /**
   * By how much at most, at random, RuntimeMaxSec is longer. Default: 0.
   *
   * A Duration, or `infinity`. Since 250. [systemd.scope(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.scope.html#RuntimeRandomizedExtraSec=)
   */
  readonly RuntimeRandomizedExtraSec?: Duration | 'infinity';
  /**
   * How long a stop may take before the rest is killed. Default: 90 s.
   *
   * A Duration, or `infinity`. [systemd.scope(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.scope.html#TimeoutStopSec=)
   */
  readonly TimeoutStopSec?: Duration | 'infinity';
  /**
   * What the kernel's out-of-memory kill of one process does to the others. Default: continue.
   *
   * A word. Since 252. [systemd.scope(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.scope.html#OOMPolicy=)
   */
  readonly OOMPolicy?: 'continue' | 'stop' | 'kill';
}

/** See {@link ScopeOnlyDirectives}. */
export const SCOPE_ONLY_DIRECTIVES: DirectiveTable<ScopeOnlyDirectives> = {
  RuntimeMaxSec: { kind: timeSpan(), since: 244 },
  RuntimeRandomizedExtraSec: { kind: timeSpan(), since: 250 },
  TimeoutStopSec: { kind: timeSpan() },
  OOMPolicy: { kind: oneOf({ continue: 'always', stop: 'always', kill: 'always' }), since: 252 },
};
