import type { IConstruct } from 'constructs';

/** An issue that the user has acknowledged. */
export interface Acknowledgement {
  /** Code of the issue. */
  readonly code: string;
  /** Reason why the issue is acceptable there. */
  readonly reason: string;
}

const acknowledged = new WeakMap<IConstruct, Acknowledgement[]>();

/** Acknowledges an issue for a construct and everything below it. */
export function addAcknowledgement(scope: IConstruct, acknowledgement: Acknowledgement): void {
  acknowledged.set(scope, [...acknowledgementsAt(scope), acknowledgement]);
}

/** Returns the acknowledgements added to a construct itself, not to one above it. */
export function acknowledgementsAt(scope: IConstruct): readonly Acknowledgement[] {
  return acknowledged.get(scope) ?? [];
}

/** Checks whether an issue code is acknowledged for a construct, either on it or on a construct above it. */
export function isAcknowledged(construct: IConstruct, code: string): boolean {
  return construct.node.scopes.some((scope) => acknowledgementsAt(scope).some((each) => each.code === code));
}
