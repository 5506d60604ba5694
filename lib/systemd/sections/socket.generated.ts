// Made by tools/directives from tools/directives/groups/socket.txt. Do not edit.
import { byteSize, timeSpan } from '../kinds/amounts';
import { extendedAttributes } from '../kinds/attributes';
import { commands } from '../kinds/exec';
import { plainWord } from '../kinds/filters';
import { userName } from '../kinds/names';
import { plainPaths } from '../kinds/paths';
import { fileMode, oneOf, wholeNumber, yesNo, yesNoOr } from '../kinds/plain';
import { fileDescriptorName, listenPaths, messageQueues, netlinks, networkInterface, streamAddresses, typeOfService, unixAddresses } from '../kinds/sockets';
import { text } from '../kinds/text';
import { unitOfType } from '../kinds/units';
import type { ExecCommand } from '../exec';
import type { DirectiveTable } from '../section';
import type { OneOrMany } from '../values/one-or-many';
import type { UnitString } from '../values/specified';
import type { Duration, Size } from '../../values';

/** What only sockets have. Source: systemd.socket(5). */
export interface SocketOnlyDirectives {
  /**
   * Where it listens for streams (TCP): a port, `address:port`, `[address]:port`, a path, `@abstract`, `vsock:cid:port`.
   *
   * Ports, or addresses as text. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ListenStream=)
   */
  readonly ListenStream?: OneOrMany<number | UnitString>;
  /**
   * Where it listens for datagrams (UDP): as ListenStream.
   *
   * Ports, or addresses as text. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ListenDatagram=)
   */
  readonly ListenDatagram?: OneOrMany<number | UnitString>;
  /**
   * Where it listens for sequential packets: a path, `@abstract`, `vsock:cid:port`.
   *
   * Addresses as text. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ListenSequentialPacket=)
   */
  readonly ListenSequentialPacket?: OneOrMany<UnitString>;
  /**
   * Named pipes that it makes and reads.
   *
   * Absolute paths. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ListenFIFO=)
   */
  readonly ListenFIFO?: OneOrMany<UnitString>;
  /**
   * Netlink families that it listens to, with the number of a group: `kobject-uevent 1`.
   *
   * Families, with numbers of groups. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ListenNetlink=)
   */
  readonly ListenNetlink?: OneOrMany<string>;
  /**
   * Character devices and files of /proc and /sys that it reads.
   *
   * Absolute paths. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ListenSpecial=)
   */
  readonly ListenSpecial?: OneOrMany<UnitString>;
  /**
   * POSIX message queues that it makes and reads: `/name`.
   *
   * Names with a slash in front. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ListenMessageQueue=)
   */
  readonly ListenMessageQueue?: OneOrMany<string>;
  /**
   * Mount points of USB functions, see functionfs.
   *
   * Absolute paths. Since 227. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ListenUSBFunction=)
   */
  readonly ListenUSBFunction?: OneOrMany<UnitString>;
  /**
   * A protocol other than TCP or UDP.
   *
   * A word. Since 229. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#SocketProtocol=)
   */
  readonly SocketProtocol?: 'udplite' | 'sctp' | 'mptcp';
  /**
   * Whether an IPv6 socket takes IPv4 too. Default: default, what the kernel says.
   *
   * A word. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#BindIPv6Only=)
   */
  readonly BindIPv6Only?: 'default' | 'both' | 'ipv6-only';
  /**
   * Number of connections that wait to be accepted. Default: 4294967295, up to the kernel's.
   *
   * A whole number from 0 to 4294967295. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#Backlog=)
   */
  readonly Backlog?: number;
  /**
   * The network interface it listens on.
   *
   * The name of an interface. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#BindToDevice=)
   */
  readonly BindToDevice?: string;
  /**
   * Commands before it listens.
   *
   * Commands made by Exec.command. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ExecStartPre=)
   */
  readonly ExecStartPre?: OneOrMany<ExecCommand>;
  /**
   * Commands once it listens.
   *
   * Commands made by Exec.command. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ExecStartPost=)
   */
  readonly ExecStartPost?: OneOrMany<ExecCommand>;
  /**
   * Commands before it stops to listen.
   *
   * Commands made by Exec.command. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ExecStopPre=)
   */
  readonly ExecStopPre?: OneOrMany<ExecCommand>;
  /**
   * Commands once it has stopped.
   *
   * Commands made by Exec.command. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ExecStopPost=)
   */
  readonly ExecStopPost?: OneOrMany<ExecCommand>;
  /**
   * Owner of its sockets and pipes in the file system. Default: root.
   *
   * A name, or a numeric id as text. Since 214. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#SocketUser=)
   */
  readonly SocketUser?: string;
  /**
   * Group of its sockets and pipes in the file system. Default: root.
   *
   * A name, or a numeric id as text. Since 214. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#SocketGroup=)
   */
  readonly SocketGroup?: string;
  /**
   * Mode of its sockets and pipes in the file system. Default: 0666.
   *
   * Octal digits as text. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#SocketMode=)
   */
  readonly SocketMode?: string;
  /**
   * Mode of the directories that are made for them. Default: 0755.
   *
   * Octal digits as text. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#DirectoryMode=)
   */
  readonly DirectoryMode?: string;
  /**
   * Whether systemd accepts, and starts an instance of a template for each connection. Default: false.
   *
   * A boolean. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#Accept=)
   */
  readonly Accept?: boolean;
  /**
   * Whether what is left in the socket when its service ends is thrown away. Default: false.
   *
   * A boolean. Since 247. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#FlushPending=)
   */
  readonly FlushPending?: boolean;
  /**
   * Whether ListenSpecial opens for writing too. Default: false.
   *
   * A boolean. Since 227. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#Writable=)
   */
  readonly Writable?: boolean;
  /**
   * Number of connections at a time, with Accept. Default: 64.
   *
   * A whole number from 0 to 4294967295. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#MaxConnections=)
   */
  readonly MaxConnections?: number;
  /**
   * The same for one address or user; 0: no limit. Default: 0.
   *
   * A whole number from 0 to 4294967295. Since 232. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#MaxConnectionsPerSource=)
   */
  readonly MaxConnectionsPerSource?: number;
  /**
   * Whether TCP asks whether the other side still is there. Default: false.
   *
   * A boolean. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#KeepAlive=)
   */
  readonly KeepAlive?: boolean;
  /**
   * How long a connection is silent before it asks. Default: 2 h.
   *
   * A Duration, or `infinity`. Since 216. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#KeepAliveTimeSec=)
   */
  readonly KeepAliveTimeSec?: Duration | 'infinity';
  /**
   * Pause between such questions. Default: 75 s.
   *
   * A Duration, or `infinity`. Since 216. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#KeepAliveIntervalSec=)
   */
  readonly KeepAliveIntervalSec?: Duration | 'infinity';
  /**
   * Number of questions without an answer that end the connection. Default: 9.
   *
   * A whole number from 0 to 4294967295. Since 216. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#KeepAliveProbes=)
   */
  readonly KeepAliveProbes?: number;
  /**
   * How long a connection may be without data before it is accepted; 0: at once. Default: 0.
   *
   * A Duration, or `infinity`. Since 216. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#DeferAcceptSec=)
   */
  readonly DeferAcceptSec?: Duration | 'infinity';
  /**
   * Whether small packets are sent at once. Default: false.
   *
   * A boolean. Since 216. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#NoDelay=)
   */
  readonly NoDelay?: boolean;
  /**
   * Priority of its packets (SO_PRIORITY).
   *
   * A whole number from -2147483648 to 2147483647. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#Priority=)
   */
  readonly Priority?: number;
  /**
   * Size of the buffer for what comes in. Default: the kernel's.
   *
   * A Size. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ReceiveBuffer=)
   */
  readonly ReceiveBuffer?: Size;
  /**
   * Size of the buffer for what goes out. Default: the kernel's.
   *
   * A Size. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#SendBuffer=)
   */
  readonly SendBuffer?: Size;
  /**
   * Type-of-service byte of its packets.
   *
   * A number from 0 to 255, or a word. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#IPTOS=)
   */
  readonly IPTOS?: number | 'low-delay' | 'throughput' | 'reliability' | 'low-cost';
  /**
   * Time to live of its packets. Default: the kernel's, 64.
   *
   * A whole number from 1 to 255. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#IPTTL=)
   */
  readonly IPTTL?: number;
  /**
   * Mark of its packets for the firewall (SO_MARK).
   *
   * A whole number from -2147483648 to 2147483647. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#Mark=)
   */
  readonly Mark?: number;
  /**
   * Size of the buffer of its named pipes. Default: the kernel's.
   *
   * A Size. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#PipeSize=)
   */
  readonly PipeSize?: Size;
  /**
   * Whether it may listen on addresses that the machine does not have yet. Default: false.
   *
   * A boolean. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#FreeBind=)
   */
  readonly FreeBind?: boolean;
  /**
   * Whether it may listen on others' addresses, for proxies. Default: false.
   *
   * A boolean. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#Transparent=)
   */
  readonly Transparent?: boolean;
  /**
   * Whether datagrams may go to all. Default: false.
   *
   * A boolean. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#Broadcast=)
   */
  readonly Broadcast?: boolean;
  /**
   * Whether a Unix socket's receiver sees who sends. Default: false.
   *
   * A boolean. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#PassCredentials=)
   */
  readonly PassCredentials?: boolean;
  /**
   * Whether the receiver sees the sender's security label. Default: false.
   *
   * A boolean. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#PassSecurity=)
   */
  readonly PassSecurity?: boolean;
  /**
   * Whether the receiver sees to which address and interface a packet came. Default: false.
   *
   * A boolean. Since 246. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#PassPacketInfo=)
   */
  readonly PassPacketInfo?: boolean;
  /**
   * Whether packets come with the time of their arrival. Default: off.
   *
   * A word. Since 247. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#Timestamping=)
   */
  readonly Timestamping?: 'off' | 'us' | 'ns';
  /**
   * TCP's congestion control: `cubic`, `bbr`. Default: the kernel's.
   *
   * A word. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#TCPCongestion=)
   */
  readonly TCPCongestion?: string;
  /**
   * Whether several sockets may listen on the port. Default: false.
   *
   * A boolean. Since 206. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#ReusePort=)
   */
  readonly ReusePort?: boolean;
  /**
   * Number of messages that a queue holds. Default: 10.
   *
   * A whole number from 1 to 2147483647. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#MessageQueueMaxMessages=)
   */
  readonly MessageQueueMaxMessages?: number;
  /**
   * Bytes of a message in a queue. Default: 8192.
   *
   * A whole number from 1 to 2147483647. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#MessageQueueMessageSize=)
   */
  readonly MessageQueueMessageSize?: number;
  /**
   * Whether its sockets, pipes and links in the file system go when it stops. Default: false.
   *
   * A boolean. Since 214. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#RemoveOnStop=)
   */
  readonly RemoveOnStop?: boolean;
  /**
   * Links that are made to its socket or pipe.
   *
   * Absolute paths. Since 214. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#Symlinks=)
   */
  readonly Symlinks?: OneOrMany<UnitString>;
  /**
   * The name by which its service finds it ($LISTEN_FDNAMES). Default: the socket unit's name.
   *
   * A name of printable ASCII. Since 227. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#FileDescriptorName=)
   */
  readonly FileDescriptorName?: UnitString;
  /**
   * The service that is started, without Accept. Default: that of the same name.
   *
   * The full name of a unit, `*.service`. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#Service=)
   */
  readonly Service?: UnitString;
  /**
   * Span in which TriggerLimitBurst counts. Default: 2 s.
   *
   * A Duration, or `infinity`. Since 230. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#TriggerLimitIntervalSec=)
   */
  readonly TriggerLimitIntervalSec?: Duration | 'infinity';
  /**
   * How many starts that span may have before the socket fails; 0: no limit. Default: 200 with Accept, else 20.
   *
   * A whole number from 0 to 4294967295. Since 230. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#TriggerLimitBurst=)
   */
  readonly TriggerLimitBurst?: number;
  /**
   * SMACK label of its pipe or socket in the file system.
   *
   * One line of text, literal. Since 196. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#SmackLabel=)
   */
  readonly SmackLabel?: UnitString;
  /**
   * SMACK label of packets that come in.
   *
   * One line of text, literal. Since 196. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#SmackLabelIPIn=)
   */
  readonly SmackLabelIPIn?: UnitString;
  /**
   * SMACK label of packets that go out.
   *
   * One line of text, literal. Since 196. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#SmackLabelIPOut=)
   */
  readonly SmackLabelIPOut?: UnitString;
  /**
   * Whether the SELinux label of the other side becomes part of its service's. Default: false.
   *
   * A boolean. Since 217. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#SELinuxContextFromNet=)
   */
  readonly SELinuxContextFromNet?: boolean;
  /**
   * Whether ExecStartPost, ExecStopPre and ExecStopPost get the sockets. Default: false.
   *
   * A boolean. Since 256. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#PassFileDescriptorsToExec=)
   */
  readonly PassFileDescriptorsToExec?: boolean;
  /**
   * Span in which PollLimitBurst counts. Default: 2 s.
   *
   * A Duration, or `infinity`. Since 255. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#PollLimitIntervalSec=)
   */
  readonly PollLimitIntervalSec?: Duration | 'infinity';
  /**
   * How many events that span may have before the socket pauses; 0: no limit. Default: 150 with Accept, else 15.
   *
   * A whole number from 0 to 4294967295. Since 255. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#PollLimitBurst=)
   */
  readonly PollLimitBurst?: number;
  /**
   * Whether the receiver gets a file descriptor of the sending process. Default: false.
   *
   * A boolean. Since 258. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#PassPIDFD=)
   */
  readonly PassPIDFD?: boolean;
  /**
   * Whether a Unix socket takes file descriptors. Default: true.
   *
   * A boolean. Since 258. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#AcceptFileDescriptors=)
   */
  readonly AcceptFileDescriptors?: boolean;
  /**
   * Whether a start waits where it would stop others, instead of stopping them. Default: false.
   *
   * A boolean, or a word. Since 258. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#DeferTrigger=)
   */
  readonly DeferTrigger?: boolean | 'patient';
  /**
   * How long it waits so. Default: infinity.
   *
   * A Duration, or `infinity`. Since 258. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#DeferTriggerMaxSec=)
   */
  readonly DeferTriggerMaxSec?: Duration | 'infinity';
  /**
   * Extended attributes of its Unix socket's file.
   *
   * Names with values. Since 262. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#XAttrEntryPoint=)
   */
  readonly XAttrEntryPoint?: Readonly<Record<string, string>>;
  /**
   * Extended attributes of the socket that listens.
   *
   * Names with values. Since 262. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#XAttrListen=)
   */
  readonly XAttrListen?: Readonly<Record<string, string>>;
  /**
   * Extended attributes of sockets that are accepted.
   *
   * Names with values. Since 262. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#XAttrAccept=)
   */
  readonly XAttrAccept?: Readonly<Record<string, string>>;
  /**
   * How long each of these commands may take. Default: 90 s.
   *
   * A Duration, or `infinity`. [systemd.socket(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html#TimeoutSec=)
   */
  readonly TimeoutSec?: Duration | 'infinity';
}

/** See {@link SocketOnlyDirectives}. */
export const SOCKET_ONLY_DIRECTIVES: DirectiveTable<SocketOnlyDirectives> = {
  ListenStream: { kind: streamAddresses },
  ListenDatagram: { kind: streamAddresses },
  ListenSequentialPacket: { kind: unixAddresses },
  ListenFIFO: { kind: listenPaths },
  ListenNetlink: { kind: netlinks },
  ListenSpecial: { kind: listenPaths },
  ListenMessageQueue: { kind: messageQueues },
  ListenUSBFunction: { kind: listenPaths, since: 227 },
  SocketProtocol: { kind: oneOf({ udplite: 'always', sctp: 'always', mptcp: 257 }), since: 229 },
  BindIPv6Only: { kind: oneOf({ default: 'always', both: 'always', 'ipv6-only': 'always' }) },
  Backlog: { kind: wholeNumber(0, 4294967295) },
  BindToDevice: { kind: networkInterface },
  ExecStartPre: { kind: commands },
  ExecStartPost: { kind: commands },
  ExecStopPre: { kind: commands },
  ExecStopPost: { kind: commands },
  SocketUser: { kind: userName, since: 214 },
  SocketGroup: { kind: userName, since: 214 },
  SocketMode: { kind: fileMode },
  DirectoryMode: { kind: fileMode },
  Accept: { kind: yesNo },
  FlushPending: { kind: yesNo, since: 247 },
  Writable: { kind: yesNo, since: 227 },
  MaxConnections: { kind: wholeNumber(0, 4294967295) },
  MaxConnectionsPerSource: { kind: wholeNumber(0, 4294967295), since: 232 },
  KeepAlive: { kind: yesNo },
  KeepAliveTimeSec: { kind: timeSpan(), since: 216 },
  KeepAliveIntervalSec: { kind: timeSpan(), since: 216 },
  KeepAliveProbes: { kind: wholeNumber(0, 4294967295), since: 216 },
  DeferAcceptSec: { kind: timeSpan(), since: 216 },
  NoDelay: { kind: yesNo, since: 216 },
  Priority: { kind: wholeNumber(-2147483648, 2147483647) },
  ReceiveBuffer: { kind: byteSize },
  SendBuffer: { kind: byteSize },
  IPTOS: { kind: typeOfService },
  IPTTL: { kind: wholeNumber(1, 255) },
  Mark: { kind: wholeNumber(-2147483648, 2147483647) },
  PipeSize: { kind: byteSize },
  FreeBind: { kind: yesNo },
  Transparent: { kind: yesNo },
  Broadcast: { kind: yesNo },
  PassCredentials: { kind: yesNo },
  PassSecurity: { kind: yesNo },
  PassPacketInfo: { kind: yesNo, since: 246 },
  Timestamping: { kind: oneOf({ off: 'always', us: 'always', ns: 'always' }), since: 247 },
  TCPCongestion: { kind: plainWord },
  ReusePort: { kind: yesNo, since: 206 },
  MessageQueueMaxMessages: { kind: wholeNumber(1, 2147483647) },
  MessageQueueMessageSize: { kind: wholeNumber(1, 2147483647) },
  RemoveOnStop: { kind: yesNo, since: 214 },
  Symlinks: { kind: plainPaths, since: 214 },
  FileDescriptorName: { kind: fileDescriptorName, since: 227 },
  Service: { kind: unitOfType('.service') },
  TriggerLimitIntervalSec: { kind: timeSpan(), since: 230 },
  TriggerLimitBurst: { kind: wholeNumber(0, 4294967295), since: 230 },
  SmackLabel: { kind: text, since: 196 },
  SmackLabelIPIn: { kind: text, since: 196 },
  SmackLabelIPOut: { kind: text, since: 196 },
  SELinuxContextFromNet: { kind: yesNo, since: 217 },
  PassFileDescriptorsToExec: { kind: yesNo, since: 256 },
  PollLimitIntervalSec: { kind: timeSpan(), since: 255 },
  PollLimitBurst: { kind: wholeNumber(0, 4294967295), since: 255 },
  PassPIDFD: { kind: yesNo, since: 258 },
  AcceptFileDescriptors: { kind: yesNo, since: 258 },
  DeferTrigger: { kind: yesNoOr({ patient: 'always' }), since: 258 },
  DeferTriggerMaxSec: { kind: timeSpan(), since: 258 },
  XAttrEntryPoint: { kind: extendedAttributes, since: 262 },
  XAttrListen: { kind: extendedAttributes, since: 262 },
  XAttrAccept: { kind: extendedAttributes, since: 262 },
  TimeoutSec: { kind: timeSpan({ zeroIsInfinity: true }) },
};
