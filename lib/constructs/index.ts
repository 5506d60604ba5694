export { CommandNotifier, type CommandNotifierProps } from './command-notifier';
export type { CheckOptions } from './check-options';
export { EnvironmentFile, type EnvironmentFileProps } from './environment-file';
export { Host, type HostProps } from './host';
export { HostFile, type FileOwnership, type HostFileProps } from './host-file';
export { Issues } from './issues';
export type { IHostTarget } from './host-target';
export { MailNotifier, type MailEncryption, type MailNotifierProps } from './mail-notifier';
export { MonitCheck } from './monit-check';
export type { MonitCheckProps } from './monit-check-props';
export { MonitCheckBase } from './monit-check-base';
export { MonitDaemon } from './monit-daemon';
export type { MonitDaemonProps, MonitMail, MonitMailServer } from './monit-daemon-props';
export { MonitDirectoryCheck, type MonitDirectoryCheckProps } from './monit-directory-check';
export { MonitFifoCheck, type MonitFifoCheckProps } from './monit-fifo-check';
export { MonitFileCheck, type MonitFileCheckProps } from './monit-file-check';
export { MonitFilesystemCheck, type MonitFilesystemCheckProps } from './monit-filesystem-check';
export { MonitHostCheck, type MonitHostCheckProps } from './monit-host-check';
export { MonitNetworkCheck, type MonitNetworkCheckProps } from './monit-network-check';
export { MonitProgramCheck, type MonitProgramCheckProps } from './monit-program-check';
export { MonitSystemCheck, type MonitSystemCheckProps } from './monit-system-check';
export { Notifier, type NotifierProps } from './notifier';
export { PidfileHooks, type PidfileHooksProps } from './pidfile-hooks';
export { Platform, type PlatformProps } from './platform';
export { PumaService, type PumaServiceProps } from './puma-service';
export { MonitResourceCheck, type MonitPathCheckProps, type MonitResourceCheckProps } from './resource-check';
export type { SidekiqRedis } from './sidekiq-reader';
export {
  SidekiqRules,
  type RecommendedSidekiqLimits,
  type SidekiqDiskOptions,
  type SidekiqGaveUpOptions,
  type SidekiqLatencyOptions,
  type SidekiqMemoryOptions,
  type SidekiqRule,
  type SidekiqRuleOptions,
  type SidekiqWatch,
} from './sidekiq-rules';
export { SidekiqService, type SidekiqServiceProps } from './sidekiq-service';
export type { SidekiqProcessProps } from './sidekiq-process';
export { SidekiqUserService, type SidekiqUserServiceProps } from './sidekiq-user-service';
export { SlackNotifier, type SlackNotifierProps } from './slack-notifier';
export type { ISystemdService } from './service-interface';
export type { RestartOrder, ServiceProps, Supervisor, SystemdServiceProps } from './service-props';
export { SystemdDropIn, type SystemdDropInProps, type UnitSections } from './systemd-drop-in';
export { SystemdService } from './systemd-service';
export { SystemdSlice, type SystemdSliceProps } from './systemd-slice';
export { SystemdSocket, type SystemdSocketProps } from './systemd-socket';
export { SystemdTarget, type SystemdTargetProps } from './systemd-target';
export { SystemdTimer, type SystemdTimerProps } from './systemd-timer';
export { SystemdUnit, type ReadUnitProps } from './systemd-unit';
export { SystemdUserManager, type SystemdUserManagerProps } from './systemd-user-manager';
export { SystemdUserService, type SystemdUserServiceProps } from './systemd-user-service';
export type { UserServiceProps } from './user-service-props';
export type { UnitProps } from './unit-props';
export { WebhookNotifier, type WebhookNotifierProps } from './webhook-notifier';
