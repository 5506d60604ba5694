/** Events that an alert can be about, by Monit's names. Source: Monit manual, "Alert messages". */
export const EVENTS = [
  'action', 'bytein', 'byteout', 'checksum', 'connection', 'content', 'data', 'exec', 'exist', 'fsflags', 'gid', 'icmp', 'instance',
  'invalid', 'link', 'nonexist', 'packetin', 'packetout', 'permission', 'pid', 'ppid', 'resource', 'saturation', 'size', 'speed', 'status',
  'timeout', 'timestamp', 'uid', 'uptime',
] as const; // prettier-ignore

/** An event, by Monit's name. */
export type EventName = (typeof EVENTS)[number];

/** Mail address with a display name. */
export interface MailAddress {
  /** The address: `monit@$HOST`. */
  readonly address: string;
  /**
   * Name shown before the address.
   * @default none
   */
  readonly name?: string;
}

/**
 * Format of a mail. Monit replaces `$EVENT`, `$SERVICE`, `$DATE`, `$HOST`, `$ACTION` and `$DESCRIPTION`.
 *
 * Source: Monit manual, "Setting a message format".
 */
export interface MailFormat {
  /**
   * Sender.
   * @default Monit's own: `Monit <monit@$HOST>`
   */
  readonly from?: MailAddress;
  /**
   * Address for replies.
   * @default none
   */
  readonly replyTo?: MailAddress;
  /**
   * Subject: one line without `}`.
   * @default Monit's own: `monit alert --  $EVENT $SERVICE`
   */
  readonly subject?: string;
  /** Body: text without `}`; blanks at both ends are dropped. */
  readonly message?: string;
}

/** Recipient of mail alerts, and the events it gets. Source: Monit manual, "Alert messages". */
export interface Alert {
  /** Mail address of the recipient. */
  readonly mail: string;
  /**
   * Events to send, or events to leave out.
   * @default all events
   */
  readonly events?:
    | {
        /** Only these events, at least one. */
        readonly only: readonly EventName[];
      }
    | {
        /** All events except these, at least one. */
        readonly not: readonly EventName[];
      };
  /**
   * Format of the mail.
   * @default the format of `set mail-format`
   */
  readonly mailFormat?: MailFormat;
  /**
   * Number of cycles after which the alert is sent again.
   * @default once
   */
  readonly reminder?: number;
}
