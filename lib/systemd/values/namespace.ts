/** A kind of Linux namespace, as RestrictNamespaces= takes it. */
export type Namespace = (typeof NAMESPACES)[number];

/** Those that systemd 247 knows (namespaces(7)). */
export const NAMESPACES = ['cgroup', 'ipc', 'net', 'mnt', 'pid', 'user', 'uts'] as const;
