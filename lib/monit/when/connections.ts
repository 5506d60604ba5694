import type { PingTest, PortTest, UnixSocketTest, UrlTest } from '../connections/table';
import { state } from './steps';

const about = (is: 'failed' | 'succeeded') =>
  ({
    /**
     * TCP or UDP port, `if failed port …`: of this host in a process check, of the check's address in a host check.
     *
     * @param port 1 to 65535
     * @param options protocol and expected response
     */
    port: (port: number, options: Omit<PortTest, 'port' | 'is'> = {}) => state<'port'>({ test: 'port', is, port, ...options }),
    /** Response of a URL, `if failed url …`. */
    url: (url: string, options: Omit<UrlTest, 'url' | 'is'> = {}) => state<'url'>({ test: 'url', is, url, ...options }),
    /** Unix socket, by its absolute path, `if failed unixsocket …`. */
    unixSocket: (path: string, options: Omit<UnixSocketTest, 'path' | 'is'> = {}) =>
      state<'unixSocket'>({ test: 'unixSocket', is, path, ...options }),
    /** Ping replies of the host, `if failed ping …`. */
    ping: (options: Omit<PingTest, 'is'> = {}) => state<'ping'>({ test: 'ping', is, ...options }),
  }) as const;

/** Tests of connections to other programs and hosts. */
export const CONNECTIONS = {
  /** Fires when a connection fails: `when.failed.port(6379, { protocol: 'redis' }).do(alert())`. */
  failed: about('failed'),
  /** Fires when a connection succeeds that should fail. Needs Monit 5.28. */
  succeeded: about('succeeded'),
} as const;
