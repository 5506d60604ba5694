export { sidekiqCommandLine, type SidekiqCommandLineProps } from './command-line';
export { sidekiqCommandLineIssues } from './command-line-issues';
export { MemoryAllocator } from './memory-allocator';
export { SIDEKIQ_MINORS, type SidekiqOption, type SidekiqRelease, type SidekiqSignal } from './releases';
export { Ruby, type SystemRubyProps, type VersionManagerProps } from './ruby';
export { SidekiqVersion } from './version';
