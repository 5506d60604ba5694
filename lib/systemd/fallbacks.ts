const SHARES = ['CPUQuota', 'TasksMax', 'MemoryMin', 'MemoryLow', 'MemoryHigh', 'MemoryMax', 'MemorySwapMax'];

/** Alternatives for versions of systemd that lack a directive or a word, phrased as an instruction to the reader. */
export const FALLBACKS: Readonly<Record<string, string>> = {
  'service.Type notify-reload': 'Use notify, with ExecReload',
  'service.Type exec': 'Use simple',
  'service.ReloadSignal ReloadSignal=': 'Use ExecReload with kill',
  'service.RestartMode RestartMode=': 'Leave it out, although dependent units then see each restart',
  'service.RestartSteps RestartSteps=': 'Use only RestartSec, which stays the same',
  'service.RestartMaxDelaySec RestartMaxDelaySec=': 'Use only RestartSec, which stays the same',
  'service.RestartRandomizedDelaySec RestartRandomizedDelaySec=': 'Use only RestartSec',
  'service.ExecReloadPost ExecReloadPost=': 'Add a command to ExecReload',
  'service.OpenFile OpenFile=': 'Let the service open the file itself',
  'unit.Upholds Upholds=': 'Use Wants, and Restart in the other unit',
  'unit.OnSuccess OnSuccess=': 'Use ExecStopPost, which gets the result in $SERVICE_RESULT',
  'unit.PropagatesStopTo PropagatesStopTo=': 'Use PartOf in the other unit',
  'unit.StopPropagatedFrom StopPropagatedFrom=': 'Use PartOf',
  'unit.WantsMountsFor WantsMountsFor=': 'Use RequiresMountsFor',
  'install.UpheldBy UpheldBy=': 'Use WantedBy',
  '*.ImportCredential ImportCredential=': 'Use LoadCredential',
  '*.LoadCredentialEncrypted LoadCredentialEncrypted=': 'Use LoadCredential',
  '*.SetCredentialEncrypted SetCredentialEncrypted=': 'Use LoadCredential',
  '*.PrivateTmp disconnected': 'Use true',
  '*.PrivateUsers self': 'Use true',
  '*.PrivateUsers identity': 'Use true',
  '*.PrivateUsers full': 'Use true',
  '*.PrivateUsers managed': 'Use true',
  '*.ProtectControlGroups private': 'Use true',
  '*.ProtectControlGroups strict': 'Use true',
  '*.ProtectHostname private': 'Use true',
  '*.StandardOutput truncate:': 'Use Output.file, which does not truncate it',
  '*.StandardError truncate:': 'Use Output.file, which does not truncate it',
  '*.CPUSchedulingPolicy ext': 'Use other',
  '*.CPUWeight idle': 'Use 1',
  '*.StartupCPUWeight idle': 'Use 1',
  '*.ExecSearchPath ExecSearchPath=': 'Give programs by their absolute paths',
  '*.MemoryZSwapMax MemoryZSwapMax=': 'Use MemorySwapMax, which limits both',
  '*.StartupMemoryHigh StartupMemoryHigh=': 'Use MemoryHigh',
  '*.StartupMemoryMax StartupMemoryMax=': 'Use MemoryMax',
  '*.StartupMemoryLow StartupMemoryLow=': 'Use MemoryLow',
  '*.StartupMemorySwapMax StartupMemorySwapMax=': 'Use MemorySwapMax',
  '*.StartupAllowedCPUs StartupAllowedCPUs=': 'Use AllowedCPUs',
  '*.StartupAllowedMemoryNodes StartupAllowedMemoryNodes=': 'Use AllowedMemoryNodes',
  '*.ExecPaths ExecPaths=': 'Use ReadOnlyPaths and a mount with noexec',
  '*.NoExecPaths NoExecPaths=': 'Use a mount with noexec',
  '*.BindNetworkInterface BindNetworkInterface=': 'Use RestrictNetworkInterfaces',
  'timer.RandomizedOffsetSec RandomizedOffsetSec=': 'Use RandomizedDelaySec with FixedRandomDelay',
  'socket.PollLimitIntervalSec PollLimitIntervalSec=': 'Use TriggerLimitIntervalSec',
  'socket.PollLimitBurst PollLimitBurst=': 'Use TriggerLimitBurst',
  ...Object.fromEntries(SHARES.map((name) => [`*.${name} a second decimal of a percentage`, 'Use one decimal'])),
};

/**
 * Alternative for an older systemd; undefined if there is none.
 *
 * @param section section in lower case, `service`.
 * @param directive name of the directive, `Type`.
 * @param what the part that is too new: `Type=`, or a word of its value.
 */
export function fallbackFor(section: string, directive: string, what: string): string | undefined {
  return FALLBACKS[`${section}.${directive} ${what}`] ?? FALLBACKS[`*.${directive} ${what}`];
}
