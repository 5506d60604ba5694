export * from './constructs';
export {
  HostKeys,
  HostRegistry,
  PrivateKey,
  Secret,
  type BastionOptions,
  type DeploymentResourceType,
  type HostRegistryProps,
  type KnownHostsOptions,
  type PrivateKeySource,
  type SecretSource,
  type SshOptions,
  type UninstallLogin,
  type VariableKeyOptions,
} from './terraform';
export type { Bundle, BundleFile, BundlePart, BundleRequirements, BundleService, WhenStopped } from './bundle';
export { MemoryAllocator, Ruby, type SystemRubyProps, type VersionManagerProps } from './sidekiq';
export {
  AllExcept,
  Exec,
  ExecCommand,
  OptionalPath,
  Output,
  PathCondition,
  UnitFile,
  type InstallDirectives,
  type ServiceDirectives,
  type UnitDirectives,
} from './systemd';
export { alert, exec, restart, start, stop, unmonitor, when, type Action, type ProcessRule, type Program } from './monit';
export { Duration, Percent, Size, type Issue, type Severity } from './values';
