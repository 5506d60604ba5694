import { absolutePathProblem, error, show } from '../../values';
import { isIPv4, isIPv6 } from '../values/ip-address';
import { listOf, type OneOrMany } from '../values/one-or-many';
import type { UnitString } from '../values/specified';
import { invalid, ok, together, within, type Kind, type Rendered } from './kind';
import { renderPath } from './paths';
import { unknownValue, wholeNumber } from './plain';
import { text } from './text';
import { safeText } from '../values/safe-text';

function each<V>(render: (value: unknown) => Rendered): Kind<OneOrMany<V>> {
  return {
    class: 'raw-spec',
    joins: 'list',
    render: (value) => together(listOf(value).map((one, index) => within(Array.isArray(value) ? [index] : [], render(one)))),
  };
}

const REFUSED = 'systemd ignores an invalid address, and refuses a socket that has no other';

function badAddress(value: unknown, noun: string, allowed: string, reason = REFUSED): Rendered {
  return invalid(error('unit/invalid-address', [], { problem: `${show(value)} is not ${noun}`, remedy: `Use ${allowed}: ${reason}.` }));
}

/** The kernel's limit for the path of a Unix socket, without its NUL (unix(7)). */
const MAX_UNIX_PATH = 107;

/** Accepts the path of a Unix socket, `@` and a name for an abstract socket, or a vsock address. */
function unixAddress(value: string): boolean {
  const bytes = new TextEncoder().encode(value).length;
  if (value.startsWith('/')) return absolutePathProblem(value) === undefined && value !== '/' && bytes <= MAX_UNIX_PATH;
  if (value.startsWith('@')) return /^@[!-~]+$/.test(value) && bytes <= MAX_UNIX_PATH;
  return isVsock(value);
}

function isVsock(value: string): boolean {
  const [, cid, port] = /^vsock:([0-9]*):([0-9]+)$/.exec(value) ?? [];
  return port !== undefined && Number(port) <= 4_294_967_295 && Number(cid) <= 4_294_967_295;
}

function internetAddress(value: string): boolean {
  const [, six, four, port] = /^(?:\[([0-9A-Fa-f:.]+)\]|([0-9.]+)):([0-9]{1,5})$/.exec(value) ?? [];
  if (port === undefined || Number(port) < 1 || Number(port) > 65_535) return false;
  return six === undefined ? isIPv4(four!) : isIPv6(six);
}

function renderAddress(value: unknown, allowed: string, isAddress: (text: string) => boolean): Rendered {
  if (typeof value !== 'string') {
    // Text with specifiers: a path, or the name of an abstract socket.
    return safeText(value).startsWith('/')
      ? renderPath(value)
      : typeof value === 'object'
        ? text.render(value)
        : badAddress(value, 'an address', allowed);
  }
  if (!isAddress(value)) return badAddress(value, 'an address', allowed);
  return value.startsWith('/') ? renderPath(value) : text.render(value);
}

const UNIX = 'a path of at most 107 bytes, @name, or vsock:cid:port';

/** ListenStream= and ListenDatagram=: a port number, or an address. */
export const streamAddresses: Kind<OneOrMany<number | UnitString>> = each((value) =>
  typeof value === 'number'
    ? wholeNumber(1, 65_535).render(value)
    : renderAddress(value, `a port as a number, address:port, [address]:port, ${UNIX}`, (one) => unixAddress(one) || internetAddress(one)),
);

/** ListenSequentialPacket=. */
export const unixAddresses: Kind<OneOrMany<UnitString>> = each((value) => renderAddress(value, UNIX, unixAddress));

/** ListenFIFO= and similar. */
export const listenPaths: Kind<OneOrMany<UnitString>> = each((value) => renderPath(value));

const NETLINK =
  /^(route|firewall|inet-diag|nflog|xfrm|selinux|iscsi|audit|fib-lookup|connector|netfilter|ip6-fw|dnrtmsg|kobject-uevent|scsitransport|rdma)( (0|[1-9][0-9]{0,9}))?$/;

/** ListenNetlink=: a family and a group number. */
export const netlinks: Kind<OneOrMany<string>> = each((value) =>
  typeof value === 'string' && NETLINK.test(value)
    ? ok(value)
    : badAddress(value, 'a netlink family and group', 'a family of netlink(7) and the number of a group, like "kobject-uevent 1"'),
);

/** ListenMessageQueue=: a slash and a name. */
export const messageQueues: Kind<OneOrMany<string>> = each((value) =>
  typeof value === 'string' && /^\/[A-Za-z0-9_.-]{1,253}$/.test(value) && !/^\/\.{1,2}$/.test(value)
    ? ok(value)
    : badAddress(value, 'a message queue', 'a slash and a name of letters and digits, like /jobs'),
);

/** FileDescriptorName=. */
export const fileDescriptorName: Kind<UnitString> = {
  class: 'raw-spec',
  render: (value) =>
    typeof value === 'string' && !/^[!-9;-~]([ -9;-~]{0,253}[!-9;-~])?$/.test(value)
      ? badAddress(value, 'a file descriptor name', 'up to 255 printable ASCII characters without ":"', 'systemd ignores any other name')
      : text.render(value),
};

/** Returns true if a value can be the name of a Linux network interface. */
export function isInterface(value: unknown): value is string {
  return typeof value === 'string' && /^(?!\.{1,2}$)(?![0-9]+$)[A-Za-z0-9_.-]{1,15}$/.test(value) && !['all', 'default'].includes(value);
}

/** BindToDevice= and BindNetworkInterface=. */
export const networkInterface: Kind<string> = {
  class: 'tokens',
  render: (value) =>
    isInterface(value) ? ok(value) : badAddress(value, 'a network interface', 'a name like eth0', 'systemd ignores any other'),
};

const SERVICE_TYPES: readonly string[] = ['low-delay', 'throughput', 'reliability', 'low-cost'];

/** IPTOS=: a byte, or one of four words. */
export const typeOfService: Kind<number | 'low-delay' | 'throughput' | 'reliability' | 'low-cost'> = {
  class: 'number',
  render: (value) =>
    typeof value === 'string' && SERVICE_TYPES.includes(value)
      ? ok(value)
      : typeof value === 'string'
        ? invalid(unknownValue(value, ['a number from 0 to 255', ...SERVICE_TYPES]))
        : wholeNumber(0, 255, `one of ${SERVICE_TYPES.join(', ')}`).render(value),
};
