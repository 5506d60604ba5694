import type { IConstruct } from 'constructs';

/** That somebody knows of an issue. */
export interface Acknowledgement {
  /** The code. */
  readonly code: string;
  /** Why it is all right there. */
  readonly reason: string;
}

const acknowledged = new WeakMap<IConstruct, Acknowledgement[]>();

/** Notes that issues of a construct and of those below it are known. */
export function addAcknowledgement(scope: IConstruct, acknowledgement: Acknowledgement): void {
  acknowledged.set(scope, [...acknowledgementsAt(scope), acknowledgement]);
}

/** What was acknowledged at a construct itself. */
export function acknowledgementsAt(scope: IConstruct): readonly Acknowledgement[] {
  return acknowledged.get(scope) ?? [];
}

/** Whether issues of a code are known at a construct, by itself or by one above it. */
export function isAcknowledged(construct: IConstruct, code: string): boolean {
  return construct.node.scopes.some((scope) => acknowledgementsAt(scope).some((each) => each.code === code));
}
