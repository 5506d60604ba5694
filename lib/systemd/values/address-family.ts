/** An address family, as RestrictAddressFamilies= takes it. */
export type AddressFamily = (typeof ADDRESS_FAMILIES)[number];

/** Those that a network service meets (address_families(7)). */
export const ADDRESS_FAMILIES = ['AF_UNIX', 'AF_INET', 'AF_INET6', 'AF_NETLINK', 'AF_PACKET', 'AF_ALG', 'AF_VSOCK'] as const;
