export { sidekiqCommandLine, type SidekiqCommandLineProps } from './command-line';
export { sidekiqCommandLineIssues } from './command-line-issues';
export { SIDEKIQ_MINORS, type SidekiqOption, type SidekiqRelease, type SidekiqSignal } from './releases';
export { SidekiqVersion } from './version';
