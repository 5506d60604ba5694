/** A file that systemd opens for a service and hands over as a file descriptor (OpenFile=). */
export interface OpenFile {
  /** Absolute path of a file or of a Unix socket. */
  readonly path: string;
  /** The name by which the service finds it ($LISTEN_FDNAMES). Default: the last element of the path. */
  readonly name?: string;
  /** How it is opened. Default: for reading and writing, or for reading alone where the other fails. */
  readonly mode?: 'read-only' | 'append' | 'truncate';
  /** Whether a failure to open it does not matter. Default: false. */
  readonly optional?: boolean;
}
