import { pingIssues, portIssues, unixSocketIssues, urlIssues } from '../connections/issues';
import type { PingTest, PortTest, UnixSocketTest, UrlTest } from '../connections/model';
import * as text from '../connections/render';
import type { Operand } from './operand';

/** A TCP or UDP port. */
export const port: Operand<PortTest> = {
  issues: (place, test, _words, host) => portIssues(place, test, host),
  render: text.port,
};

/** A URL. */
export const url: Operand<UrlTest> = {
  issues: (place, test, _words, host) => urlIssues(place, test, host),
  render: text.url,
};

/** A Unix socket. */
export const unixSocket: Operand<UnixSocketTest> = {
  issues: (place, test, _words, host) => unixSocketIssues(place, test, host),
  render: text.unixSocket,
};

/** Ping replies of a host. */
export const ping: Operand<PingTest> = {
  issues: (place, test, _words, host) => pingIssues(place, test, host),
  render: text.ping,
};
