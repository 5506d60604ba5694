/** Every address family that systemd knows by name. Source: address_families(7), bits/socket.h. */
const FAMILIES = new Set(
  `
  AF_ALG AF_APPLETALK AF_ASH AF_ATMPVC AF_ATMSVC AF_AX25 AF_BLUETOOTH AF_BRIDGE AF_CAIF AF_CAN AF_ECONET AF_FILE AF_IB AF_IEEE802154
  AF_INET AF_INET6 AF_IPX AF_IRDA AF_ISDN AF_IUCV AF_KCM AF_KEY AF_LLC AF_LOCAL AF_MCTP AF_MPLS AF_NETBEUI AF_NETLINK AF_NETROM
  AF_NFC AF_PACKET AF_PHONET AF_PPPOX AF_QIPCRTR AF_RDS AF_ROSE AF_ROUTE AF_RXRPC AF_SECURITY AF_SMC AF_SNA AF_TIPC AF_UNIX AF_VSOCK
  AF_WANPIPE AF_X25 AF_XDP
`
    .trim()
    .split(/\s+/),
);

/** Returns true if there is an address family of this name. */
export function isFamily(name: string): boolean {
  return FAMILIES.has(name);
}
