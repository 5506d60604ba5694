// Made by tools/directives from tools/directives/groups/exec.txt. Do not edit.
import { quota, timeSlack, timeSpan } from '../kinds/amounts';
import { cpus } from '../kinds/cpus';
import { credentialFiles, credentialTexts, encryptedCredentials, importedCredentials } from '../kinds/credentials';
import { directories } from '../kinds/directories';
import { environment, journalFields, unsetVariables, variableNames } from '../kinds/environment';
import { addressFamilies, architectures, bpfWords, capabilities, fileSystems, loggedSystemCalls, namespaces, personality, systemCalls, tokensOf } from '../kinds/filters';
import { extensionImages, imageOptions, imagePolicy, mountImages, rootHash, rootHashSignature } from '../kinds/images';
import { inputData, inputText } from '../kinds/input';
import { byteLimit, countLimit, microsecondsLimit, niceLimit, secondsLimit } from '../kinds/limits';
import { logPatterns } from '../kinds/logs';
import { memoryNodes } from '../kinds/memory-nodes';
import { bindMounts, temporaryFileSystems } from '../kinds/mounts';
import { logNamespace, userName, userNames } from '../kinds/names';
import { input, output } from '../kinds/output';
import { environmentFiles, path, paths, searchPath, workingDirectory } from '../kinds/paths';
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
import type { ExtensionImage, ImageOptions, MountImage } from '../values/image';
import type { ResourceLimit, SoftHard } from '../values/limit';
import type { Namespace } from '../values/namespace';
import type { OneOrMany } from '../values/one-or-many';
import type { OptionalPath } from '../values/optional-path';
import type { Output } from '../values/output';
import type { UnitString } from '../values/specified';
import type { Duration, Percent, Size } from '../../values';

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
  readonly PAMName?: UnitString;
  /**
   * Where processes start: an absolute path, `~` for the user's home, or an OptionalPath. Default: /.
   *
   * An absolute path, or `~`. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#WorkingDirectory=)
   */
  readonly WorkingDirectory?: UnitString | OptionalPath;
  /**
   * What processes see as /.
   *
   * An absolute path. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RootDirectory=)
   */
  readonly RootDirectory?: UnitString;
  /**
   * An image of a file system that processes see as /; a file or a block device.
   *
   * An absolute path. Since 233. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RootImage=)
   */
  readonly RootImage?: UnitString;
  /**
   * Mount options of the image's partitions.
   *
   * Options by what a partition is for. Since 247. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RootImageOptions=)
   */
  readonly RootImageOptions?: ImageOptions;
  /**
   * Hash of RootImage's verity tree, as hexadecimal text, or the path of a file that holds it.
   *
   * Hexadecimal digits, or an absolute path. Since 246. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RootHash=)
   */
  readonly RootHash?: UnitString;
  /**
   * Signature of that hash: `base64:` and the text, or the path of a file.
   *
   * `base64:…`, or an absolute path. Since 246. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RootHashSignature=)
   */
  readonly RootHashSignature?: UnitString;
  /**
   * The file with the verity data of RootImage.
   *
   * An absolute path. Since 246. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RootVerity=)
   */
  readonly RootVerity?: UnitString;
  /**
   * Directories of system extensions that lie over /usr and /opt.
   *
   * Absolute paths. Since 251. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ExtensionDirectories=)
   */
  readonly ExtensionDirectories?: readonly (UnitString | OptionalPath)[];
  /**
   * Images of system extensions that lie over /usr and /opt.
   *
   * Absolute paths, or { source, optional, options }. Since 248. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ExtensionImages=)
   */
  readonly ExtensionImages?: readonly (string | ExtensionImage)[];
  /**
   * Images that are mounted for it at some place.
   *
   * Images, { source, destination }. Since 247. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#MountImages=)
   */
  readonly MountImages?: readonly MountImage[];
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
  readonly Environment?: Readonly<Record<string, UnitString>>;
  /**
   * Files with environment variables, read at each start, later ones first in rank; they win over Environment.
   *
   * Absolute paths. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#EnvironmentFile=)
   */
  readonly EnvironmentFile?: OneOrMany<UnitString | OptionalPath>;
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
   * Text that input gives, with StandardInput=data; a line break is added to each.
   *
   * Texts, literal. Since 236. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#StandardInputText=)
   */
  readonly StandardInputText?: OneOrMany<UnitString>;
  /**
   * Bytes that input gives, with StandardInput=data.
   *
   * Bytes. Since 236. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#StandardInputData=)
   */
  readonly StandardInputData?: Uint8Array;
  /**
   * The terminal for StandardInput=tty and its like. Default: /dev/console.
   *
   * An absolute path. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#TTYPath=)
   */
  readonly TTYPath?: UnitString;
  /**
   * Whether the terminal is reset before and after. Default: false.
   *
   * A boolean. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#TTYReset=)
   */
  readonly TTYReset?: boolean;
  /**
   * Whether everybody else is cut off from the terminal before and after. Default: false.
   *
   * A boolean. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#TTYVHangup=)
   */
  readonly TTYVHangup?: boolean;
  /**
   * Whether a virtual terminal is cleared before and after. Default: false.
   *
   * A boolean. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#TTYVTDisallocate=)
   */
  readonly TTYVTDisallocate?: boolean;
  /**
   * Height of the terminal in lines. Default: not set.
   *
   * A whole number from 0 to 65535. Since 250. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#TTYRows=)
   */
  readonly TTYRows?: number;
  /**
   * Width of the terminal in characters. Default: not set.
   *
   * A whole number from 0 to 65535. Since 250. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#TTYColumns=)
   */
  readonly TTYColumns?: number;
  /**
   * The name in front of its journal lines. Default: the program's name.
   *
   * One line of text, literal. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SyslogIdentifier=)
   */
  readonly SyslogIdentifier?: UnitString;
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
  readonly LogExtraFields?: Readonly<Record<string, UnitString>>;
  /**
   * Which ways to and from root's capabilities are closed, see capabilities(7). Default: none.
   *
   * Words. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SecureBits=)
   */
  readonly SecureBits?: readonly ('keep-caps' | 'keep-caps-locked' | 'no-setuid-fixup' | 'no-setuid-fixup-locked' | 'noroot' | 'noroot-locked')[];
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
   * Which mappings a core dump holds, see core(5). Default: the kernel's.
   *
   * Words. Since 246. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#CoredumpFilter=)
   */
  readonly CoredumpFilter?: readonly ('private-anonymous' | 'shared-anonymous' | 'private-file-backed' | 'shared-file-backed' | 'elf-headers' | 'private-huge' | 'shared-huge' | 'private-dax' | 'shared-dax' | 'all' | 'default')[];
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
  readonly CPUSchedulingPolicy?: 'other' | 'batch' | 'idle' | 'fifo' | 'rr' | 'ext';
  /**
   * Priority in a real-time policy (fifo, rr), 99 first.
   *
   * A whole number from 1 to 99. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#CPUSchedulingPriority=)
   */
  readonly CPUSchedulingPriority?: number;
  /**
   * Whether children fall back to ordinary priority and policy. Default: false.
   *
   * A boolean. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#CPUSchedulingResetOnFork=)
   */
  readonly CPUSchedulingResetOnFork?: boolean;
  /**
   * CPUs that its processes start on, by number from 0; they may choose others: see AllowedCPUs.
   *
   * Numbers, from 0. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#CPUAffinity=)
   */
  readonly CPUAffinity?: readonly number[];
  /**
   * How memory is taken from the nodes of the machine. Default: default.
   *
   * A word. Since 243. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#NUMAPolicy=)
   */
  readonly NUMAPolicy?: 'default' | 'preferred' | 'bind' | 'interleave' | 'local' | 'preferred-many' | 'weighted-interleave';
  /**
   * The nodes that NUMAPolicy is about.
   *
   * Numbers, from 0, or `all`. Since 243. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#NUMAMask=)
   */
  readonly NUMAMask?: readonly number[] | 'all';
  /**
   * Whether SIGPIPE is ignored. Default: true.
   *
   * A boolean. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#IgnoreSIGPIPE=)
   */
  readonly IgnoreSIGPIPE?: boolean;
  /**
   * The id of its utmp(5) record, up to 4 characters. Default: no record.
   *
   * One line of text, literal. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#UtmpIdentifier=)
   */
  readonly UtmpIdentifier?: UnitString;
  /**
   * What kind of utmp(5) record it has. Default: init.
   *
   * A word. Since 225. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#UtmpMode=)
   */
  readonly UtmpMode?: 'init' | 'login' | 'user';
  /**
   * The SELinux domain it runs in; with a `-` in front a failure is ignored.
   *
   * One line of text, literal. Since 209. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SELinuxContext=)
   */
  readonly SELinuxContext?: UnitString;
  /**
   * The AppArmor profile that it switches to; with a `-` in front a failure is ignored.
   *
   * One line of text, literal. Since 210. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#AppArmorProfile=)
   */
  readonly AppArmorProfile?: UnitString;
  /**
   * The SMACK label of its processes; with a `-` in front a failure is ignored.
   *
   * One line of text, literal. Since 218. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SmackProcessLabel=)
   */
  readonly SmackProcessLabel?: UnitString;
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
  readonly RuntimeDirectory?: OneOrMany<UnitString>;
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
  readonly StateDirectory?: OneOrMany<UnitString>;
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
  readonly CacheDirectory?: OneOrMany<UnitString>;
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
  readonly LogsDirectory?: OneOrMany<UnitString>;
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
  readonly ConfigurationDirectory?: OneOrMany<UnitString>;
  /**
   * Credentials by name with their text; anybody on the host can read them with systemctl show: secrets belong in LoadCredential.
   *
   * Names with values, literal. Since 247. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SetCredential=)
   */
  readonly SetCredential?: Readonly<Record<string, string>>;
  /**
   * Credentials by name as systemd-creds(1) encrypts them, base64 text.
   *
   * Names with base64 text. Since 250. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SetCredentialEncrypted=)
   */
  readonly SetCredentialEncrypted?: Readonly<Record<string, string>>;
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
  readonly LoadCredential?: Readonly<Record<string, UnitString>>;
  /**
   * The same as LoadCredential for files that systemd-creds(1) has encrypted.
   *
   * Names with absolute paths. Since 250. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LoadCredentialEncrypted=)
   */
  readonly LoadCredentialEncrypted?: Readonly<Record<string, UnitString>>;
  /**
   * How long `systemctl clean` may take. Default: infinity.
   *
   * A Duration, or `infinity`. Since 244. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#TimeoutCleanSec=)
   */
  readonly TimeoutCleanSec?: Duration | 'infinity';
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
   * By how much timers may be late to wake up together. Default: 50 µs.
   *
   * A Duration. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#TimerSlackNSec=)
   */
  readonly TimerSlackNSec?: Duration;
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
   * Whether mounts of the host reach it, and its own the host. Default: shared; slave where it has a view of its own.
   *
   * A word. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#MountFlags=)
   */
  readonly MountFlags?: 'shared' | 'slave' | 'private';
  /**
   * Whether /proc, /sys, /dev and /run are mounted in its own root. Default: true with a root of its own.
   *
   * A boolean. Since 233. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#MountAPIVFS=)
   */
  readonly MountAPIVFS?: boolean;
  /**
   * The architecture that uname(2) reports. Default: the machine's own.
   *
   * A word. Since 209. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Personality=)
   */
  readonly Personality?: string;
  /**
   * Paths that stay writable; they must exist unless optional.
   *
   * Absolute paths. Since 231. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ReadWritePaths=)
   */
  readonly ReadWritePaths?: readonly (UnitString | OptionalPath)[];
  /**
   * Paths that are read-only.
   *
   * Absolute paths. Since 231. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ReadOnlyPaths=)
   */
  readonly ReadOnlyPaths?: readonly (UnitString | OptionalPath)[];
  /**
   * Paths that cannot be reached.
   *
   * Absolute paths. Since 231. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#InaccessiblePaths=)
   */
  readonly InaccessiblePaths?: readonly (UnitString | OptionalPath)[];
  /**
   * Paths from which programs may be run though NoExecPaths is above them.
   *
   * Absolute paths. Since 248. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ExecPaths=)
   */
  readonly ExecPaths?: readonly (UnitString | OptionalPath)[];
  /**
   * Paths from which no program may be run.
   *
   * Absolute paths. Since 248. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#NoExecPaths=)
   */
  readonly NoExecPaths?: readonly (UnitString | OptionalPath)[];
  /**
   * Directories in which programs with bare names are looked up, first ones first.
   *
   * Absolute paths. Since 250. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ExecSearchPath=)
   */
  readonly ExecSearchPath?: readonly UnitString[];
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
   * Whether it sees root, itself and nobody as users; `full` sees all, `managed` gets a range of its own. Default: false.
   *
   * A boolean, or a word. Since 232. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#PrivateUsers=)
   */
  readonly PrivateUsers?: boolean | 'self' | 'identity' | 'full' | 'managed';
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
   * The file of a network namespace that it joins.
   *
   * An absolute path. Since 242. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#NetworkNamespacePath=)
   */
  readonly NetworkNamespacePath?: UnitString;
  /**
   * The file of an IPC namespace that it joins.
   *
   * An absolute path. Since 248. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#IPCNamespacePath=)
   */
  readonly IPCNamespacePath?: UnitString;
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
   * What RootImage must be protected by, see systemd.image-policy(7). Default: `*`.
   *
   * A policy as text. Since 254. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RootImagePolicy=)
   */
  readonly RootImagePolicy?: string;
  /**
   * Whether the root is a copy that is thrown away in the end. Default: false.
   *
   * A boolean. Since 254. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RootEphemeral=)
   */
  readonly RootEphemeral?: boolean;
  /**
   * What ExtensionImages must be protected by, see systemd.image-policy(7).
   *
   * A policy as text. Since 254. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ExtensionImagePolicy=)
   */
  readonly ExtensionImagePolicy?: string;
  /**
   * What MountImages must be protected by, see systemd.image-policy(7).
   *
   * A policy as text. Since 254. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#MountImagePolicy=)
   */
  readonly MountImagePolicy?: string;
  /**
   * Whether HOME, LOGNAME, USER and SHELL are set. Default: true where User, DynamicUser or PAMName are.
   *
   * A boolean. Since 255. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SetLoginEnvironment=)
   */
  readonly SetLoginEnvironment?: boolean;
  /**
   * Regular expressions (PCRE2) of messages that the journal keeps; AllExcept drops those that match.
   *
   * Regular expressions, or AllExcept.of some. Since 253. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LogFilterPatterns=)
   */
  readonly LogFilterPatterns?: readonly (string | AllExcept)[];
  /**
   * Whether it sees its own processes only, of which the first has number 1. Default: false.
   *
   * A boolean. Since 257. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#PrivatePIDs=)
   */
  readonly PrivatePIDs?: boolean;
  /**
   * Whether it sees the journal's sockets though its view is its own. Default: true where that is needed.
   *
   * A boolean. Since 257. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#BindLogSockets=)
   */
  readonly BindLogSockets?: boolean;
  /**
   * Names, with `*` at their ends, of credentials of the machine that it gets.
   *
   * Names. Since 254. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ImportCredential=)
   */
  readonly ImportCredential?: readonly string[];
  /**
   * Whether the kernel may merge its equal pages of memory. Default: the kernel's.
   *
   * A boolean. Since 254. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#MemoryKSM=)
   */
  readonly MemoryKSM?: boolean;
  /**
   * A directory whose name ends in .mstack, of which layers make up the root.
   *
   * An absolute path. Since 260. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RootMStack=)
   */
  readonly RootMStack?: UnitString;
  /**
   * Whether /sys/fs/bpf is its own. Default: false.
   *
   * A boolean. Since 258. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#PrivateBPF=)
   */
  readonly PrivateBPF?: boolean;
  /**
   * Commands of bpf(2) that it may use in its own /sys/fs/bpf, or `any`.
   *
   * Names as systemd spells them. Since 258. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#BPFDelegateCommands=)
   */
  readonly BPFDelegateCommands?: readonly string[];
  /**
   * Types of BPF maps that it may make there, or `any`.
   *
   * Names as systemd spells them. Since 258. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#BPFDelegateMaps=)
   */
  readonly BPFDelegateMaps?: readonly string[];
  /**
   * Types of BPF programs that it may load there, or `any`.
   *
   * Names as systemd spells them. Since 258. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#BPFDelegatePrograms=)
   */
  readonly BPFDelegatePrograms?: readonly string[];
  /**
   * Where it may attach BPF programs from there, or `any`.
   *
   * Names as systemd spells them. Since 258. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#BPFDelegateAttachments=)
   */
  readonly BPFDelegateAttachments?: readonly string[];
  /**
   * Kinds of namespaces that its own user namespace owns, or a boolean for all. Default: false.
   *
   * A boolean, kinds of namespaces, or AllExcept.of some. Since 258. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#DelegateNamespaces=)
   */
  readonly DelegateNamespaces?: boolean | readonly (Namespace | AllExcept<Namespace>)[];
  /**
   * The file of a user namespace that it joins.
   *
   * An absolute path. Since 259. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#UserNamespacePath=)
   */
  readonly UserNamespacePath?: UnitString;
  /**
   * Whether disk use of its StateDirectory is counted. Default: false.
   *
   * A boolean. Since 258. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#StateDirectoryAccounting=)
   */
  readonly StateDirectoryAccounting?: boolean;
  /**
   * What its StateDirectory may take. Default: off.
   *
   * A Size above zero, a Percent, or `off`. Since 258. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#StateDirectoryQuota=)
   */
  readonly StateDirectoryQuota?: Size | Percent | 'off';
  /**
   * Whether disk use of its CacheDirectory is counted. Default: false.
   *
   * A boolean. Since 258. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#CacheDirectoryAccounting=)
   */
  readonly CacheDirectoryAccounting?: boolean;
  /**
   * What its CacheDirectory may take. Default: off.
   *
   * A Size above zero, a Percent, or `off`. Since 258. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#CacheDirectoryQuota=)
   */
  readonly CacheDirectoryQuota?: Size | Percent | 'off';
  /**
   * Whether disk use of its LogsDirectory is counted. Default: false.
   *
   * A boolean. Since 258. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LogsDirectoryAccounting=)
   */
  readonly LogsDirectoryAccounting?: boolean;
  /**
   * What its LogsDirectory may take. Default: off.
   *
   * A Size above zero, a Percent, or `off`. Since 258. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#LogsDirectoryQuota=)
   */
  readonly LogsDirectoryQuota?: Size | Percent | 'off';
  /**
   * How its memory uses huge pages. Default: inherit.
   *
   * A word. Since 260. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#MemoryTHP=)
   */
  readonly MemoryTHP?: 'inherit' | 'disable' | 'madvise' | 'system';
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
   * File systems that it may use, by name or @group; AllExcept takes some away. Default: all.
   *
   * File systems, @groups, or AllExcept.of some. Since 250. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#RestrictFileSystems=)
   */
  readonly RestrictFileSystems?: readonly (string | AllExcept)[];
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
   * System calls that are written into the log; AllExcept takes some away. Default: none.
   *
   * System calls, @groups, or AllExcept.of some. Since 247. [systemd.exec(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SystemCallLog=)
   */
  readonly SystemCallLog?: readonly (string | AllExcept)[];
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
  RootImage: { kind: path, since: 233 },
  RootImageOptions: { kind: imageOptions, since: 247 },
  RootHash: { kind: rootHash, since: 246 },
  RootHashSignature: { kind: rootHashSignature, since: 246 },
  RootVerity: { kind: path, since: 246 },
  ExtensionDirectories: { kind: paths, since: 251 },
  ExtensionImages: { kind: extensionImages, since: 248 },
  MountImages: { kind: mountImages, since: 247 },
  UMask: { kind: fileMode },
  Environment: { kind: environment },
  EnvironmentFile: { kind: environmentFiles },
  PassEnvironment: { kind: variableNames, since: 228 },
  UnsetEnvironment: { kind: unsetVariables, since: 235 },
  StandardInput: { kind: input },
  StandardOutput: { kind: output },
  StandardError: { kind: output },
  StandardInputText: { kind: inputText, since: 236 },
  StandardInputData: { kind: inputData, since: 236 },
  TTYPath: { kind: path },
  TTYReset: { kind: yesNo },
  TTYVHangup: { kind: yesNo },
  TTYVTDisallocate: { kind: yesNo },
  TTYRows: { kind: wholeNumber(0, 65535), since: 250 },
  TTYColumns: { kind: wholeNumber(0, 65535), since: 250 },
  SyslogIdentifier: { kind: text },
  SyslogFacility: { kind: facility },
  SyslogLevel: { kind: level },
  SyslogLevelPrefix: { kind: yesNo },
  LogLevelMax: { kind: level, since: 236 },
  LogRateLimitIntervalSec: { kind: timeSpan(), since: 240 },
  LogRateLimitBurst: { kind: wholeNumber(0, 4294967295), since: 240 },
  LogExtraFields: { kind: journalFields, since: 236 },
  SecureBits: { kind: tokensOf('keep-caps', 'keep-caps-locked', 'no-setuid-fixup', 'no-setuid-fixup-locked', 'noroot', 'noroot-locked') },
  LogNamespace: { kind: logNamespace, since: 245 },
  Nice: { kind: wholeNumber(-20, 19) },
  OOMScoreAdjust: { kind: wholeNumber(-1000, 1000) },
  CoredumpFilter: { kind: tokensOf('private-anonymous', 'shared-anonymous', 'private-file-backed', 'shared-file-backed', 'elf-headers', 'private-huge', 'shared-huge', 'private-dax', 'shared-dax', 'all', 'default'), since: 246 },
  IOSchedulingClass: { kind: oneOf({ realtime: 'always', 'best-effort': 'always', idle: 'always' }) },
  IOSchedulingPriority: { kind: wholeNumber(0, 7) },
  CPUSchedulingPolicy: { kind: oneOf({ other: 'always', batch: 'always', idle: 'always', fifo: 'always', rr: 'always', ext: 258 }) },
  CPUSchedulingPriority: { kind: wholeNumber(1, 99) },
  CPUSchedulingResetOnFork: { kind: yesNo },
  CPUAffinity: { kind: cpus },
  NUMAPolicy: { kind: oneOf({ default: 'always', preferred: 'always', bind: 'always', interleave: 'always', local: 'always', 'preferred-many': 262, 'weighted-interleave': 262 }), since: 243 },
  NUMAMask: { kind: memoryNodes, since: 243 },
  IgnoreSIGPIPE: { kind: yesNo },
  UtmpIdentifier: { kind: text },
  UtmpMode: { kind: oneOf({ init: 'always', login: 'always', user: 'always' }), since: 225 },
  SELinuxContext: { kind: text, since: 209 },
  AppArmorProfile: { kind: text, since: 210 },
  SmackProcessLabel: { kind: text, since: 218 },
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
  SetCredential: { kind: credentialTexts, since: 247 },
  SetCredentialEncrypted: { kind: encryptedCredentials, since: 250 },
  ConfigurationDirectoryMode: { kind: fileMode, since: 234 },
  LoadCredential: { kind: credentialFiles, since: 247 },
  LoadCredentialEncrypted: { kind: credentialFiles, since: 250 },
  TimeoutCleanSec: { kind: timeSpan(), since: 244 },
  NoNewPrivileges: { kind: yesNo, since: 187 },
  CapabilityBoundingSet: { kind: capabilities },
  AmbientCapabilities: { kind: capabilities, since: 229 },
  TimerSlackNSec: { kind: timeSlack },
  ProtectSystem: { kind: yesNoOr({ full: 'always', strict: 'always' }), since: 214 },
  ProtectHome: { kind: yesNoOr({ 'read-only': 'always', tmpfs: 'always' }), since: 214 },
  MountFlags: { kind: oneOf({ shared: 'always', slave: 'always', private: 'always' }) },
  MountAPIVFS: { kind: yesNo, since: 233 },
  Personality: { kind: personality, since: 209 },
  ReadWritePaths: { kind: paths, since: 231 },
  ReadOnlyPaths: { kind: paths, since: 231 },
  InaccessiblePaths: { kind: paths, since: 231 },
  ExecPaths: { kind: paths, since: 248 },
  NoExecPaths: { kind: paths, since: 248 },
  ExecSearchPath: { kind: searchPath, since: 250 },
  BindPaths: { kind: bindMounts, since: 233 },
  BindReadOnlyPaths: { kind: bindMounts, since: 233 },
  TemporaryFileSystem: { kind: temporaryFileSystems, since: 238 },
  PrivateTmp: { kind: yesNoOr({ disconnected: 257 }) },
  PrivateDevices: { kind: yesNo, since: 209 },
  PrivateNetwork: { kind: yesNo },
  PrivateUsers: { kind: yesNoOr({ self: 257, identity: 257, full: 258, managed: 259 }), since: 232 },
  PrivateMounts: { kind: yesNo, since: 239 },
  PrivateIPC: { kind: yesNo, since: 248 },
  ProtectKernelTunables: { kind: yesNo, since: 232 },
  ProtectKernelModules: { kind: yesNo, since: 232 },
  ProtectKernelLogs: { kind: yesNo, since: 244 },
  ProtectControlGroups: { kind: yesNoOr({ private: 257, strict: 257 }), since: 232 },
  NetworkNamespacePath: { kind: path, since: 242 },
  IPCNamespacePath: { kind: path, since: 248 },
  ProtectClock: { kind: yesNo, since: 245 },
  ProtectHostname: { kind: yesNoOr({ private: 258 }), since: 242 },
  RootImagePolicy: { kind: imagePolicy, since: 254 },
  RootEphemeral: { kind: yesNo, since: 254 },
  ExtensionImagePolicy: { kind: imagePolicy, since: 254 },
  MountImagePolicy: { kind: imagePolicy, since: 254 },
  SetLoginEnvironment: { kind: yesNo, since: 255 },
  LogFilterPatterns: { kind: logPatterns, since: 253 },
  PrivatePIDs: { kind: yesNo, since: 257 },
  BindLogSockets: { kind: yesNo, since: 257 },
  ImportCredential: { kind: importedCredentials, since: 254 },
  MemoryKSM: { kind: yesNo, since: 254 },
  RootMStack: { kind: path, since: 260 },
  PrivateBPF: { kind: yesNo, since: 258 },
  BPFDelegateCommands: { kind: bpfWords, since: 258 },
  BPFDelegateMaps: { kind: bpfWords, since: 258 },
  BPFDelegatePrograms: { kind: bpfWords, since: 258 },
  BPFDelegateAttachments: { kind: bpfWords, since: 258 },
  DelegateNamespaces: { kind: namespaces, since: 258 },
  UserNamespacePath: { kind: path, since: 259 },
  StateDirectoryAccounting: { kind: yesNo, since: 258 },
  StateDirectoryQuota: { kind: quota, since: 258 },
  CacheDirectoryAccounting: { kind: yesNo, since: 258 },
  CacheDirectoryQuota: { kind: quota, since: 258 },
  LogsDirectoryAccounting: { kind: yesNo, since: 258 },
  LogsDirectoryQuota: { kind: quota, since: 258 },
  MemoryTHP: { kind: oneOf({ inherit: 'always', disable: 'always', madvise: 'always', system: 'always' }), since: 260 },
  ProtectProc: { kind: oneOf({ default: 'always', noaccess: 'always', invisible: 'always', ptraceable: 'always' }), since: 247 },
  ProcSubset: { kind: oneOf({ all: 'always', pid: 'always' }), since: 247 },
  RestrictAddressFamilies: { kind: addressFamilies, since: 211 },
  RestrictNamespaces: { kind: namespaces, since: 233 },
  RestrictRealtime: { kind: yesNo, since: 231 },
  RestrictSUIDSGID: { kind: yesNo, since: 242 },
  LockPersonality: { kind: yesNo, since: 235 },
  RestrictFileSystems: { kind: fileSystems, since: 250 },
  MemoryDenyWriteExecute: { kind: yesNo, since: 231 },
  RemoveIPC: { kind: yesNo, since: 232 },
  SystemCallFilter: { kind: systemCalls, since: 187 },
  SystemCallArchitectures: { kind: architectures, since: 209 },
  SystemCallErrorNumber: { kind: tokenOf({ EPERM: 'always', EACCES: 'always', EINVAL: 'always', ENOSYS: 'always', kill: 247 }), since: 209 },
  SystemCallLog: { kind: loggedSystemCalls, since: 247 },
  KeyringMode: { kind: oneOf({ inherit: 'always', private: 'always', shared: 'always' }), since: 235 },
};
