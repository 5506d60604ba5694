import type { Duration } from '../../values/duration';
import type { Percent } from '../../values/percent';
import type { Size } from '../../values/size';
import { state, threshold } from './steps';

/** What is watched of a network interface. */
export const NETWORK = {
  /** The link of the interface. */
  link: {
    /** It is down; Monit tells that by itself too. Needs Monit 5.28. */
    isDown: () => state<'linkDown'>({ test: 'linkDown' }),
    /** It is up: for a spare one that is not to be used. Needs Monit 5.28. */
    isUp: () => state<'linkUp'>({ test: 'linkUp' }),
    /** It has another speed, or duplex, than in the cycle before. */
    changes: () => state<'changedLink'>({ test: 'changedLink' }),
  },
  /** How much of the link's speed is in use, in whole percent. */
  saturation: threshold<'saturation', Percent>((operator, limit) => ({ test: 'saturation', operator, limit })),
  /** Bytes sent per second. */
  upload: threshold<'upload', Size>((operator, limit) => ({ test: 'upload', operator, limit })),
  /** Packets sent per second. */
  uploadPackets: threshold<'uploadPackets', number>((operator, limit) => ({ test: 'uploadPackets', operator, limit })),
  /** Bytes sent in the last whole minutes, hours or days: `when.totalUpload(Duration.hours(3)).above(Size.gibibytes(10))`. */
  totalUpload: (within: Duration) =>
    threshold<'totalUpload', Size>((operator, limit) => ({ test: 'totalUpload', operator, limit, within })),
  /** Packets sent in the last whole minutes, hours or days. */
  totalUploadPackets: (within: Duration) =>
    threshold<'totalUploadPackets', number>((operator, limit) => ({ test: 'totalUploadPackets', operator, limit, within })),
  /** Bytes received per second. */
  download: threshold<'download', Size>((operator, limit) => ({ test: 'download', operator, limit })),
  /** Packets received per second. */
  downloadPackets: threshold<'downloadPackets', number>((operator, limit) => ({ test: 'downloadPackets', operator, limit })),
  /** Bytes received in the last whole minutes, hours or days: `when.totalDownload(Duration.hours(3)).above(Size.gibibytes(10))`. */
  totalDownload: (within: Duration) =>
    threshold<'totalDownload', Size>((operator, limit) => ({ test: 'totalDownload', operator, limit, within })),
  /** Packets received in the last whole minutes, hours or days. */
  totalDownloadPackets: (within: Duration) =>
    threshold<'totalDownloadPackets', number>((operator, limit) => ({ test: 'totalDownloadPackets', operator, limit, within })),
} as const;
