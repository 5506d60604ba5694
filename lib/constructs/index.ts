export { CommandNotifier, type CommandNotifierProps } from './notifiers/command-notifier';
export type { CheckOptions } from './monit/check-options';
export { EnvironmentFile, type EnvironmentFileProps } from './host/environment-file';
export { Host, type HostProps } from './host/host';
export { HostFile, type FileOwnership, type HostFileProps } from './host/host-file';
export { Issues } from './props/issues';
export type { IHostTarget } from './host/host-target';
export { MailNotifier, type MailEncryption, type MailNotifierProps } from './notifiers/mail-notifier';
export type { CompositeRuleConfig, CompositeRuleContext, ICompositeRule } from './monit/composite-rule';
export { MonitCheck } from './monit/monit-check';
export type { MonitCheckProps } from './monit/monit-check-props';
export { MonitCheckBase } from './monit/monit-check-base';
export { MonitDaemon } from './monit/monit-daemon';
export type { MonitDaemonProps, MonitMail, MonitMailServer } from './monit/monit-daemon-props';
export { MonitDirectoryCheck, type MonitDirectoryCheckProps } from './monit/monit-directory-check';
export { MonitFifoCheck, type MonitFifoCheckProps } from './monit/monit-fifo-check';
export { MonitFileCheck, type MonitFileCheckProps } from './monit/monit-file-check';
export { MonitFilesystemCheck, type MonitFilesystemCheckProps } from './monit/monit-filesystem-check';
export { MonitHostCheck, type MonitHostCheckProps } from './monit/monit-host-check';
export { MonitNetworkCheck, type MonitNetworkCheckProps } from './monit/monit-network-check';
export { MonitProgramCheck, type MonitProgramCheckProps } from './monit/monit-program-check';
export { MonitSystemCheck, type MonitSystemCheckProps } from './monit/monit-system-check';
export { Notifier, type NotifierProps } from './notifiers/notifier';
export { PidfileHooks, type PidfileHooksProps } from './units/pidfile-hooks';
export { Platform, type PlatformProps } from './host/platform';
export { GoodJobService, type GoodJobServiceProps } from './apps/good-job-service';
export { SolidQueueService, type SolidQueueServiceProps } from './apps/solid-queue-service';
export type { RubyProcessProps } from './apps/ruby-process';
export { RubyService, type RubyServiceProps } from './apps/ruby-service';
export { PumaService, type PumaServiceProps } from './apps/puma-service';
export { MonitResourceCheck, type MonitPathCheckProps, type MonitResourceCheckProps } from './monit/monit-resource-check';
export type { SidekiqRedis } from './sidekiq-rules/queue-reader';
export { SidekiqRule } from './sidekiq-rules/sidekiq-rule';
export {
  SidekiqRules,
  type RecommendedSidekiqLimits,
  type SidekiqDiskOptions,
  type SidekiqGaveUpOptions,
  type SidekiqLatencyOptions,
  type SidekiqMemoryOptions,
  type SidekiqRedisOptions,
  type SidekiqRuleOptions,
} from './sidekiq-rules/sidekiq-rules';
export { SidekiqService, type SidekiqServiceProps } from './apps/sidekiq-service';
export type { SidekiqProcessProps } from './apps/sidekiq-process';
export { SidekiqUserService, type SidekiqUserServiceProps } from './apps/sidekiq-user-service';
export { SlackNotifier, type SlackNotifierProps } from './notifiers/slack-notifier';
export type { ISystemdService } from './units/service-interface';
export type { RestartOrder, ServiceProps, Supervisor, SystemdServiceProps } from './units/service-props';
export { SystemdDropIn, type SystemdDropInProps, type UnitSections } from './units/systemd-drop-in';
export { SystemdService } from './units/systemd-service';
export { SystemdSlice, type SystemdSliceProps } from './units/systemd-slice';
export { SystemdSocket, type SystemdSocketProps } from './units/systemd-socket';
export { SystemdTarget, type SystemdTargetProps } from './units/systemd-target';
export { SystemdTimer, type SystemdTimerProps } from './units/systemd-timer';
export { SystemdUnit, type ReadUnitProps } from './units/systemd-unit';
export { SystemdUserManager, type SystemdUserManagerProps } from './user-units/systemd-user-manager';
export { SystemdUserService, type SystemdUserServiceProps } from './user-units/systemd-user-service';
export type { UserServiceProps } from './user-units/user-service-props';
export type { UnitProps } from './units/unit-props';
export { WebhookNotifier, type WebhookNotifierProps } from './notifiers/webhook-notifier';
