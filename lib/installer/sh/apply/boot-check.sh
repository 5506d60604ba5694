# Checks that a new definition boots before the working process is stopped.
# Reads: ACTIVE, COLUMN, CONDITION, PID, REST, RESULT, RUN, TEMPLATE, TYPE, WORK.
# A second process of it runs in a unit of its own in /run until it is ready. It has the new unit's user, environment, sandbox and
# limits, reads copies of the new files, and doesn't touch the live pidfile, sockets and directories. It stops with the
# transaction's unit, however that ends.
#     want.boots    the checks that are wanted; until is ready | ends. A Sidekiq takes no jobs there and runs until it is ready;
#                   any other command runs until it exits successfully.

TRIAL=cdktf-sidekiq-check-

check_boots() {
  in_turn 1 restart >"$WORK/trials" || fail '/run is full'
  local tried=' ' unit=''
  while read -r unit; do
    # One instance of a template is enough.
    template_of "$unit"
    case $tried in *" $TEMPLATE "*) continue ;; esac
    lookup want.boots "$unit" || continue
    tried="$tried$TEMPLATE "
    check_boot "$unit" "${REST%% *}" "${REST#* }"
  done <"$WORK/trials"
}

# check_boot UNIT KIND LINE: checks one of them; LINE is its EXECSTART.
check_boot() {
  local unit="$1" trial="$TRIAL$1"
  trial_text "$unit" "$2" "$3" >"$WORK/trial.unit" || fail '/run is full'
  unit_show "$unit"
  local reason=''
  reason=$(why_not "$2")
  if [ -n "$reason" ]; then
    report "$unit: no boot check: $reason"
    return
  fi
  (umask 022 && cat -- "$WORK/trial.unit" >"/run/systemd/system/$trial") 2>>"$WORK/out" || fail '/run is full'
  reload_systemd
  local begun='' start_second=''
  begun=$(now)
  start_second=$(date +%s)
  column want.services "$unit" @{want.services.start}
  local started=0
  ask_systemd "$((COLUMN + 60))" start "$trial" || started=1
  [ "$started" -ne 0 ] || await_boot "$unit" "$trial" "$2" || started=1
  [ "$started" -eq 0 ] || fail_trial "$unit" "$trial" "$start_second"
  # It ends while the old process does: an idle Sidekiq takes 2 s.
  systemctl --no-ask-password --no-block stop -- "$trial" >>"$WORK/out" 2>&1 || :
  report "$unit: its new definition boots, checked in $(since "$begun") by a second process"
}

# await_boot UNIT TRIAL KIND: waits until the trial is ready. A Sidekiq before 6.0.6 doesn't notify systemd: once it is ready, its
# title shows its threads, and then it has to stay up. A start succeeds even if a condition isn't met, so the state is checked.
await_boot() {
  column want.services "$1" @{want.services.start}
  local waits_until=''
  waits_until=$(($(now) + COLUMN * 100))
  column want.services "$1" @{want.services.stability}
  local stability="$COLUMN" up_since=''
  while :; do
    unit_show "$2"
    case $3/$ACTIVE in
    ends/active) return 0 ;;
    ready/active)
      case $TYPE in notify*) return 0 ;; esac
      case $(process_title "$PID") in 'sidekiq '*' busy]'*) [ -n "$up_since" ] || up_since=$(now) ;; esac
      [ -z "$up_since" ] || [ "$(($(now) - up_since))" -lt "$((stability * 100))" ] || return 0
      ;;
    ready/activating) ;;
    *) return 1 ;;
    esac
    [ "$(now)" -lt "$waits_until" ] || return 1
    sleep 0.2
  done
}

# fail_trial UNIT TRIAL SECOND: fails as `fail_service` does, under the service's own name.
fail_trial() {
  timeout 5 journalctl --sync >/dev/null 2>&1 || :
  unit_show "$2"
  local cause=''
  cause=$(known_cause "$2")
  # By the unit's name, which is unique: journald may be too late to record the invocation of a process that has exited.
  [ -n "$cause" ] || cause=$(last_message _TRANSPORT=stdout --unit="$2" --since="@$3")
  column want.services "$1" @{want.services.start}
  [ "$RESULT" != timeout ] || cause="it was not ready within $COLUMN s"
  [ "$CONDITION" != no ] || cause='one of its conditions is not met'
  report "$1: a second process with the new definition did not boot (${RESULT:-unknown}); its journal ends:"
  journalctl -q --no-pager -o cat -n 12 -u "$2" --since="@$3" 2>/dev/null | report_lines
  fail "$1 would not boot (${RESULT:-unknown})${cause:+: $cause}"
}

# Begins to stop the trials of this transaction or of one that was killed. A job that a trial took may still run for a while.
begin_to_end_trials() {
  set -- "/run/systemd/system/$TRIAL"*
  local left=''
  for left in "$@"; do
    [ ! -e "$left" ] || systemctl --no-ask-password --no-block stop -- "${left##*/}" >>"$WORK/out" 2>&1 || :
  done
}

# Waits until the trials have stopped, and removes them.
end_trials() {
  set -- "/run/systemd/system/$TRIAL"*
  local left=''
  if [ -e "$1" ]; then
    for left in "$@"; do
      timeout 900 systemctl --no-ask-password stop -- "${left##*/}" >>"$WORK/out" 2>&1 || :
      rm -f -- "$left"
      systemctl reset-failed -- "${left##*/}" >>"$WORK/out" 2>&1 || :
    done
    ask_systemd 300 daemon-reload || :
  fi
  rm -rf -- "$RUN"-check.*
}

# why_not KIND: prints why a trial isn't possible, for the unit that `unit_show` has just read.
why_not() {
  if [ -s "$WORK/trial.reason" ]; then
    cat "$WORK/trial.reason"
  elif [ "$1" = ready ]; then
    lacking_memory
  fi
}

# Prints that a second process wouldn't have enough memory, if so.
lacking_memory() {
  local used='' free=''
  used=$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\) kB$/\1/p' "/proc/$PID/status" 2>/dev/null)
  free=$(sed -n 's/^MemAvailable:[^0-9]*\([0-9]*\) kB$/\1/p' /proc/meminfo)
  used=$((${used:-0} / 1024))
  free=$((${free:-0} / 1024))
  [ "$free" -gt "$((used + used / 4 + 64))" ] || echo "$free MB of memory are free, and it uses $used MB"
}
