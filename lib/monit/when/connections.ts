import type { PingTest, PortTest, UnixSocketTest, UrlTest } from '../connections/model';
import { state } from './steps';

const about = (is: 'failed' | 'succeeded') =>
  ({
    /**
     * `if failed port …`: a TCP or UDP port. Of this host in a process check, of the check's address in a host check.
     *
     * @param port 1 to 65535
     * @param options what is spoken, and what is expected
     */
    port: (port: number, options: Omit<PortTest, 'port' | 'is'> = {}) => state<'port'>({ test: 'port', is, port, ...options }),
    /** `if failed url …`: what a URL answers. */
    url: (url: string, options: Omit<UrlTest, 'url' | 'is'> = {}) => state<'url'>({ test: 'url', is, url, ...options }),
    /** `if failed unixsocket …`: a Unix socket, by its absolute path. */
    unixSocket: (path: string, options: Omit<UnixSocketTest, 'path' | 'is'> = {}) =>
      state<'unixSocket'>({ test: 'unixSocket', is, path, ...options }),
    /** `if failed ping …`: whether the host answers to pings. */
    ping: (options: Omit<PingTest, 'is'> = {}) => state<'ping'>({ test: 'ping', is, ...options }),
  }) as const;

/** What is asked of another program or host. */
export const CONNECTIONS = {
  /** A connection that fails: `when.failed.port(6379, { protocol: 'redis' }).do(alert())`. */
  failed: about('failed'),
  /** A connection that succeeds and should not. Needs Monit 5.28. */
  succeeded: about('succeeded'),
} as const;
