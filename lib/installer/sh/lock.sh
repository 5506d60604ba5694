# One transaction at a time per host. Monit's guard takes the same lock. Sets: LOCKED.
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
      say "waiting: another deployment, or a restart by Monit, is under way on this host"
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

# Writes busy-until: the second of the machine's uptime by which this transaction ends if each service takes all the time it may.
# Only where that is later than others would wait anyway. Each limit counts for LOCK_SECONDS at most, so that an unlimited one
# doesn't keep others waiting for a day.
announce() {
  local seconds=''
  seconds=$(awk -v work="$WORK/" -v cap="$LOCK_SECONDS" '
    function most(turn, what, value) {
      if (value + 0 > cap + 0) value = cap
      if (value + 0 > longest[turn, what]) longest[turn, what] = value + 0
      if (turn > turns) turns = turn
    }
    FILENAME == work "plan.turns" { turn_of[$1] = $2; next }
    FILENAME == work "want.boots" { boots[$1] = 1; next }
    FILENAME == work "old.services" { old_stop[$1] = $4; next }
    FILENAME == work "plan.services" && $1 != "leave" {
      turn = $2 in turn_of ? turn_of[$2] : 1
      if (turn == 1 && $2 in boots) sum += $6 + 0 > cap + 0 ? cap : $6
      most(turn, "drain", $7); most(turn, "stop", $5 > old_stop[$2] ? $5 : old_stop[$2]); most(turn, "start", $6); most(turn, "stay", $4)
    }
    END { for (turn = 1; turn <= turns; turn++) sum += longest[turn, "drain"] + longest[turn, "stop"] + longest[turn, "start"] + longest[turn, "stay"]; print sum + 300 }
  ' "$WORK/plan.turns" "$WORK/want.boots" "$WORK/old.services" "$WORK/plan.services")
  if [ "$seconds" -gt "$LOCK_SECONDS" ]; then echo "$(($(now) / 100 + seconds))" >"$RUN/busy-until" || :; else rm -f -- "$RUN/busy-until"; fi
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
