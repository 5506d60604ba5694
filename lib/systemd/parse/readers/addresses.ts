import { show } from '../../../values';
import { textOf } from '../bytes';
import { allWords, firstWord } from '../first-word';
import { readInteger, readUnsigned } from '../numbers';
import { expandedPathProblem, kernelPathProblem } from '../paths';
import { BAD_SPECIFIER, expand, FINE, ignored, ignoredIf, partly, type Reader } from '../reader';
import { readRange } from './cpus';
import { legacyRun } from './paths';

const SUN_PATH = 108;

function isIPv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text);
}

function isIPv6(text: string): boolean {
  const last = text.slice(text.lastIndexOf(':') + 1);
  if (last.includes('.') && !isIPv4(last)) return false;
  const whole = last.includes('.') ? `${text.slice(0, -last.length)}0:0` : text;
  const halves = whole.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}

function isPort(text: string): boolean {
  const port = /^[ \t\n\r]/.test(text) ? undefined : readUnsigned(text, 16);
  return port !== undefined && port > 0n;
}

/** Source: socket_address_parse in systemd's socket-netlink.c. */
function addressProblem(text: string): string | undefined {
  if (/^[/@]/.test(text)) {
    // The length includes the NUL at the end of a path, or at the start of an abstract name.
    const isTooLong = text.length + (text.startsWith('/') ? 1 : 0) > SUN_PATH;
    return text.length < 2 || isTooLong ? 'is not a socket address, or is too long for one' : undefined;
  }
  const vsock = /^vsock:([^:]*):(.*)$/.exec(text);
  if (vsock !== null)
    return (vsock[1] === '' || readUnsigned(vsock[1]!, 32) !== undefined) && readUnsigned(vsock[2]!, 32) !== undefined
      ? undefined
      : 'is not an address';
  if (isPort(text)) return undefined;
  const scope = /^([^%#]*)(?:%([!-~]+))?$/.exec(text);
  if (scope === null) return 'is not an address';
  const v6 = /^\[(.*)\]:(.*)$/.exec(scope[1]!);
  if (v6 !== null) return isIPv6(v6[1]!) && isPort(v6[2]!) ? undefined : 'is not an address with a port';
  const colon = scope[1]!.lastIndexOf(':');
  return colon > 0 && isIPv4(scope[1]!.slice(0, colon)) && isPort(scope[1]!.slice(colon + 1)) ? undefined : 'is not an address with a port';
}

const NETLINK = [
  ...[
    'route',
    'firewall',
    'inet-diag',
    'nflog',
    'xfrm',
    'selinux',
    'iscsi',
    'audit',
    'fib-lookup',
    'connector',
    'netfilter',
    'ip6-fw',
    'dnrtmsg',
  ],
  ...['kobject-uevent', 'generic', 'scsitransport', 'ecryptfs', 'rdma'],
];

function netlinkProblem(text: string): string | undefined {
  const family = firstWord(text);
  if (family === undefined || family === 'invalid') return 'is not a netlink family';
  const known = NETLINK.includes(family.word) || readInteger(family.word, 0n, 2n ** 31n - 1n) !== undefined;
  return known && (family.rest === undefined || readUnsigned(family.rest, 32) !== undefined)
    ? undefined
    : 'is not a netlink family with a group';
}

const FILES = ['ListenFIFO', 'ListenSpecial', 'ListenMessageQueue', 'ListenUSBFunction'];

const listen: Reader = (value, context) => {
  if (value === '') return FINE;
  const { name } = context;
  if (FILES.includes(name)) {
    const path = expand(value, context, 'full', 4095);
    const outside = path === undefined || name === 'ListenSpecial' ? undefined : kernelPathProblem(path, context);
    const problem = expandedPathProblem(value, context) ?? outside;
    return problem !== undefined ? ignored(problem) : name === 'ListenFIFO' ? legacyRun(value, context) : FINE;
  }
  const address = expand(value, context, 'full', 4095);
  if (address === undefined) return ignored(BAD_SPECIFIER);
  if (name === 'ListenNetlink') return ignoredIf(netlinkProblem(address));
  const problem = addressProblem(address);
  if (problem !== undefined) return ignored(problem);
  if (name === 'ListenSequentialPacket' && !/^[/@]/.test(address))
    return ignored('is not a Unix socket, the only kind with sequential packets');
  return legacyRun(address, context);
};

const NAMED = ['any', 'localhost', 'localhost.localdomain', 'link-local', 'multicast'];

/** Source: config_parse_in_addr_prefixes in systemd's in-addr-prefix-util.c. */
function isPrefix(word: string): boolean {
  if (NAMED.includes(word.replace(/\.$/, '').toLowerCase()) || /\.localhost(?:\.localdomain)?\.?$/i.test(word)) return true;
  const slash = word.indexOf('/');
  const address = slash < 0 ? word : word.slice(0, slash);
  const most = isIPv4(address) ? 32n : isIPv6(address) ? 128n : undefined;
  if (most === undefined) return false;
  const length = slash < 0 ? most : readUnsigned(word.slice(slash + 1), 8);
  return length !== undefined && length <= most;
}

const prefixes: Reader = (value) => {
  const words = allWords(value);
  if (words === 'invalid') return partly('ends with a backslash');
  return words.flatMap((word) => (isPrefix(word) ? FINE : partly(`has ${show(textOf(word))}, which is not an address`)));
};

/** Reads `[ipv4:|ipv6:][tcp:|udp:]ports`, or `any`. Each part is optional, but one is required. Source: parse_socket_bind_item. */
const socketBind: Reader = (value, { systemdVersion }) => {
  const parts = allWords(value, { separators: ':', everySeparator: true });
  if (parts === 'invalid') return ignored('ends with a backslash');
  const kinds = [
    (part: string) => /^ipv[46]$/.test(part),
    (part: string) => part === 'tcp' || part === 'udp',
    isPorts(systemdVersion < 256 ? 1 : 0),
  ];
  let next = 0;
  const fine = parts.every((part) => {
    next = 1 + kinds.findIndex((isKind, index) => index >= next && isKind(part));
    return next > 0;
  });
  return fine ? FINE : ignored('is not a valid combination of family, protocol and ports');
};

const isPorts =
  (least: number) =>
  (part: string): boolean => {
    const range = readRange(part);
    return part === 'any' || (range !== undefined && range[0] >= least && range[0] <= range[1] && range[1] <= 65_535);
  };

/** Readers of addresses, by the name of systemd's parser. */
export const ADDRESSES: Readonly<Record<string, Reader>> = {
  socket_listen: listen,
  in_addr_prefixes: prefixes,
  cgroup_socket_bind: (value, context) => (value === '' ? FINE : socketBind(value, context)),
};
