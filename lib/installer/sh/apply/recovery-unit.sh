# Arms and disarms the unit that undoes a transaction at boot.
# Reads: LOADER_VARIABLES, MONIT, STATE, WORK.
# Sets: AGAIN, BOOT_SECONDS, RECOVERY_LINK, RECOVERY_UNIT.
# It delays only what must not start from half-changed files, the units of the journal and Monit, and for BOOT_SECONDS at most.
# What it can't undo stays open: those units are kept from starting, with the reason in their status, everything else boots, and a
# timer tries again until it succeeds.

RECOVERY_UNIT=/etc/systemd/system/cdktf-sidekiq-recovery.service
RECOVERY_LINK=/etc/systemd/system/sysinit.target.wants/cdktf-sidekiq-recovery.service
BOOT_SECONDS=90
AGAIN=cdktf-sidekiq-recovery-again

# Installs the recovery unit, which reaches the disk with its journal. sysinit.target wants it, because every boot includes that
# target, but there is no ordering between the two.
arm() {
  cp -- "$0" "$STATE/recovery.new" && mv -fT -- "$STATE/recovery.new" "$STATE/recovery" || return 1
  {
    cat <<UNIT
[Unit]
Description=Undoes a cdktf-sidekiq transaction that was cut off
DefaultDependencies=no
ConditionPathExists=$STATE/recovery
RequiresMountsFor=$STATE /etc /run /usr
After=local-fs.target
Before=shutdown.target
UNIT
    held_units | sed 's/^/Before=/'
    cat <<UNIT
Conflicts=shutdown.target

[Service]
Type=oneshot
TimeoutStartSec=$BOOT_SECONDS
TimeoutStopSec=5
UnsetEnvironment=$LOADER_VARIABLES
ExecStart=/bin/sh $STATE/recovery recover-at-boot
ExecStopPost=/bin/sh $STATE/recovery hold
UNIT
  } >"$RECOVERY_UNIT.new" && mv -fT -- "$RECOVERY_UNIT.new" "$RECOVERY_UNIT" || return 1
  chmod 0644 -- "$RECOVERY_UNIT" || return 1
  { [ -d "${RECOVERY_LINK%/*}" ] || mkdir -p -- "${RECOVERY_LINK%/*}"; } && ln -sfT -- "$RECOVERY_UNIT" "$RECOVERY_LINK"
}

# Prints the units that may run from the files that change. Leaves out those that a boot needs before its file systems are
# mounted: that would be an ordering cycle.
held_units() {
  local action='' unit=''
  {
    while read -r @{plan.services: action unit}; do [ "$action" = leave ] || printf '%s\n' "$unit"; done <"$WORK/plan.services"
    cat "$WORK/plan.gone"
  } | grep -E '\.(service|socket|timer|path)$' | grep -vxF -f "$WORK/early"
  [ "$MONIT" = no ] || echo monit.service
}

# Removes the recovery unit, unless another owner's transaction still has to be undone.
disarm() {
  local other=''
  for other in "$STATE"/owners/*/open; do [ ! -d "$other" ] || return 0; done
  sed -n 's/^Before=//p' "$RECOVERY_UNIT" >"$WORK/ordered" 2>/dev/null
  set --
  local unit=''
  while read -r unit; do set -- "$@" "$unit"; done <"$WORK/ordered"
  rm -f -- "$RECOVERY_LINK" "$RECOVERY_UNIT" "$RECOVERY_UNIT.new" "$STATE/recovery" "$STATE/recovery.new"
  let_go "$@"
}

# let_go [UNIT…]: lifts the hold once the transaction is undone. systemd forgets those of these units that no longer exist: the
# recovery unit's ordering kept them in its memory as not-found.
let_go() {
  local held=no
  [ $# -eq 0 ] || ! timeout 10 systemctl show -p LoadState -- "$@" 2>/dev/null | grep -qx LoadState=not-found || held=yes
  local hold=''
  for hold in /run/systemd/system/*.d/zz-cdktf-sidekiq-hold.conf; do
    [ ! -e "$hold" ] || { rm -f -- "$hold" && rmdir -- "${hold%/*}" 2>/dev/null; held=yes; }
  done
  # If only files changed, nothing was held.
  [ "$held" = yes ] || [ -e "/run/systemd/transient/$AGAIN.timer" ] || return 0
  ask_systemd 60 daemon-reload || :
  systemctl --no-block stop -- "$AGAIN.timer" >/dev/null 2>&1 || :
  systemctl reset-failed -- "${RECOVERY_UNIT##*/}" >/dev/null 2>&1 || :
}
