# One transaction at a time on a host. Monit's guard takes the same lock.
STATE=/var/lib/cdktf-sidekiq
RUN=/run/cdktf-sidekiq
LOCK_SECONDS=900
LOCKED=no

take_lock() {
  while :; do
    [ -d "$RUN" ] || mkdir -p -- "$RUN" || fail "cannot make $RUN"
    # The last owner's uninstallation removes both: then once more.
    { command exec 9>>"$RUN/lock"; } 2>/dev/null || continue
    if ! flock -n 9; then
      say "waiting: another deployment, or a restart by Monit, is under way on this host"
      flock -w "$LOCK_SECONDS" 9 || fail "$RUN/lock was not free for $LOCK_SECONDS s"
    fi
    # A lock on a file that was removed meanwhile keeps nobody out.
    stat -L -c %i /dev/fd/9 "$RUN/lock" >"$WORK/inodes" 2>/dev/null || continue
    { read -r ours && read -r theirs; } <"$WORK/inodes"
    [ "$ours" != "$theirs" ] || break
  done
  LOCKED=yes
  sweep
}

# Work directories of transactions that were killed.
sweep() {
  echo "$$" >"$WORK/pid"
  for directory in "$RUN"-transaction.*; do
    if ! read -r pid 2>/dev/null <"$directory/pid" || kill -0 "$pid" 2>/dev/null; then continue; fi
    # What its unit does after it waits for this lock, perhaps.
    [ "$(systemctl show -P ActiveState -- "cdktf-sidekiq-transaction-${directory##*.}.service")" != inactive ] || rm -rf -- "$directory"
  done
}
