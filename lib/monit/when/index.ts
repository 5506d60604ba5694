export type {
  Condition,
  CountThreshold,
  EventCondition,
  PatternCondition,
  Rated,
  RecoverableRule,
  StateCondition,
  Threshold,
} from './steps';
export type { LoadMinutes } from './system';
export { when } from './when';
