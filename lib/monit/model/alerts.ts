/** What an alert may be about, by Monit's words. Source: Monit manual, "Alert messages". */
export const EVENTS = [
  'action', 'bytein', 'byteout', 'checksum', 'connection', 'content', 'data', 'exec', 'exist', 'fsflags', 'gid', 'icmp', 'instance',
  'invalid', 'link', 'nonexist', 'packetin', 'packetout', 'permission', 'pid', 'ppid', 'resource', 'saturation', 'size', 'speed', 'status',
  'timeout', 'timestamp', 'uid', 'uptime',
] as const; // prettier-ignore

/** What an alert may be about, by Monit's word. */
export type EventName = (typeof EVENTS)[number];

/** A mail address with a name. */
export interface MailAddress {
  /** `monit@$HOST`. */
  readonly address: string;
  /** Shown before it. */
  readonly name?: string;
}

/**
 * How a mail looks. Monit fills in `$EVENT`, `$SERVICE`, `$DATE`, `$HOST`, `$ACTION` and `$DESCRIPTION`.
 *
 * Source: Monit manual, "Setting a message format".
 */
export interface MailFormat {
  /** Default of Monit: `Monit <monit@$HOST>`. */
  readonly from?: MailAddress;
  /** Default: none. */
  readonly replyTo?: MailAddress;
  /** One line without `}`. Default of Monit: `monit alert --  $EVENT $SERVICE`. */
  readonly subject?: string;
  /** Text without `}`; blanks at its ends are dropped. */
  readonly message?: string;
}

/** Who is told by mail, and of what. Source: Monit manual, "Alert messages". */
export interface Alert {
  /** A mail address. */
  readonly mail: string;
  /** Of these events only, or of all others. Default: of all. */
  readonly events?:
    | {
        /** These, at least one. */
        readonly only: readonly EventName[];
      }
    | {
        /** All but these, at least one. */
        readonly not: readonly EventName[];
      };
  /** How the mail looks. Default: as `set mail-format` says. */
  readonly mailFormat?: MailFormat;
  /** Tells it again every so many cycles. Default: once. */
  readonly reminder?: number;
}
