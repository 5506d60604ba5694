# Restarts services after the swap, each by itself: it is down for as long as its own stop and start take, whatever others do.
# Reads: ACTIVE, COLUMN, FORGOT, INVOCATION, JOB, LONGEST, TYPE, WORK.
# Sets: ANSWER, CAUSE, START_SECOND.
#     beginning   the units to restart   ·   pending   those whose old process has yet to end; how is drain | stop
#     companions  units that stop and start with a pending one

# restart_together LIST [OTHERS]: restarts or starts the units of both lists at once. Those of LIST have to come up.
restart_together() {
  START_SECOND=$(date +%s)
  cat -- "$@" >"$WORK/beginning" || fail '/run is full'
  systemctl_each 30 reset-failed <"$WORK/beginning" || :
  with_drain <"$1" >"$WORK/drains" || fail '/run is full'
  quiet
  longest_stop
  local limit="$LONGEST"
  longest plan.services @{plan.services.start}
  limit=$((limit + LONGEST + 60))
  note_pending || fail '/run is full'
  local result=0 unit=''
  ANSWER=''
  if [ -s "$WORK/pending" ] || ! cmp -s "$1" "$WORK/beginning"; then
    restart_singly || fail "$CAUSE"
    still_starting <"$1" >"$WORK/unfinished" || fail '/run is full'
    systemctl_each "$limit" start <"$WORK/unfinished" || result=1
    while read -r unit; do
      unit_show "$unit"
      [ "$ACTIVE" != failed ] || fail_service "$unit" "did not become ready"
    done <"$1"
    never_started <"$1" >"$WORK/unfinished" || fail '/run is full'
    systemctl_each "$limit" start <"$WORK/unfinished" || result=1
  else
    # Not `start`: another process may have started one meanwhile, under the old definition.
    ! systemctl_each "$limit" restart <"$1" || return 0
    result=1
  fi
  while read -r unit; do
    unit_show "$unit"
    case $ACTIVE/$TYPE in active/* | reloading/* | inactive/oneshot) continue ;; esac
    case $ANSWER in
    *"Job for $unit canceled"*) shuts_down || { leave_halted "$unit" && continue; } ;;
    esac
    # If it was started, `settle` reports why it has ended.
    if [ "$result/$ACTIVE" = 0/inactive ]; then continue; fi
    fail_service "$unit" "did not become ready"
  done <"$1"
  [ "$result" -eq 0 ] || [ -s "$WORK/halted" ] || fail "systemctl start failed: $(last_error)"
}

# Finds the units that `systemctl restart` isn't enough for: those whose jobs have to end first, those whose stop settings have to
# go before their start, and those whose socket restarts, too: it can't listen while its service runs.
note_pending() {
  local unit=''
  grep '\.socket$' "$WORK/beginning" | while read -r unit; do systemctl show -P Triggers -- "$unit" | tr ' ' '\n'; done >"$WORK/by.sockets" 2>>"$WORK/out"
  while read -r unit; do
    unit_show "$unit"
    if lookup drains "$unit" && was_quieted "$unit"; then
      printf '%s drain %s\n' "$unit" "${INVOCATION:--}"
    elif keeps_stop_settings "$unit" || { grep -qxF -e "$unit" "$WORK/by.sockets" && is_up; }; then
      printf '%s stop %s\n' "$unit" "${INVOCATION:--}"
    fi || return 1
  done <"$WORK/beginning" >"$WORK/pending"
}

# Begins to restart the units in `beginning`, and returns when all have stopped, so that systemd has the jobs for all starts. Fails
# with the reason in CAUSE.
restart_singly() {
  CAUSE='/run is full'
  note_companions || return 1
  local unit=''
  while read -r unit; do
    lookup pending "$unit" || lookup companions "$unit" || printf '%s\n' "$unit"
  done <"$WORK/beginning" | have_systemd restart
  longest_stop
  local longest_wait='' stop_until=''
  longest_wait=$((LONGEST * 100 + 12000))
  stop_until=$(($(now) + longest_wait))
  grep ' stop ' "$WORK/pending" | with_companions | have_systemd stop
  local how='' invocation=''
  while [ -s "$WORK/pending" ]; do
    : >"$WORK/down"
    while read -r @{pending: unit how invocation}; do
      if [ "$how" = drain ]; then
        if is_drained "$unit"; then
          echo "$unit" | with_companions | have_systemd stop
          stop_until=$(($(now) + longest_wait))
          how=stop
        fi
      elif has_ended "$unit" "$invocation"; then
        printf '%s\n' "$unit" >>"$WORK/down" || return 1
        continue
      fi
      printf '%s %s %s\n' "$unit" "$how" "$invocation" || return 1
    done <"$WORK/pending" >"$WORK/pending.next" || return 1
    mv -f -- "$WORK/pending.next" "$WORK/pending"
    if [ -s "$WORK/down" ]; then
      start_again_by_new_settings || return 1
    elif grep -q ' stop ' "$WORK/pending" && [ "$(now)" -ge "$stop_until" ]; then
      CAUSE="could not stop $(cut -d ' ' -f @{pending.unit} <"$WORK/pending" | words)"
      return 1
    fi
    [ ! -s "$WORK/pending" ] || sleep 0.2
  done
}

# Finds the units that systemd stops with a pending one: a restart of their own would get in the way of that.
note_companions() {
  local unit='' companion=''
  while read -r unit _; do
    systemctl show -p RequiredBy,BoundBy,ConsistsOf,TriggeredBy -- "$unit" 2>>"$WORK/out" | sed 's/^[^=]*=//' | tr ' ' '\n' |
      grep -xF -f "$WORK/beginning" | while read -r companion; do
      lookup pending "$companion" || printf '%s %s\n' "$companion" "$unit" || return 1
    done
  done <"$WORK/pending" >"$WORK/companions"
  has_room
}

# has_ended UNIT INVOCATION: succeeds when the process that the unit had has ended, even if another one was started.
has_ended() {
  unit_show "$1"
  ! is_up || [ "$INVOCATION" != "$2" ]
}

# Starts the units that are down, and their companions, with nothing left of the old stop settings.
start_again_by_new_settings() {
  with_companions <"$WORK/down" >"$WORK/up" || return 1
  forget_stop_settings <"$WORK/up"
  if [ "$FORGOT" = yes ] && ! ask_systemd 300 daemon-reload; then
    CAUSE="systemctl daemon-reload failed: $(printf '%s\n' "$ANSWER" | tail -n 1)"
    return 1
  fi
  have_systemd restart <"$WORK/up"
}

# Prints the units of standard input after their companions: a socket has to listen before its service starts, and takes no
# connection while it is about to stop.
with_companions() {
  local unit='' companion='' other=''
  while read -r unit _; do
    while read -r companion other; do [ "$other" != "$unit" ] || printf '%s\n' "$companion" || return 1; done <"$WORK/companions"
    printf '%s\n' "$unit" || return 1
  done
}

# Prints the units of standard input that have a job.
still_starting() {
  local unit=''
  while read -r unit; do
    unit_show "$unit"
    case $JOB in '' | 0) ;; *) printf '%s\n' "$unit" || return 1 ;; esac
  done
}

# Prints the units of standard input that systemd has not tried to start, because a dependency failed.
never_started() {
  local unit=''
  while read -r unit; do
    unit_show "$unit"
    column before "$unit" @{before.invocation}
    [ "$ACTIVE/$COLUMN" != "inactive/${INVOCATION:--}" ] || printf '%s\n' "$unit" || return 1
  done
}
