/** Text as `strace -xx` writes it. */
export function hex(text: string): string {
  return Buffer.from(text)
    .toString('hex')
    .replace(/../g, (digits) => `\\x${digits}`);
}

/** Lines of a trace, from calls in which paths and strings are readable: `<path>` and `"text"`. */
export function traceText(...calls: readonly string[]): string {
  return calls
    .map((call) =>
      call.replace(/"([^"]*)"|<(\/[^>]*)>/g, (_, text?: string, path?: string) =>
        path === undefined ? `"${hex(text!)}"` : `<${hex(path)}>`,
      ),
    )
    .join('\n');
}
