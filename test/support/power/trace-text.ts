/** Encodes text as `strace -xx` does. */
export function hex(text: string): string {
  return Buffer.from(text)
    .toString('hex')
    .replace(/../g, (digits) => `\\x${digits}`);
}

/** Builds the lines of a trace from calls with readable paths and strings: `<path>` and `"text"`. */
export function traceText(...calls: readonly string[]): string {
  return calls
    .map((call) =>
      call.replace(/"([^"]*)"|<(\/[^>]*)>/g, (_, text?: string, path?: string) =>
        path === undefined ? `"${hex(text!)}"` : `<${hex(path)}>`,
      ),
    )
    .join('\n');
}
