# Asks systemd to act on units.
# Reads: WORK.
# Sets: ANSWER, LONGEST.

# systemctl_each SECONDS VERB: runs systemctl on all units of standard input at once, for at most SECONDS.
systemctl_each() {
  local seconds="$1" verb="$2"
  set --
  local unit=''
  while read -r unit _; do set -- "$@" "$unit"; done
  [ $# -eq 0 ] || ask_systemd "$seconds" "$verb" "$@"
}

# ask_systemd SECONDS VERB [UNIT…]: runs systemctl and repeats the request if the connection breaks. A systemd that re-executes
# itself, as it does when libc is upgraded, drops its clients but continues its jobs. The output is in ANSWER, because a full disk
# would cut a file short.
ask_systemd() {
  local seconds="$1" verb="$2"
  shift 2
  for _ in 1 2 3 4 5 6; do
    if ANSWER=$(timeout "$seconds" systemctl --no-ask-password --no-reload "$verb" -- "$@" 2>&1); then return 0; fi
    printf '%s\n' "$ANSWER" >>"$WORK/out"
    case $ANSWER in
    *'onnection terminated'* | *'onnection reset'* | *'onnection refused'* | *'ransport endpoint'* | *'connect to bus'*) ;;
    *) return 1 ;;
    esac
    # The job is running or done, so it must not restart the unit a second time.
    [ "$verb" != restart ] || verb=start
    sleep 0.5
  done
  return 1
}

# have_systemd VERB: begins it with all units of standard input.
have_systemd() {
  local verb="$1"
  set --
  local unit=''
  while read -r unit _; do set -- "$@" "$unit"; done
  [ $# -eq 0 ] || systemctl --no-ask-password --no-block "$verb" -- "$@" >>"$WORK/out" 2>&1 || :
}

reload_systemd() {
  ask_systemd 300 daemon-reload || fail "systemctl daemon-reload failed: $(printf '%s\n' "$ANSWER" | tail -n 1)"
}

# await_systemd LIST: waits until systemd has no jobs for these units, for two minutes at most.
await_systemd() {
  local waits_until='' unit=''
  waits_until=$(($(now) + 12000))
  while read -r unit; do
    while systemctl show -P Job -- "$unit" | grep -q '[1-9]' && [ "$(now)" -lt "$waits_until" ]; do sleep 0.2; done
  done <"$1"
}

# longest TABLE COLUMN: sets LONGEST to the largest number of seconds in a column of a table. systemd enforces these
# limits itself; the timeouts derived from them only guard against a hang.
longest() {
  LONGEST=0
  # The journal of an earlier version has no old.services.
  [ -f "$WORK/$1" ] || return 0
  LONGEST=$(awk -v column="$2" '$column + 0 > longest { longest = $column + 0 } END { print longest + 0 }' "$WORK/$1")
}

# Sets LONGEST to the longest time that a stop may take, by the old definitions and the new ones.
longest_stop() {
  longest old.services @{old.services.stop}
  local stop_limit="$LONGEST"
  longest plan.services @{plan.services.stop}
  [ "$stop_limit" -le "$LONGEST" ] || LONGEST=$stop_limit
}
