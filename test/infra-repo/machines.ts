/** The machines that were there before this repo: name → address. Each has its keys in known_hosts, under its name. */
export const WORKERS: Readonly<Record<string, string>> = {
  'worker-01': '192.0.2.101',
  'worker-02': '192.0.2.102',
  'worker-03': '192.0.2.103',
  'worker-04': '192.0.2.104',
  'worker-05': '192.0.2.105',
  'worker-06': '192.0.2.106',
  'worker-07': '192.0.2.107',
  'worker-08': '192.0.2.108',
  'worker-09': '192.0.2.109',
  'worker-10': '192.0.2.110',
  'worker-11': '192.0.2.111',
  'worker-12': '192.0.2.112',
};

/** The machines that this repo makes. The addresses are those that the stand-in of constructs/machine.ts gives them. */
export const MADE = {
  redis: '192.0.2.10',
  locks: '192.0.2.11',
  'scheduler-1': '192.0.2.21',
  'scheduler-2': '192.0.2.22',
} as const;
