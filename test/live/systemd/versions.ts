/** Debian's suites with their versions of systemd. */
export const SUITES = [
  ['bullseye', 247],
  ['bookworm', 252],
  ['trixie', 257],
  ['forky', 262],
] as const;
