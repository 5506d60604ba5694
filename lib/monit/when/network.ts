import type { Duration } from '../../values/duration';
import type { Percent } from '../../values/percent';
import type { Size } from '../../values/size';
import { state, threshold } from './steps';

/** Tests of a network interface. */
export const NETWORK = {
  /** Link of the interface. */
  link: {
    /** Fires when the link is down. Monit alerts to that without a rule, too. Needs Monit 5.28. */
    isDown: () => state<'linkDown'>({ test: 'linkDown' }),
    /** Fires when the link is up: for a spare interface that should stay unused. Needs Monit 5.28. */
    isUp: () => state<'linkUp'>({ test: 'linkUp' }),
    /** Fires when the speed or duplex mode has changed since the previous cycle. */
    changes: () => state<'changedLink'>({ test: 'changedLink' }),
  },
  /** Share of the link's speed that is in use, in whole percent. */
  saturation: threshold<'saturation', Percent>((operator, limit) => ({ test: 'saturation', operator, limit })),
  /** Bytes sent per second. */
  upload: threshold<'upload', Size>((operator, limit) => ({ test: 'upload', operator, limit })),
  /** Packets sent per second. */
  uploadPackets: threshold<'uploadPackets', number>((operator, limit) => ({ test: 'uploadPackets', operator, limit })),
  /** Bytes sent within the last whole minutes, hours or days: `when.totalUpload(Duration.hours(3)).above(Size.gibibytes(10))`. */
  totalUpload: (within: Duration) =>
    threshold<'totalUpload', Size>((operator, limit) => ({ test: 'totalUpload', operator, limit, within })),
  /** Packets sent within the last whole minutes, hours or days. */
  totalUploadPackets: (within: Duration) =>
    threshold<'totalUploadPackets', number>((operator, limit) => ({ test: 'totalUploadPackets', operator, limit, within })),
  /** Bytes received per second. */
  download: threshold<'download', Size>((operator, limit) => ({ test: 'download', operator, limit })),
  /** Packets received per second. */
  downloadPackets: threshold<'downloadPackets', number>((operator, limit) => ({ test: 'downloadPackets', operator, limit })),
  /** Bytes received within the last whole minutes, hours or days: `when.totalDownload(Duration.hours(3)).above(Size.gibibytes(10))`. */
  totalDownload: (within: Duration) =>
    threshold<'totalDownload', Size>((operator, limit) => ({ test: 'totalDownload', operator, limit, within })),
  /** Packets received within the last whole minutes, hours or days. */
  totalDownloadPackets: (within: Duration) =>
    threshold<'totalDownloadPackets', number>((operator, limit) => ({ test: 'totalDownloadPackets', operator, limit, within })),
} as const;
