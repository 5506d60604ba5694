export { EVENTS } from './alerts';
export type { Alert, EventName, MailAddress, MailFormat } from './alerts';
export type {
  Check,
  CheckBase,
  DirectoryCheck,
  Every,
  FifoCheck,
  FileCheck,
  FilesystemCheck,
  HostCheck,
  NetworkCheck,
  NetworkFinder,
  OnReboot,
  ProcessCheck,
  ProcessFinder,
  ProgramCheck,
  SystemCheck,
} from './checks';
export type { ControlFile, ControlFileData, Statement } from './control-file';
export type { HttpdAllow, HttpdPort, HttpdSocket, SetHttpd } from './httpd';
export { SIZE_LIMITS, TIME_LIMITS, type SetLimits } from './limits';
export type { Program } from './program';
export type {
  DirectoryRule,
  EventRule,
  FifoRule,
  FileRule,
  FilesystemRule,
  HostRule,
  LimitRule,
  NetworkRule,
  ProcessRule,
  ProgramRule,
  Rate,
  Recovery,
  Rule,
  RuleOf,
  StateRule,
  SystemRule,
} from './rules';
export type { MailServer, MmonitServer, SetMailServer, SetMmonit } from './servers';
export { SYSLOG_FACILITIES } from './settings';
export type {
  Include,
  SetAlert,
  SetDaemon,
  SetEventQueue,
  SetFile,
  SetFlag,
  SetLog,
  SetMailFormat,
  SetOnReboot,
  SetSsl,
  Setting,
  SyslogFacility,
} from './settings';
