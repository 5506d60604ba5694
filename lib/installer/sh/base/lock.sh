# Takes the lock of this host: one transaction at a time. Monit's guard takes the same lock.
# Reads: WORK.
# Sets: LOCKED, LOCK_SECONDS, RUN, STATE.

STATE=/var/lib/cdktf-sidekiq
RUN=/run/cdktf-sidekiq
LOCK_SECONDS=900
LOCKED=no

take_lock() {
  local ours='' theirs=''
  while :; do
    [ -d "$RUN" ] || mkdir -p -- "$RUN" || fail "cannot make $RUN"
    # The last owner's uninstallation removes both. Try again.
    { command exec 9>>"$RUN/lock"; } 2>/dev/null || continue
    if ! flock -n 9; then
      report "waiting: another deployment, or a restart by Monit, is in progress on this host"
      wait_for_lock
    fi
    # A lock on a file that was removed meanwhile excludes no other process.
    stat -L -c %i /dev/fd/9 "$RUN/lock" >"$WORK/inodes" 2>/dev/null || continue
    { read -r ours && read -r theirs; } <"$WORK/inodes"
    [ "$ours" != "$theirs" ] || break
  done
  LOCKED=yes
  sweep
}

# Waits longer if the other transaction has announced that it takes longer.
wait_for_lock() {
  local waits="$LOCK_SECONDS" waited=0 busy_until=''
  until flock -w "$waits" 9; do
    waited=$((waited + waits))
    busy_until=0
    { read -r busy_until <"$RUN/busy-until"; } 2>/dev/null || :
    waits=$((busy_until - $(now) / 100))
    [ "$waits" -gt 0 ] || fail "$RUN/lock was not free for $waited s"
  done
}

# Removes work directories of transactions that were killed.
sweep() {
  echo "$$" >"$WORK/pid"
  local directory='' pid=''
  for directory in "$RUN"-transaction.*; do
    if ! read -r pid 2>/dev/null <"$directory/pid" || kill -0 "$pid" 2>/dev/null; then continue; fi
    # Its unit's ExecStopPost= may be waiting for this lock.
    [ "$(systemctl show -P ActiveState -- "cdktf-sidekiq-transaction-${directory##*.}.service")" != inactive ] || rm -rf -- "$directory"
  done
}
