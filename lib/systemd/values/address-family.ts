/** An address family, as used in RestrictAddressFamilies=. */
export type AddressFamily = (typeof ADDRESS_FAMILIES)[number];

/** Address families that a network service may need (address_families(7)). */
export const ADDRESS_FAMILIES = ['AF_UNIX', 'AF_INET', 'AF_INET6', 'AF_NETLINK', 'AF_PACKET', 'AF_ALG', 'AF_VSOCK'] as const;
