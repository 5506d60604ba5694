/** A point at which a BPF program is attached to a control group (BPFProgram=). */
export type BpfAttachment = (typeof BPF_ATTACHMENTS)[number];

/** The attachment points that systemd knows. */
export const BPF_ATTACHMENTS = [
  ...(['ingress', 'egress', 'sock_create', 'sock_ops', 'device', 'bind4', 'bind6', 'connect4', 'connect6'] as const),
  ...(['post_bind4', 'post_bind6', 'sendmsg4', 'sendmsg6', 'sysctl', 'recvmsg4', 'recvmsg6', 'getsockopt', 'setsockopt'] as const),
] as const;
