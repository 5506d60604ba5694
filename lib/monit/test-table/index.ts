export type { TestRow } from './row';
export { TESTS, testRow } from './table';
export type { EventTestKind, LimitTestKind, RecoveringTestKind, Test, TestKind, TestKindOf } from './table';
