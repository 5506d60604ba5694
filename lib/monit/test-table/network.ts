import type { TestRows } from './row';

const NETWORK = ['network'] as const;
const REACHED = ['process', 'host'] as const;

/** Tests of a network interface. Source: Monit manual, "Network link status" and following. */
export const NETWORK_TESTS = {
  /** The link is down. Monit alerts to that without a rule, too. */
  linkDown: { words: 'link down', operand: 'none', checks: NETWORK, recovers: true, since: '5.28' },
  /** The link is up: for a spare interface that should stay unused. */
  linkUp: { words: 'link up', operand: 'none', checks: NETWORK, recovers: true, good: true, since: '5.28' },
  /** The speed or duplex mode has changed since the previous cycle. */
  changedLink: { words: 'changed link', operand: 'none', checks: NETWORK, recovers: true },
  /** Share of the link's speed that is in use. */
  saturation: { words: 'saturation', operand: 'wholePercent', checks: NETWORK, recovers: true },
  /** Bytes sent per second. */
  upload: { words: 'upload', operand: 'sizePerSecond', checks: NETWORK, recovers: true },
  /** Bytes received per second. */
  download: { words: 'download', operand: 'sizePerSecond', checks: NETWORK, recovers: true },
  /** Packets sent per second. */
  uploadPackets: { words: 'upload', operand: 'packetsPerSecond', checks: NETWORK, recovers: true },
  /** Packets received per second. */
  downloadPackets: { words: 'download', operand: 'packetsPerSecond', checks: NETWORK, recovers: true },
  /** Bytes sent in the last minutes, hours or days. */
  totalUpload: { words: 'total upload', operand: 'sizeWithin', checks: NETWORK, recovers: true },
  /** Bytes received in the last minutes, hours or days. */
  totalDownload: { words: 'total download', operand: 'sizeWithin', checks: NETWORK, recovers: true },
  /** Packets sent in the last minutes, hours or days. */
  totalUploadPackets: { words: 'total upload', operand: 'packetsWithin', checks: NETWORK, recovers: true },
  /** Packets received in the last minutes, hours or days. */
  totalDownloadPackets: { words: 'total download', operand: 'packetsWithin', checks: NETWORK, recovers: true },
} as const satisfies TestRows;

/** Tests of connections to other programs and hosts. Source: Monit manual, "Network tests". */
export const CONNECTION_TESTS = {
  /** A TCP or UDP port. */
  port: { words: '', operand: 'port', checks: REACHED, recovers: true },
  /** A URL. */
  url: { words: '', operand: 'url', checks: REACHED, recovers: true },
  /** A Unix socket. */
  unixSocket: { words: '', operand: 'unixSocket', checks: ['process'], recovers: true },
  /** Ping replies of the host. */
  ping: { words: '', operand: 'ping', checks: ['host'], recovers: true },
} as const satisfies TestRows;
