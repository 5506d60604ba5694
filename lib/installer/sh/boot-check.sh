# Before a process that works is stopped, its new definition is shown to boot: a second process of it, in a unit of its own in /run, until it is
# ready. It has the new unit's user, environment, sandbox and limits, reads copies of the new files, and has nothing to do with the live
# pidfile, sockets and directories. It goes with the transaction's unit, whatever becomes of that.
#     want.boots    UNIT ready|ends EXECSTART: what asks for it. A Sidekiq takes no jobs there, and is tried until it is ready; any
#                   other command until it ends with success.
TRIAL=cdktf-sidekiq-check-

check_boots() {
  in_turn 1 restart >"$WORK/trials" || fail '/run is full'
  tried=' '
  while read -r unit; do
    # Of the instances of a template, one.
    template_of "$unit"
    case $tried in *" $TEMPLATE "*) continue ;; esac
    lookup want.boots "$unit" || continue
    tried="$tried$TEMPLATE "
    kind=${REST%% *}
    line=${REST#* }
    check_boot
  done <"$WORK/trials"
}

check_boot() {
  trial=$TRIAL$unit
  trial_text >"$WORK/trial.unit" || fail '/run is full'
  unit_show "$unit"
  reason=$(why_not)
  if [ -n "$reason" ]; then
    say "$unit: not tried before its process is stopped: $reason"
    return
  fi
  (umask 022 && cat -- "$WORK/trial.unit" >"/run/systemd/system/$trial") 2>>"$WORK/out" || fail '/run is full'
  ask_systemd 300 daemon-reload || fail "systemctl daemon-reload failed: $(printf '%s\n' "$ANSWER" | tail -n 1)"
  begun=$(now)
  start_second=$(date +%s)
  column want.services "$unit" 6
  started=0
  ask_systemd "$((COLUMN + 60))" start "$trial" || started=1
  [ "$started" -ne 0 ] || await_boot || started=1
  [ "$started" -eq 0 ] || fail_trial
  # It ends while the old one does: an idle Sidekiq takes 2 s for it.
  systemctl --no-ask-password --no-block stop -- "$trial" >>"$WORK/out" 2>&1 || :
  say "$unit: its new definition boots, shown in $(since "$begun") by a second process"
}

# A Sidekiq before 6.0.6 does not say that it is ready: once it is, its title tells of its threads, and then it has to stay up. A condition that is
# not met fails no start.
await_boot() {
  column want.services "$unit" 6
  waits_until=$(($(now) + COLUMN * 100))
  column want.services "$unit" 4
  stability=$COLUMN
  up_since=''
  while :; do
    unit_show "$trial"
    case $kind/$ACTIVE in
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

# In the words of a service that fails, as the service's own name says it.
fail_trial() {
  timeout 5 journalctl --sync >/dev/null 2>&1 || :
  unit_show "$trial"
  shown=$unit
  unit=$trial
  cause=$(known_cause)
  # By the unit's name, which nothing else has: journald may be too late to learn in which invocation somebody said something.
  [ -n "$cause" ] || cause=$(last_words _TRANSPORT=stdout --unit="$trial" --since="@$start_second")
  column want.services "$shown" 6
  [ "$RESULT" != timeout ] || cause="it was not ready within $COLUMN s"
  [ "$CONDITION" != no ] || cause='one of its conditions is not met'
  say "$shown: a second process with the new definition did not boot (${RESULT:-unknown}); its journal ends:"
  journalctl -q --no-pager -o cat -n 12 -u "$trial" --since="@$start_second" 2>/dev/null | say_lines
  fail "$shown would not boot (${RESULT:-unknown})${cause:+: $cause}"
}

# Tells what was tried to end, in this transaction or in one that was killed: a job that it took may still run for a while.
begin_to_end_trials() {
  set -- "/run/systemd/system/$TRIAL"*
  for left in "$@"; do
    [ ! -e "$left" ] || systemctl --no-ask-password --no-block stop -- "${left##*/}" >>"$WORK/out" 2>&1 || :
  done
}

# Waits for that end, and forgets what was tried.
end_trials() {
  set -- "/run/systemd/system/$TRIAL"*
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

# Why there can be no trial, in words; of the unit that `unit_show` has just described.
why_not() {
  if [ -s "$WORK/trial.reason" ]; then
    cat "$WORK/trial.reason"
  elif [ "$kind" = ready ] && ! has_memory; then
    echo "$free MB of memory are free, and it uses $used MB"
  fi
}

has_memory() {
  used=$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\) kB$/\1/p' "/proc/$PID/status" 2>/dev/null)
  free=$(sed -n 's/^MemAvailable:[^0-9]*\([0-9]*\) kB$/\1/p' /proc/meminfo)
  used=$((${used:-0} / 1024))
  free=$((${free:-0} / 1024))
  [ "$free" -gt "$((used + used / 4 + 64))" ]
}
