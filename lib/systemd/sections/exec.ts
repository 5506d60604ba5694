import type { Duration, Size } from '../../values';
import { timeSpan } from '../kinds/amounts';
import { cpus } from '../kinds/cpus';
import { credentialFiles } from '../kinds/credentials';
import { directories } from '../kinds/directories';
import { environment, journalFields, unsetVariables, variableNames } from '../kinds/environment';
import { addressFamilies, architectures, capabilities, namespaces, systemCalls } from '../kinds/filters';
import { byteLimit, countLimit, microsecondsLimit, niceLimit, secondsLimit } from '../kinds/limits';
import { bindMounts, temporaryFileSystems } from '../kinds/mounts';
import { logNamespace, userName, userNames } from '../kinds/names';
import { input, output, type InputWord, type OutputWord } from '../kinds/output';
import { environmentFiles, path, paths, workingDirectory } from '../kinds/paths';
import { fileMode, oneOf, wholeNumber, yesNo, yesNoOr } from '../kinds/plain';
import { text } from '../kinds/text';
import type { DirectiveTable } from '../section';
import type { AllExcept } from '../values/all-except';
import type { BindMount } from '../values/bind-mount';
import type { ResourceLimit, SoftHard } from '../values/limit';
import type { OneOrMany } from '../values/one-or-many';
import type { OptionalPath } from '../values/optional-path';
import type { Output } from '../values/output';
import type { AddressFamily } from '../values/address-family';
import type { Capability } from '../values/capability';
import type { Namespace } from '../values/namespace';

/** A level of syslog, the gravest first. */
export type SyslogLevel = 'emerg' | 'alert' | 'crit' | 'err' | 'warning' | 'notice' | 'info' | 'debug';

/** A facility of syslog that services use. */
export type SyslogFacility =
  | 'kern'
  | 'user'
  | 'mail'
  | 'daemon'
  | 'auth'
  | 'syslog'
  | 'lpr'
  | 'news'
  | 'uucp'
  | 'cron'
  | 'authpriv'
  | 'ftp'
  | 'local0'
  | 'local1'
  | 'local2'
  | 'local3'
  | 'local4'
  | 'local5'
  | 'local6'
  | 'local7';

/**
 * The environment in which processes run: who, where, with which limits and in which sandbox. Shared by services, sockets,
 * mounts and swaps. Source: systemd.exec(5).
 */
export interface ExecDirectives {
  /** The user, by name or numeric id as text. Default: root. systemd.exec(5) */
  readonly User?: string;
  /** The group. Default: the user's own. systemd.exec(5) */
  readonly Group?: string;
  /** Further groups. systemd.exec(5) */
  readonly SupplementaryGroups?: readonly string[];
  /** Whether a user is made up for as long as it runs. Default: false. Since 232. systemd.exec(5) */
  readonly DynamicUser?: boolean;
  /** Name of the PAM service whose session it gets. systemd.exec(5) */
  readonly PAMName?: string;
  /** Where processes start: an absolute path, `~` for the user's home, or an OptionalPath. Default: /. systemd.exec(5) */
  readonly WorkingDirectory?: string | OptionalPath;
  /** What processes see as /. systemd.exec(5) */
  readonly RootDirectory?: string;
  /** Permission bits that new files do not get, octal as text. Default: 0022. systemd.exec(5) */
  readonly UMask?: string;
  /** Environment variables. Values are literal; anybody on the host can read them with systemctl show: secrets belong elsewhere. systemd.exec(5) */
  readonly Environment?: Readonly<Record<string, string>>;
  /** Files with environment variables, read at each start, later ones first in rank; they win over Environment. systemd.exec(5) */
  readonly EnvironmentFile?: OneOrMany<string | OptionalPath>;
  /** Variables that it gets from systemd's own environment. Since 228. systemd.exec(5) */
  readonly PassEnvironment?: readonly string[];
  /** Variables that are taken away in the end. Since 235. systemd.exec(5) */
  readonly UnsetEnvironment?: readonly string[];

  /** Where input comes from. Default: null. systemd.exec(5) */
  readonly StandardInput?: InputWord;
  /** Where output goes: the journal, a file (Output.append), … The words with syslog are legacy for the journal. Default: journal. systemd.exec(5) */
  readonly StandardOutput?: OutputWord | Output;
  /** Where error output goes. Default: as StandardOutput (inherit). systemd.exec(5) */
  readonly StandardError?: OutputWord | Output;
  /** The name in front of its journal lines. Default: the program's name. systemd.exec(5) */
  readonly SyslogIdentifier?: string;
  /** The facility of its journal lines. Default: daemon. systemd.exec(5) */
  readonly SyslogFacility?: SyslogFacility;
  /** The level of journal lines that name none. Default: info. systemd.exec(5) */
  readonly SyslogLevel?: SyslogLevel;
  /** Whether `<3>` at the start of a line sets its level. Default: true. systemd.exec(5) */
  readonly SyslogLevelPrefix?: boolean;
  /** The least grave level that the journal keeps. Default: debug, everything. Since 236. systemd.exec(5) */
  readonly LogLevelMax?: SyslogLevel;
  /** Span in which LogRateLimitBurst counts; 0 switches the limit off. Default: journald.conf's, 30 s. Since 240. systemd.exec(5) */
  readonly LogRateLimitIntervalSec?: Duration | 'infinity';
  /** Journal lines that such a span may have. Default: journald.conf's, 10000. Since 240. systemd.exec(5) */
  readonly LogRateLimitBurst?: number;
  /** Fields that each of its journal lines gets. Since 236. systemd.exec(5) */
  readonly LogExtraFields?: Readonly<Record<string, string>>;
  /** A journal of its own. Since 245. systemd.exec(5) */
  readonly LogNamespace?: string;

  /** Priority against other processes, -20 (first) to 19. Default: 0. systemd.exec(5) */
  readonly Nice?: number;
  /** How soon the kernel kills it when memory runs out, -1000 (never) to 1000. Default: 0. systemd.exec(5) */
  readonly OOMScoreAdjust?: number;
  /** Class of its disk traffic. Default: best-effort. systemd.exec(5) */
  readonly IOSchedulingClass?: 'realtime' | 'best-effort' | 'idle';
  /** Priority in that class, 0 (first) to 7. Default: 4. systemd.exec(5) */
  readonly IOSchedulingPriority?: number;
  /** How the kernel gives it the CPU. Default: other. systemd.exec(5) */
  readonly CPUSchedulingPolicy?: 'other' | 'batch' | 'idle' | 'fifo' | 'rr';
  /** CPUs that its processes start on, by number from 0; they may choose others: see AllowedCPUs. systemd.exec(5) */
  readonly CPUAffinity?: readonly number[];
  /** Whether SIGPIPE is ignored. Default: true. systemd.exec(5) */
  readonly IgnoreSIGPIPE?: boolean;

  /** CPU time of a process, whole seconds. systemd.exec(5), setrlimit(2) */
  readonly LimitCPU?: ResourceLimit<Duration>;
  /** Size of a file that a process writes. systemd.exec(5) */
  readonly LimitFSIZE?: ResourceLimit<Size>;
  /** Size of a process's data. systemd.exec(5) */
  readonly LimitDATA?: ResourceLimit<Size>;
  /** Size of a process's stack. Default: 8 MiB, and no hard limit. systemd.exec(5) */
  readonly LimitSTACK?: ResourceLimit<Size>;
  /** Size of a core file. Default: 0, and no hard limit. systemd.exec(5) */
  readonly LimitCORE?: ResourceLimit<Size>;
  /** No effect on Linux: see MemoryMax. systemd.exec(5) */
  readonly LimitRSS?: ResourceLimit<Size>;
  /** Number of open files of a process. Default: 1024, hard 524288. systemd.exec(5) */
  readonly LimitNOFILE?: ResourceLimit<number>;
  /** Size of a process's address space. systemd.exec(5) */
  readonly LimitAS?: ResourceLimit<Size>;
  /** Number of processes of the user, counted over the whole machine: see TasksMax. systemd.exec(5) */
  readonly LimitNPROC?: ResourceLimit<number>;
  /** Memory that a process may lock. systemd.exec(5) */
  readonly LimitMEMLOCK?: ResourceLimit<Size>;
  /** Number of file locks. systemd.exec(5) */
  readonly LimitLOCKS?: ResourceLimit<number>;
  /** Number of queued signals. systemd.exec(5) */
  readonly LimitSIGPENDING?: ResourceLimit<number>;
  /** Bytes in POSIX message queues. systemd.exec(5) */
  readonly LimitMSGQUEUE?: ResourceLimit<Size>;
  /** Ceiling of the nice value as the kernel counts it, 1–40 (20 minus nice). systemd.exec(5) */
  readonly LimitNICE?: number | SoftHard<number>;
  /** Ceiling of the real-time priority. systemd.exec(5) */
  readonly LimitRTPRIO?: ResourceLimit<number>;
  /** CPU time of a real-time process without a pause, whole microseconds. systemd.exec(5) */
  readonly LimitRTTIME?: ResourceLimit<Duration>;

  /** Directories below /run that it gets, owned by its user, gone when it stops. Since 211. systemd.exec(5) */
  readonly RuntimeDirectory?: OneOrMany<string>;
  /** Their mode. Default: 0755. Since 234. systemd.exec(5) */
  readonly RuntimeDirectoryMode?: string;
  /** Whether they stay after a stop, or through a restart. Default: false. Since 235. systemd.exec(5) */
  readonly RuntimeDirectoryPreserve?: boolean | 'restart';
  /** Directories below /var/lib. Since 211. systemd.exec(5) */
  readonly StateDirectory?: OneOrMany<string>;
  /** Their mode. Default: 0755. Since 234. systemd.exec(5) */
  readonly StateDirectoryMode?: string;
  /** Directories below /var/cache. Since 211. systemd.exec(5) */
  readonly CacheDirectory?: OneOrMany<string>;
  /** Their mode. Default: 0755. Since 234. systemd.exec(5) */
  readonly CacheDirectoryMode?: string;
  /** Directories below /var/log. Since 211. systemd.exec(5) */
  readonly LogsDirectory?: OneOrMany<string>;
  /** Their mode. Default: 0755. Since 234. systemd.exec(5) */
  readonly LogsDirectoryMode?: string;
  /** Directories below /etc; they keep their owner. Since 211. systemd.exec(5) */
  readonly ConfigurationDirectory?: OneOrMany<string>;
  /** Their mode. Default: 0755. Since 234. systemd.exec(5) */
  readonly ConfigurationDirectoryMode?: string;
  /** Secrets by name and file: root reads the file, the service finds a copy in $CREDENTIALS_DIRECTORY. Since 247. systemd.exec(5) */
  readonly LoadCredential?: Readonly<Record<string, string>>;

  /** Whether programs with setuid or capabilities gain nothing. Default: false. Since 187. systemd.exec(5) */
  readonly NoNewPrivileges?: boolean;
  /** Capabilities that it can ever have; an empty list: none. Default: all. systemd.exec(5) */
  readonly CapabilityBoundingSet?: readonly (Capability | AllExcept<Capability>)[];
  /** Capabilities that it has without being root. Default: none. Since 229. systemd.exec(5) */
  readonly AmbientCapabilities?: readonly (Capability | AllExcept<Capability>)[];
  /** What is read-only: /usr and /boot (true), /etc too (full), everything (strict). Default: false. Since 214. systemd.exec(5) */
  readonly ProtectSystem?: boolean | 'full' | 'strict';
  /** Whether /home, /root and /run/user look empty (true), are read-only, or are replaced by an empty tmpfs. Default: false. Since 214. systemd.exec(5) */
  readonly ProtectHome?: boolean | 'read-only' | 'tmpfs';
  /** Paths that stay writable; they must exist unless optional. Since 231. systemd.exec(5) */
  readonly ReadWritePaths?: readonly (string | OptionalPath)[];
  /** Paths that are read-only. Since 231. systemd.exec(5) */
  readonly ReadOnlyPaths?: readonly (string | OptionalPath)[];
  /** Paths that cannot be reached. Since 231. systemd.exec(5) */
  readonly InaccessiblePaths?: readonly (string | OptionalPath)[];
  /** Paths of the host that it sees elsewhere. Since 233. systemd.exec(5) */
  readonly BindPaths?: readonly (string | BindMount)[];
  /** The same, read-only. Since 233. systemd.exec(5) */
  readonly BindReadOnlyPaths?: readonly (string | BindMount)[];
  /** Paths over which an empty tmpfs is put. Since 238. systemd.exec(5) */
  readonly TemporaryFileSystem?: readonly string[];
  /** Whether /tmp and /var/tmp are its own; `disconnected` from 257. Default: false. systemd.exec(5) */
  readonly PrivateTmp?: boolean | 'disconnected';
  /** Whether /dev holds pseudo devices only. Default: false. Since 209. systemd.exec(5) */
  readonly PrivateDevices?: boolean;
  /** Whether it has a network of its own with lo only. Default: false. systemd.exec(5) */
  readonly PrivateNetwork?: boolean;
  /** Whether it sees root, itself and nobody as users; `identity` from 257. Default: false. Since 232. systemd.exec(5) */
  readonly PrivateUsers?: boolean | 'self' | 'identity';
  /** Whether its mounts are its own. Default: false. Since 239. systemd.exec(5) */
  readonly PrivateMounts?: boolean;
  /** Whether System V and POSIX IPC objects are its own. Default: false. Since 248. systemd.exec(5) */
  readonly PrivateIPC?: boolean;
  /** Whether kernel variables in /proc and /sys are read-only. Default: false. Since 232. systemd.exec(5) */
  readonly ProtectKernelTunables?: boolean;
  /** Whether kernel modules cannot be loaded. Default: false. Since 232. systemd.exec(5) */
  readonly ProtectKernelModules?: boolean;
  /** Whether the kernel's log cannot be reached. Default: false. Since 244. systemd.exec(5) */
  readonly ProtectKernelLogs?: boolean;
  /** Whether control groups are read-only; `private` and `strict` from 257. Default: false. Since 232. systemd.exec(5) */
  readonly ProtectControlGroups?: boolean | 'private' | 'strict';
  /** Whether the clock cannot be set. Default: false. Since 245. systemd.exec(5) */
  readonly ProtectClock?: boolean;
  /** Whether the host name cannot be set; `private` from 258. Default: false. Since 242. systemd.exec(5) */
  readonly ProtectHostname?: boolean | 'private';
  /** Which other processes /proc shows. Default: default, all. Since 247. systemd.exec(5) */
  readonly ProtectProc?: 'default' | 'noaccess' | 'invisible' | 'ptraceable';
  /** Whether /proc holds only processes. Default: all. Since 247. systemd.exec(5) */
  readonly ProcSubset?: 'all' | 'pid';
  /** Families of sockets that it may open; sd_notify needs AF_UNIX. `['none']`: no socket. Default: all. Since 211. systemd.exec(5) */
  readonly RestrictAddressFamilies?: readonly (AddressFamily | 'none' | AllExcept<AddressFamily>)[];
  /** Whether it may make no namespace (true), or which ones it may. Default: false. Since 233. systemd.exec(5) */
  readonly RestrictNamespaces?: boolean | readonly (Namespace | AllExcept<Namespace>)[];
  /** Whether it cannot get real-time scheduling. Default: false. Since 231. systemd.exec(5) */
  readonly RestrictRealtime?: boolean;
  /** Whether it cannot make setuid and setgid files. Default: false. Since 242. systemd.exec(5) */
  readonly RestrictSUIDSGID?: boolean;
  /** Whether it cannot change the kernel's personality. Default: false. Since 235. systemd.exec(5) */
  readonly LockPersonality?: boolean;
  /** Whether memory cannot be both writable and executable. Aborts Ruby with YJIT. Default: false. Since 231. systemd.exec(5) */
  readonly MemoryDenyWriteExecute?: boolean;
  /** Whether IPC objects of its user are removed when it stops. Default: false. Since 232. systemd.exec(5) */
  readonly RemoveIPC?: boolean;
  /** System calls that it may make, by name or @group; AllExcept takes some away. Default: all. Since 187. systemd.exec(5) */
  readonly SystemCallFilter?: readonly (string | AllExcept)[];
  /** Architectures whose system calls it may make. Default: all. Since 209. systemd.exec(5) */
  readonly SystemCallArchitectures?: readonly string[];
  /** The error that a refused system call returns. Default: the process is killed. Since 209. systemd.exec(5) */
  readonly SystemCallErrorNumber?: 'EPERM' | 'EACCES' | 'EINVAL' | 'ENOSYS' | 'kill';
  /** Its kernel keyring. Default: private. Since 235. systemd.exec(5) */
  readonly KeyringMode?: 'inherit' | 'private' | 'shared';
}

const level = oneOf<SyslogLevel>({
  emerg: 'always',
  alert: 'always',
  crit: 'always',
  err: 'always',
  warning: 'always',
  notice: 'always',
  info: 'always',
  debug: 'always',
});

const facility = oneOf<SyslogFacility>({
  kern: 'always',
  user: 'always',
  mail: 'always',
  daemon: 'always',
  auth: 'always',
  syslog: 'always',
  lpr: 'always',
  news: 'always',
  uucp: 'always',
  cron: 'always',
  authpriv: 'always',
  ftp: 'always',
  local0: 'always',
  local1: 'always',
  local2: 'always',
  local3: 'always',
  local4: 'always',
  local5: 'always',
  local6: 'always',
  local7: 'always',
});

/** See {@link ExecDirectives}. */
export const EXEC_DIRECTIVES: DirectiveTable<ExecDirectives> = {
  User: { kind: userName },
  Group: { kind: userName },
  SupplementaryGroups: { kind: userNames },
  DynamicUser: { kind: yesNo, since: 232 },
  PAMName: { kind: text },
  WorkingDirectory: { kind: workingDirectory },
  RootDirectory: { kind: path },
  UMask: { kind: fileMode },
  Environment: { kind: environment },
  EnvironmentFile: { kind: environmentFiles },
  PassEnvironment: { kind: variableNames, since: 228 },
  UnsetEnvironment: { kind: unsetVariables, since: 235 },
  StandardInput: { kind: input },
  StandardOutput: { kind: output },
  StandardError: { kind: output },
  SyslogIdentifier: { kind: text },
  SyslogFacility: { kind: facility },
  SyslogLevel: { kind: level },
  SyslogLevelPrefix: { kind: yesNo },
  LogLevelMax: { kind: level, since: 236 },
  LogRateLimitIntervalSec: { kind: timeSpan(), since: 240 },
  LogRateLimitBurst: { kind: wholeNumber(0, 4_294_967_295), since: 240 },
  LogExtraFields: { kind: journalFields, since: 236 },
  LogNamespace: { kind: logNamespace, since: 245 },
  Nice: { kind: wholeNumber(-20, 19) },
  OOMScoreAdjust: { kind: wholeNumber(-1000, 1000) },
  IOSchedulingClass: { kind: oneOf({ realtime: 'always', 'best-effort': 'always', idle: 'always' }) },
  IOSchedulingPriority: { kind: wholeNumber(0, 7) },
  CPUSchedulingPolicy: { kind: oneOf({ other: 'always', batch: 'always', idle: 'always', fifo: 'always', rr: 'always' }) },
  CPUAffinity: { kind: cpus },
  IgnoreSIGPIPE: { kind: yesNo },
  LimitCPU: { kind: secondsLimit },
  LimitFSIZE: { kind: byteLimit },
  LimitDATA: { kind: byteLimit },
  LimitSTACK: { kind: byteLimit },
  LimitCORE: { kind: byteLimit },
  LimitRSS: { kind: byteLimit },
  LimitNOFILE: { kind: countLimit },
  LimitAS: { kind: byteLimit },
  LimitNPROC: { kind: countLimit },
  LimitMEMLOCK: { kind: byteLimit },
  LimitLOCKS: { kind: countLimit },
  LimitSIGPENDING: { kind: countLimit },
  LimitMSGQUEUE: { kind: byteLimit },
  LimitNICE: { kind: niceLimit },
  LimitRTPRIO: { kind: countLimit },
  LimitRTTIME: { kind: microsecondsLimit },
  RuntimeDirectory: { kind: directories, since: 211 },
  RuntimeDirectoryMode: { kind: fileMode, since: 234 },
  RuntimeDirectoryPreserve: { kind: yesNoOr({ restart: 'always' }), since: 235 },
  StateDirectory: { kind: directories, since: 211 },
  StateDirectoryMode: { kind: fileMode, since: 234 },
  CacheDirectory: { kind: directories, since: 211 },
  CacheDirectoryMode: { kind: fileMode, since: 234 },
  LogsDirectory: { kind: directories, since: 211 },
  LogsDirectoryMode: { kind: fileMode, since: 234 },
  ConfigurationDirectory: { kind: directories, since: 211 },
  ConfigurationDirectoryMode: { kind: fileMode, since: 234 },
  LoadCredential: { kind: credentialFiles, since: 247 },
  NoNewPrivileges: { kind: yesNo, since: 187 },
  CapabilityBoundingSet: { kind: capabilities },
  AmbientCapabilities: { kind: capabilities, since: 229 },
  ProtectSystem: { kind: yesNoOr({ full: 'always', strict: 'always' }), since: 214 },
  ProtectHome: { kind: yesNoOr({ 'read-only': 'always', tmpfs: 'always' }), since: 214 },
  ReadWritePaths: { kind: paths, since: 231 },
  ReadOnlyPaths: { kind: paths, since: 231 },
  InaccessiblePaths: { kind: paths, since: 231 },
  BindPaths: { kind: bindMounts, since: 233 },
  BindReadOnlyPaths: { kind: bindMounts, since: 233 },
  TemporaryFileSystem: { kind: temporaryFileSystems, since: 238 },
  PrivateTmp: { kind: yesNoOr({ disconnected: 257 }) },
  PrivateDevices: { kind: yesNo, since: 209 },
  PrivateNetwork: { kind: yesNo },
  PrivateUsers: { kind: yesNoOr({ self: 257, identity: 257 }), since: 232 },
  PrivateMounts: { kind: yesNo, since: 239 },
  PrivateIPC: { kind: yesNo, since: 248 },
  ProtectKernelTunables: { kind: yesNo, since: 232 },
  ProtectKernelModules: { kind: yesNo, since: 232 },
  ProtectKernelLogs: { kind: yesNo, since: 244 },
  ProtectControlGroups: { kind: yesNoOr({ private: 257, strict: 257 }), since: 232 },
  ProtectClock: { kind: yesNo, since: 245 },
  ProtectHostname: { kind: yesNoOr({ private: 258 }), since: 242 },
  ProtectProc: { kind: oneOf({ default: 'always', noaccess: 'always', invisible: 'always', ptraceable: 'always' }), since: 247 },
  ProcSubset: { kind: oneOf({ all: 'always', pid: 'always' }), since: 247 },
  RestrictAddressFamilies: { kind: addressFamilies, since: 211 },
  RestrictNamespaces: { kind: namespaces, since: 233 },
  RestrictRealtime: { kind: yesNo, since: 231 },
  RestrictSUIDSGID: { kind: yesNo, since: 242 },
  LockPersonality: { kind: yesNo, since: 235 },
  MemoryDenyWriteExecute: { kind: yesNo, since: 231 },
  RemoveIPC: { kind: yesNo, since: 232 },
  SystemCallFilter: { kind: systemCalls, since: 187 },
  SystemCallArchitectures: { kind: architectures, since: 209 },
  SystemCallErrorNumber: {
    kind: { ...oneOf({ EPERM: 'always', EACCES: 'always', EINVAL: 'always', ENOSYS: 'always', kill: 247 }), class: 'tokens' },
    since: 209,
  },
  KeyringMode: { kind: oneOf({ inherit: 'always', private: 'always', shared: 'always' }), since: 235 },
};
