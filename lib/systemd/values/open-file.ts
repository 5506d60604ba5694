/** A file that systemd opens for a service and passes as a file descriptor (OpenFile=). */
export interface OpenFile {
  /** Absolute path of a file or a Unix socket. */
  readonly path: string;
  /**
   * Name by which the service finds the descriptor ($LISTEN_FDNAMES).
   * @default the last element of the path
   */
  readonly name?: string;
  /**
   * Mode in which the file is opened.
   * @default reading and writing, or only reading if that fails
   */
  readonly mode?: 'read-only' | 'append' | 'truncate';
  /**
   * Starts the service even if the file can't be opened.
   * @default false
   */
  readonly optional?: boolean;
}
