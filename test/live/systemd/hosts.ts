/** The Debian of each host that a test boots, and the version of its systemd. */
export const HOSTS = [
  ['bullseye', 247],
  ['bookworm', 252],
  ['trixie', 257],
  ['forky', 262],
] as const;
