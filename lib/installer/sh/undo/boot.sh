# Runs at a boot after a power cut, and undoes what the journal records.
# Reads: AGAIN, BOOT_SECONDS, LOADER_VARIABLES, RECOVERY_UNIT, STATE.
# Sets: TOKEN, WORK.

# recover-at-boot: run by the recovery unit.
recover_at_boot() {
  recover_unattended at-boot
}

# recover-again: run by a timer until nothing is left to undo.
recover_again() {
  recover_unattended again
}

recover_unattended() {
  WORK=$(mktemp -d /run/cdktf-sidekiq-transaction.XXXXXXXXXX) || exit 1
  TOKEN=${WORK##*.}
  take_lock
  recover_all "$1"
  local status="$?"
  [ "$status" -eq 0 ] || report "not rolled back yet: $(cat "$WORK/hindered")"
  rm -rf -- "$WORK"
  exit "$status"
}

# hold: how the recovery unit ends, even after its timeout. While a journal is open, nothing starts from its files.
hold() {
  set --
  local open=''
  for open in "$STATE"/owners/*/open; do [ ! -e "$open/touched" ] || set -- "$@" "$open"; done
  [ $# -gt 0 ] || exit 0
  # Readable by everyone.
  umask 022
  local unit='' directory=''
  sed -n 's/^Before=//p' "$RECOVERY_UNIT" | while IFS= read -r unit; do
    case $unit in shutdown.target | monit.service) continue ;; esac
    directory=/run/systemd/system/$unit.d
    mkdir -p -- "$directory" || continue
    {
      printf '[Unit]\nDescription=%s, kept from starting: a deployment was interrupted and is not rolled back yet, see journalctl -u %s\n' \
        "$unit" 'cdktf-sidekiq-recovery*'
      for open in "$@"; do printf 'AssertPathExists=!%s\n' "$open/touched"; done
    } >"$directory/zz-cdktf-sidekiq-hold.conf"
    report "$unit: kept from starting"
  done
  timeout 60 systemctl daemon-reload
  systemd-run --quiet --collect --unit="$AGAIN" --description='Tries again to undo a cdktf-sidekiq transaction' --on-active=20 --on-unit-inactive=30 \
    --timer-property=AccuracySec=1 -p Type=oneshot -p TimeoutStartSec="$BOOT_SECONDS" -p UnsetEnvironment="$LOADER_VARIABLES" \
    /bin/sh "$STATE/recovery" recover-again
}
