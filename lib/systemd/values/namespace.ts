/** A kind of Linux namespace, as used in RestrictNamespaces=. */
export type Namespace = (typeof NAMESPACES)[number];

/** The namespaces that systemd 247 knows (namespaces(7)). */
export const NAMESPACES = ['cgroup', 'ipc', 'net', 'mnt', 'pid', 'user', 'uts'] as const;
