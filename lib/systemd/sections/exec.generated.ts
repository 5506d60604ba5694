// Made by tools/directives from tools/directives/groups/exec.txt. Do not edit.
import { timeSpan } from '../kinds/amounts';
import { cpus } from '../kinds/cpus';
import { credentialFiles } from '../kinds/credentials';
import { directories } from '../kinds/directories';
import { environment, journalFields, unsetVariables, variableNames } from '../kinds/environment';
import { addressFamilies, architectures, capabilities, namespaces, systemCalls } from '../kinds/filters';
import { byteLimit, countLimit, microsecondsLimit, niceLimit, secondsLimit } from '../kinds/limits';
import { bindMounts, temporaryFileSystems } from '../kinds/mounts';
import { logNamespace, userName, userNames } from '../kinds/names';
import { input, output } from '../kinds/output';
import { environmentFiles, path, paths, workingDirectory } from '../kinds/paths';
import { fileMode, oneOf, tokenOf, wholeNumber, yesNo, yesNoOr } from '../kinds/plain';
import { text } from '../kinds/text';
import { facility, level } from '../kinds/vocabulary';
import type { InputWord, OutputWord } from '../kinds/output';
import type { SyslogFacility, SyslogLevel } from '../kinds/vocabulary';
import type { DirectiveTable } from '../section';
import type { AddressFamily } from '../values/address-family';
import type { AllExcept } from '../values/all-except';
import type { BindMount } from '../values/bind-mount';
import type { Capability } from '../values/capability';
import type { ResourceLimit, SoftHard } from '../values/limit';
import type { Namespace } from '../values/namespace';
import type { OneOrMany } from '../values/one-or-many';
import type { OptionalPath } from '../values/optional-path';
import type { Output } from '../values/output';
import type { Duration, Size } from '../../values';

/** The environment in which processes run: who, where, with which limits and in which sandbox. Shared by services, sockets, mounts and swaps. Source: systemd.exec(5). */
export interface ExecDirectives {
  /**
   * The user, by name or numeric id as text. Default: root.
   *
   * A name, or a numeric id as text. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#User=)
   */
  readonly User?: string;
  /**
   * The group. Default: the user's own.
   *
   * A name, or a numeric id as text. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Group=)
   */
  readonly Group?: string;
  /**
   * Further groups.
   *
   * Names, or numeric ids as text. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SupplementaryGroups=)
   */
  readonly SupplementaryGroups?: readonly string[];
  /**
   * Whether a user is made up for as long as it runs. Default: false.
   *
   * A boolean. Since 232. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#DynamicUser=)
   */
  readonly DynamicUser?: boolean;
  /**
   * Name of the PAM service whose session it gets.
   *
   * One line of text, literal. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#PAMName=)
   */
  readonly PAMName?: string;
  /**
   * Where processes start: an absolute path, `~` for the user's home, or an OptionalPath. Default: /.
   *
   * An absolute path, or `~`. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#WorkingDirectory=)
   */
  readonly WorkingDirectory?: string | OptionalPath;
  /**
   * What processes see as /.
   *
   * An absolute path. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RootDirectory=)
   */
  readonly RootDirectory?: string;
  /**
   * Permission bits that new files do not get, octal as text. Default: 0022.
   *
   * Octal digits as text. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#UMask=)
   */
  readonly UMask?: string;
  /**
   * Environment variables. Values are literal; anybody on the host can read them with systemctl show: secrets belong elsewhere.
   *
   * Names with values, literal. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Environment=)
   */
  readonly Environment?: Readonly<Record<string, string>>;
  /**
   * Files with environment variables, read at each start, later ones first in rank; they win over Environment.
   *
   * Absolute paths. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#EnvironmentFile=)
   */
  readonly EnvironmentFile?: OneOrMany<string | OptionalPath>;
  /**
   * Variables that it gets from systemd's own environment.
   *
   * Names of variables. Since 228. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#PassEnvironment=)
   */
  readonly PassEnvironment?: readonly string[];
  /**
   * Variables that are taken away in the end.
   *
   * Names of variables. Since 235. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#UnsetEnvironment=)
   */
  readonly UnsetEnvironment?: readonly string[];
  /**
   * Where input comes from. Default: null.
   *
   * A word. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#StandardInput=)
   */
  readonly StandardInput?: InputWord;
  /**
   * Where output goes: the journal, a file (Output.append), … The words with syslog are legacy for the journal. Default: journal.
   *
   * A word, or a file made by Output. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#StandardOutput=)
   */
  readonly StandardOutput?: OutputWord | Output;
  /**
   * Where error output goes. Default: as StandardOutput (inherit).
   *
   * A word, or a file made by Output. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#StandardError=)
   */
  readonly StandardError?: OutputWord | Output;
  /**
   * The name in front of its journal lines. Default: the program's name.
   *
   * One line of text, literal. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SyslogIdentifier=)
   */
  readonly SyslogIdentifier?: string;
  /**
   * The facility of its journal lines. Default: daemon.
   *
   * A word. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SyslogFacility=)
   */
  readonly SyslogFacility?: SyslogFacility;
  /**
   * The level of journal lines that name none. Default: info.
   *
   * A word. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SyslogLevel=)
   */
  readonly SyslogLevel?: SyslogLevel;
  /**
   * Whether `<3>` at the start of a line sets its level. Default: true.
   *
   * A boolean. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SyslogLevelPrefix=)
   */
  readonly SyslogLevelPrefix?: boolean;
  /**
   * The least grave level that the journal keeps. Default: debug, everything.
   *
   * A word. Since 236. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LogLevelMax=)
   */
  readonly LogLevelMax?: SyslogLevel;
  /**
   * Span in which LogRateLimitBurst counts; 0 switches the limit off. Default: journald.conf's, 30 s.
   *
   * A Duration, or `infinity`. Since 240. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LogRateLimitIntervalSec=)
   */
  readonly LogRateLimitIntervalSec?: Duration | 'infinity';
  /**
   * Journal lines that such a span may have. Default: journald.conf's, 10000.
   *
   * A whole number from 0 to 4294967295. Since 240. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LogRateLimitBurst=)
   */
  readonly LogRateLimitBurst?: number;
  /**
   * Fields that each of its journal lines gets.
   *
   * Names in capitals with values, literal. Since 236. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LogExtraFields=)
   */
  readonly LogExtraFields?: Readonly<Record<string, string>>;
  /**
   * A journal of its own.
   *
   * A name of letters and digits. Since 245. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LogNamespace=)
   */
  readonly LogNamespace?: string;
  /**
   * Priority against other processes, -20 (first) to 19. Default: 0.
   *
   * A whole number from -20 to 19. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Nice=)
   */
  readonly Nice?: number;
  /**
   * How soon the kernel kills it when memory runs out, -1000 (never) to 1000. Default: 0.
   *
   * A whole number from -1000 to 1000. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#OOMScoreAdjust=)
   */
  readonly OOMScoreAdjust?: number;
  /**
   * Class of its disk traffic. Default: best-effort.
   *
   * A word. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#IOSchedulingClass=)
   */
  readonly IOSchedulingClass?: 'realtime' | 'best-effort' | 'idle';
  /**
   * Priority in that class, 0 (first) to 7. Default: 4.
   *
   * A whole number from 0 to 7. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#IOSchedulingPriority=)
   */
  readonly IOSchedulingPriority?: number;
  /**
   * How the kernel gives it the CPU. Default: other.
   *
   * A word. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#CPUSchedulingPolicy=)
   */
  readonly CPUSchedulingPolicy?: 'other' | 'batch' | 'idle' | 'fifo' | 'rr';
  /**
   * CPUs that its processes start on, by number from 0; they may choose others: see AllowedCPUs.
   *
   * Numbers, from 0. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#CPUAffinity=)
   */
  readonly CPUAffinity?: readonly number[];
  /**
   * Whether SIGPIPE is ignored. Default: true.
   *
   * A boolean. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#IgnoreSIGPIPE=)
   */
  readonly IgnoreSIGPIPE?: boolean;
  /**
   * CPU time of a process, whole seconds.
   *
   * A Duration for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitCPU=)
   */
  readonly LimitCPU?: ResourceLimit<Duration>;
  /**
   * Size of a file that a process writes.
   *
   * A Size for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitFSIZE=)
   */
  readonly LimitFSIZE?: ResourceLimit<Size>;
  /**
   * Size of a process's data.
   *
   * A Size for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitDATA=)
   */
  readonly LimitDATA?: ResourceLimit<Size>;
  /**
   * Size of a process's stack. Default: 8 MiB, and no hard limit.
   *
   * A Size for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitSTACK=)
   */
  readonly LimitSTACK?: ResourceLimit<Size>;
  /**
   * Size of a core file. Default: 0, and no hard limit.
   *
   * A Size for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitCORE=)
   */
  readonly LimitCORE?: ResourceLimit<Size>;
  /**
   * No effect on Linux: see MemoryMax.
   *
   * A Size for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitRSS=)
   */
  readonly LimitRSS?: ResourceLimit<Size>;
  /**
   * Number of open files of a process. Default: 1024, hard 524288.
   *
   * A number for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitNOFILE=)
   */
  readonly LimitNOFILE?: ResourceLimit<number>;
  /**
   * Size of a process's address space.
   *
   * A Size for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitAS=)
   */
  readonly LimitAS?: ResourceLimit<Size>;
  /**
   * Number of processes of the user, counted over the whole machine: see TasksMax.
   *
   * A number for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitNPROC=)
   */
  readonly LimitNPROC?: ResourceLimit<number>;
  /**
   * Memory that a process may lock.
   *
   * A Size for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitMEMLOCK=)
   */
  readonly LimitMEMLOCK?: ResourceLimit<Size>;
  /**
   * Number of file locks.
   *
   * A number for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitLOCKS=)
   */
  readonly LimitLOCKS?: ResourceLimit<number>;
  /**
   * Number of queued signals.
   *
   * A number for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitSIGPENDING=)
   */
  readonly LimitSIGPENDING?: ResourceLimit<number>;
  /**
   * Bytes in POSIX message queues.
   *
   * A Size for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitMSGQUEUE=)
   */
  readonly LimitMSGQUEUE?: ResourceLimit<Size>;
  /**
   * Ceiling of the nice value as the kernel counts it, 1–40 (20 minus nice).
   *
   * A number for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitNICE=)
   */
  readonly LimitNICE?: number | SoftHard<number>;
  /**
   * Ceiling of the real-time priority.
   *
   * A number for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitRTPRIO=)
   */
  readonly LimitRTPRIO?: ResourceLimit<number>;
  /**
   * CPU time of a real-time process without a pause, whole microseconds.
   *
   * A Duration for both sides, or { soft, hard }. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LimitRTTIME=)
   */
  readonly LimitRTTIME?: ResourceLimit<Duration>;
  /**
   * Directories below /run that it gets, owned by its user, gone when it stops.
   *
   * Relative paths. Since 211. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RuntimeDirectory=)
   */
  readonly RuntimeDirectory?: OneOrMany<string>;
  /**
   * Their mode. Default: 0755.
   *
   * Octal digits as text. Since 234. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RuntimeDirectoryMode=)
   */
  readonly RuntimeDirectoryMode?: string;
  /**
   * Whether they stay after a stop, or through a restart. Default: false.
   *
   * A boolean, or a word. Since 235. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RuntimeDirectoryPreserve=)
   */
  readonly RuntimeDirectoryPreserve?: boolean | 'restart';
  /**
   * Directories below /var/lib.
   *
   * Relative paths. Since 211. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#StateDirectory=)
   */
  readonly StateDirectory?: OneOrMany<string>;
  /**
   * Their mode. Default: 0755.
   *
   * Octal digits as text. Since 234. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#StateDirectoryMode=)
   */
  readonly StateDirectoryMode?: string;
  /**
   * Directories below /var/cache.
   *
   * Relative paths. Since 211. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#CacheDirectory=)
   */
  readonly CacheDirectory?: OneOrMany<string>;
  /**
   * Their mode. Default: 0755.
   *
   * Octal digits as text. Since 234. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#CacheDirectoryMode=)
   */
  readonly CacheDirectoryMode?: string;
  /**
   * Directories below /var/log.
   *
   * Relative paths. Since 211. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LogsDirectory=)
   */
  readonly LogsDirectory?: OneOrMany<string>;
  /**
   * Their mode. Default: 0755.
   *
   * Octal digits as text. Since 234. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LogsDirectoryMode=)
   */
  readonly LogsDirectoryMode?: string;
  /**
   * Directories below /etc; they keep their owner.
   *
   * Relative paths. Since 211. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ConfigurationDirectory=)
   */
  readonly ConfigurationDirectory?: OneOrMany<string>;
  /**
   * Their mode. Default: 0755.
   *
   * Octal digits as text. Since 234. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ConfigurationDirectoryMode=)
   */
  readonly ConfigurationDirectoryMode?: string;
  /**
   * Secrets by name and file: root reads the file, the service finds a copy in $CREDENTIALS_DIRECTORY.
   *
   * Names with absolute paths. Since 247. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LoadCredential=)
   */
  readonly LoadCredential?: Readonly<Record<string, string>>;
  /**
   * Whether programs with setuid or capabilities gain nothing. Default: false.
   *
   * A boolean. Since 187. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#NoNewPrivileges=)
   */
  readonly NoNewPrivileges?: boolean;
  /**
   * Capabilities that it can ever have; an empty list: none. Default: all.
   *
   * Capabilities, or AllExcept.of some. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#CapabilityBoundingSet=)
   */
  readonly CapabilityBoundingSet?: readonly (Capability | AllExcept<Capability>)[];
  /**
   * Capabilities that it has without being root. Default: none.
   *
   * Capabilities, or AllExcept.of some. Since 229. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#AmbientCapabilities=)
   */
  readonly AmbientCapabilities?: readonly (Capability | AllExcept<Capability>)[];
  /**
   * What is read-only: /usr and /boot (true), /etc too (full), everything (strict). Default: false.
   *
   * A boolean, or a word. Since 214. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ProtectSystem=)
   */
  readonly ProtectSystem?: boolean | 'full' | 'strict';
  /**
   * Whether /home, /root and /run/user look empty (true), are read-only, or are replaced by an empty tmpfs. Default: false.
   *
   * A boolean, or a word. Since 214. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ProtectHome=)
   */
  readonly ProtectHome?: boolean | 'read-only' | 'tmpfs';
  /**
   * Paths that stay writable; they must exist unless optional.
   *
   * Absolute paths. Since 231. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ReadWritePaths=)
   */
  readonly ReadWritePaths?: readonly (string | OptionalPath)[];
  /**
   * Paths that are read-only.
   *
   * Absolute paths. Since 231. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ReadOnlyPaths=)
   */
  readonly ReadOnlyPaths?: readonly (string | OptionalPath)[];
  /**
   * Paths that cannot be reached.
   *
   * Absolute paths. Since 231. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#InaccessiblePaths=)
   */
  readonly InaccessiblePaths?: readonly (string | OptionalPath)[];
  /**
   * Paths of the host that it sees elsewhere.
   *
   * Absolute paths, or { source, destination }. Since 233. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#BindPaths=)
   */
  readonly BindPaths?: readonly (string | BindMount)[];
  /**
   * The same, read-only.
   *
   * Absolute paths, or { source, destination }. Since 233. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#BindReadOnlyPaths=)
   */
  readonly BindReadOnlyPaths?: readonly (string | BindMount)[];
  /**
   * Paths over which an empty tmpfs is put.
   *
   * Absolute paths. Since 238. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#TemporaryFileSystem=)
   */
  readonly TemporaryFileSystem?: readonly string[];
  /**
   * Whether /tmp and /var/tmp are its own; `disconnected` from 257. Default: false.
   *
   * A boolean, or a word. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#PrivateTmp=)
   */
  readonly PrivateTmp?: boolean | 'disconnected';
  /**
   * Whether /dev holds pseudo devices only. Default: false.
   *
   * A boolean. Since 209. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#PrivateDevices=)
   */
  readonly PrivateDevices?: boolean;
  /**
   * Whether it has a network of its own with lo only. Default: false.
   *
   * A boolean. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#PrivateNetwork=)
   */
  readonly PrivateNetwork?: boolean;
  /**
   * Whether it sees root, itself and nobody as users; `identity` from 257. Default: false.
   *
   * A boolean, or a word. Since 232. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#PrivateUsers=)
   */
  readonly PrivateUsers?: boolean | 'self' | 'identity';
  /**
   * Whether its mounts are its own. Default: false.
   *
   * A boolean. Since 239. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#PrivateMounts=)
   */
  readonly PrivateMounts?: boolean;
  /**
   * Whether System V and POSIX IPC objects are its own. Default: false.
   *
   * A boolean. Since 248. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#PrivateIPC=)
   */
  readonly PrivateIPC?: boolean;
  /**
   * Whether kernel variables in /proc and /sys are read-only. Default: false.
   *
   * A boolean. Since 232. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ProtectKernelTunables=)
   */
  readonly ProtectKernelTunables?: boolean;
  /**
   * Whether kernel modules cannot be loaded. Default: false.
   *
   * A boolean. Since 232. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ProtectKernelModules=)
   */
  readonly ProtectKernelModules?: boolean;
  /**
   * Whether the kernel's log cannot be reached. Default: false.
   *
   * A boolean. Since 244. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ProtectKernelLogs=)
   */
  readonly ProtectKernelLogs?: boolean;
  /**
   * Whether control groups are read-only; `private` and `strict` from 257. Default: false.
   *
   * A boolean, or a word. Since 232. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ProtectControlGroups=)
   */
  readonly ProtectControlGroups?: boolean | 'private' | 'strict';
  /**
   * Whether the clock cannot be set. Default: false.
   *
   * A boolean. Since 245. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ProtectClock=)
   */
  readonly ProtectClock?: boolean;
  /**
   * Whether the host name cannot be set; `private` from 258. Default: false.
   *
   * A boolean, or a word. Since 242. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ProtectHostname=)
   */
  readonly ProtectHostname?: boolean | 'private';
  /**
   * Which other processes /proc shows. Default: default, all.
   *
   * A word. Since 247. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ProtectProc=)
   */
  readonly ProtectProc?: 'default' | 'noaccess' | 'invisible' | 'ptraceable';
  /**
   * Whether /proc holds only processes. Default: all.
   *
   * A word. Since 247. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ProcSubset=)
   */
  readonly ProcSubset?: 'all' | 'pid';
  /**
   * Families of sockets that it may open; sd_notify needs AF_UNIX. `['none']`: no socket. Default: all.
   *
   * Families, or AllExcept.of some. Since 211. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RestrictAddressFamilies=)
   */
  readonly RestrictAddressFamilies?: readonly (AddressFamily | 'none' | AllExcept<AddressFamily>)[];
  /**
   * Whether it may make no namespace (true), or which ones it may. Default: false.
   *
   * A boolean, kinds of namespaces, or AllExcept.of some. Since 233. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RestrictNamespaces=)
   */
  readonly RestrictNamespaces?: boolean | readonly (Namespace | AllExcept<Namespace>)[];
  /**
   * Whether it cannot get real-time scheduling. Default: false.
   *
   * A boolean. Since 231. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RestrictRealtime=)
   */
  readonly RestrictRealtime?: boolean;
  /**
   * Whether it cannot make setuid and setgid files. Default: false.
   *
   * A boolean. Since 242. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RestrictSUIDSGID=)
   */
  readonly RestrictSUIDSGID?: boolean;
  /**
   * Whether it cannot change the kernel's personality. Default: false.
   *
   * A boolean. Since 235. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LockPersonality=)
   */
  readonly LockPersonality?: boolean;
  /**
   * Whether memory cannot be both writable and executable. Aborts Ruby with YJIT. Default: false.
   *
   * A boolean. Since 231. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#MemoryDenyWriteExecute=)
   */
  readonly MemoryDenyWriteExecute?: boolean;
  /**
   * Whether IPC objects of its user are removed when it stops. Default: false.
   *
   * A boolean. Since 232. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RemoveIPC=)
   */
  readonly RemoveIPC?: boolean;
  /**
   * System calls that it may make, by name or @group; AllExcept takes some away. Default: all.
   *
   * System calls, @groups, or AllExcept.of some. Since 187. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SystemCallFilter=)
   */
  readonly SystemCallFilter?: readonly (string | AllExcept)[];
  /**
   * Architectures whose system calls it may make. Default: all.
   *
   * Names of architectures. Since 209. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SystemCallArchitectures=)
   */
  readonly SystemCallArchitectures?: readonly string[];
  /**
   * The error that a refused system call returns. Default: the process is killed.
   *
   * A word. Since 209. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SystemCallErrorNumber=)
   */
  readonly SystemCallErrorNumber?: 'EPERM' | 'EACCES' | 'EINVAL' | 'ENOSYS' | 'kill';
  /**
   * Its kernel keyring. Default: private.
   *
   * A word. Since 235. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#KeyringMode=)
   */
  readonly KeyringMode?: 'inherit' | 'private' | 'shared';
  /** @deprecated Use ReadWritePaths. */
  readonly ReadWriteDirectories?: never;
  /** @deprecated Use ReadOnlyPaths. */
  readonly ReadOnlyDirectories?: never;
  /** @deprecated Use InaccessiblePaths. */
  readonly InaccessibleDirectories?: never;
  /** @deprecated Use CapabilityBoundingSet: systemd takes no notice of it. */
  readonly Capabilities?: never;
}

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
  SystemCallErrorNumber: { kind: tokenOf({ EPERM: 'always', EACCES: 'always', EINVAL: 'always', ENOSYS: 'always', kill: 247 }), since: 209 },
  KeyringMode: { kind: oneOf({ inherit: 'always', private: 'always', shared: 'always' }), since: 235 },
};
