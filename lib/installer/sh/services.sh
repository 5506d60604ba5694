# Stopping, enabling and starting.

# with_action ACTION…: the units whose planned action is one of these, one a line.
with_action() {
  for wanted in "$@"; do
    while read -r action unit _; do
      [ "$action" != "$wanted" ] || printf '%s\n' "$unit" || return
    done <"$WORK/plan.services"
  done
}

# Reads units from standard input and runs systemctl on all of them at once, at most so many seconds.
systemctl_each() {
  seconds=$1
  verb=$2
  set --
  while read -r unit _; do set -- "$@" "$unit"; done
  [ $# -eq 0 ] || ask_systemd "$seconds" "$verb" "$@"
}

# ask_systemd SECONDS VERB [UNIT…]. A systemd that is executed anew, as an upgrade of libc does, hangs up on whom it owes an
# answer, and goes on with its jobs: ask again. ANSWER is what it said, which a full disk does not swallow.
ask_systemd() {
  seconds=$1
  verb=$2
  shift 2
  for _ in 1 2 3 4 5 6; do
    if ANSWER=$(timeout "$seconds" systemctl --no-ask-password --no-reload "$verb" -- "$@" 2>&1); then return 0; fi
    printf '%s\n' "$ANSWER" >>"$WORK/out"
    case $ANSWER in
    *'onnection terminated'* | *'onnection reset'* | *'onnection refused'* | *'ransport endpoint'* | *'connect to bus'*) ;;
    *) return 1 ;;
    esac
    # The job that was asked for is under way, or done: not once more.
    [ "$verb" != restart ] || verb=start
    sleep 0.5
  done
  return 1
}

# longest TABLE COLUMN: the most seconds in a column (4, 5 or 6) of a table, in LONGEST. systemd itself keeps the limits, those made of it are
# against a hang.
longest() {
  LONGEST=0
  while read -r _ _ _ fourth fifth sixth _; do
    case $2 in 4) seconds=$fourth ;; 5) seconds=$fifth ;; *) seconds=$sixth ;; esac
    [ "$seconds" -le "$LONGEST" ] || LONGEST=$seconds
  done <"$WORK/$1"
}

# Under the definition that systemd has now: after a daemon-reload the new TimeoutStopSec would govern the old process. In two groups, so that
# nothing is down for as long as another one needs to end its work: Sidekiqs with jobs and what goes for good, then all else, right before
# the swap.
stop_services() {
  {
    in_turn 1 restart
    while read -r unit; do
      unit_show "$unit"
      case $ACTIVE in active | reloading | activating | deactivating) printf '%s\n' "$unit" ;; esac
    done <"$WORK/plan.gone"
  } >"$WORK/stopped" || fail '/run is full'
  split_stops
  for group in first next last; do [ ! -s "$WORK/stopped.$group" ] || stop_together "$WORK/stopped.$group"; done
}

# $WORK/stopped in three groups: Sidekiqs with jobs and what goes for good; Sidekiqs that look idle; all else.
split_stops() {
  for group in first next last; do : >"$WORK/stopped.$group"; done
  while read -r unit; do
    group=first
    if ! goes_for_good; then
      unit_show "$unit"
      case $(process_title "$PID") in
      # A title is up to 10 s old: it may have a job by now.
      'sidekiq '*'[0 of '*) group=next ;;
      'sidekiq '*' busy]'*) ;;
      *) group=last ;;
      esac
    fi
    printf '%s\n' "$unit" >>"$WORK/stopped.$group"
  done <"$WORK/stopped"
}

# Not what was here before this owner, and is given back.
goes_for_good() {
  grep -qxF -e "$unit" "$WORK/plan.gone" || return 1
  [ ! -f "$WORK/old.was" ] || ! lookup old.was "$unit"
}

# stop_together LIST
stop_together() {
  begun=$(now)
  longest old.services 4
  seconds_to_stop=$LONGEST
  longest plan.services 5
  [ "$seconds_to_stop" -ge "$LONGEST" ] || seconds_to_stop=$LONGEST
  tries=0
  until systemctl_each "$((seconds_to_stop + 120))" stop <"$1"; do
    tries=$((tries + 1))
    case $tries/$ANSWER in
    # Somebody's restart, a code deployment perhaps, took the place of our stop: that one is let end, or it would fail.
    [1-3]/*' canceled.'*) await_systemd "$1" ;;
    *) fail "could not stop $(words <"$1"): $(tail -n 1 "$WORK/out")" ;;
    esac
  done
  say "$(words <"$1"): stopped in $(since "$begun")"
}

# await_systemd LIST: until nothing is under way for the units to be stopped, two minutes at most.
await_systemd() {
  waits_until=$(($(now) + 12000))
  while read -r unit; do
    while systemctl show -P Job -- "$unit" | grep -q '[1-9]' && [ "$(now)" -lt "$waits_until" ]; do sleep 0.2; done
  done <"$1"
}

# Lines as one phrase.
words() {
  paste -s -d ' ' - | sed 's/ /, /g'
}

disable_gone() {
  while read -r unit _ enabled _; do
    grep -qxF -e "$unit" "$WORK/plan.gone" || continue
    case $enabled in enabled | enabled-runtime) echo "$unit" ;; esac
  done <"$WORK/before" | systemctl_each 60 disable
}

# Before the daemon-reload, which then knows of it. The links follow an [Install] that changes.
enable_services() {
  while read -r action unit enabled _; do
    ENABLED=$(enabled_on_disk "$unit")
    verb=''
    case $enabled in
    enabled)
      if ! is_enabled; then
        [ "$action" = keep ] || verb=enable
      elif definition_changes "$unit"; then
        verb=reenable
      fi
      ;;
    disabled) [ "$ENABLED" != enabled ] || verb=disable ;;
    esac
    [ -z "$verb" ] || ask_systemd 60 "$verb" "$unit" || return 1
  done <"$WORK/plan.services"
}

# What an operator disabled as well stays disabled; the end of a message.
and_disabled() {
  ENABLED=$(enabled_on_disk "$1")
  if [ "$2" = enabled ] && ! is_enabled; then echo '; left disabled, too'; fi
}

start_services() {
  in_turn 1 restart start >"$WORK/started" || fail '/run is full'
  with_action wait >"$WORK/waiting" || fail '/run is full'
  # Code may have come meanwhile.
  while read -r unit; do
    column want.services "$unit" 8
    if exists "$REST"; then printf '%s\n' "$unit"; fi
  done <"$WORK/waiting" >>"$WORK/started" || fail '/run is full'
  if [ -s "$WORK/started" ]; then
    start_together "$WORK/started"
    settle "$WORK/started"
  fi
  take_turns
  # systemd sees that a condition is not met, and from then on whatever looks sees that it waits.
  systemctl_each 60 start <"$WORK/waiting" || :
  while read -r action unit enabled _; do
    case $action in
    keep) say "$unit: left stopped, as an operator stopped it (whenStopped: keep)$(and_disabled "$unit" "$enabled")" ;;
    wait)
      grep -qxF -e "$unit" "$WORK/started" && continue
      column want.services "$unit" 8
      say "$unit: installed, waiting for code ($REST is missing)"
      ;;
    esac
  done <"$WORK/plan.services"
}

# start_together LIST
start_together() {
  begun=$(now)
  start_second=$(date +%s)
  systemctl_each 30 reset-failed <"$1" || :
  # Not `start`: somebody may have started one meanwhile, with what systemd knew before.
  longest plan.services 6
  ! systemctl_each "$((LONGEST + 60))" restart <"$1" || return 0
  while read -r unit; do
    unit_show "$unit"
    if [ "$ACTIVE" = active ]; then continue; fi
    case $ANSWER in
    *"Job for $unit canceled"*) shuts_down || { leave_halted && continue; } ;;
    esac
    fail_service "did not become ready"
  done <"$1"
  [ -s "$WORK/halted" ] || fail "systemctl start failed: $(tail -n 1 "$WORK/out")"
}

# settle LIST: READY is not enough, a service must stay up for a while in one invocation.
settle() {
  while read -r unit; do
    ! lookup halted "$unit" || continue
    unit_show "$unit"
    printf '%s %s\n' "$unit" "$INVOCATION" || fail '/run is full'
  done <"$1" 2>/dev/null >"$WORK/invocations" || fail '/run is full'
  has_room || fail '/run is full'
  moment=$(now)
  while read -r unit invocation; do
    column want.services "$unit" 4
    stability=$COLUMN
    settle_unit
  done <"$WORK/invocations"
  has_room || fail '/run is full'
}

settle_unit() {
  up_since=$moment
  patience=$(($(now) + stability * 1000 + 6000))
  while :; do
    unit_show "$unit"
    case $ACTIVE/$TYPE/$RESULT in
    inactive/oneshot/success)
      say "$unit: done"
      return
      ;;
    inactive/* | failed/*)
      if told_to_stop; then
        leave_halted
        return
      fi
      ;;
    # Somebody's restart, or a stop: systemd keeps the limit.
    deactivating/*) patience=$((patience + 20)) ;;
    esac
    case $ACTIVE/$TYPE/$RESULT in
    inactive/*)
      if [ "$CONDITION" = no ]; then fail_service 'did not start: one of its conditions is not met'; fi
      fail_service "ended by itself within $stability s"
      ;;
    active/* | reloading/*) [ "${RESTARTS:-0}" -eq 0 ] || fail_service "crashed within $stability s" ;;
    activating/*/success) [ "$SUB" != auto-restart ] || fail_service "ended within $stability s" ;;
    failed/* | activating/*) fail_service "crashed within $stability s" ;;
    esac
    if [ "$INVOCATION" != "$invocation" ]; then
      # Somebody else restarted it, as a code deployment does: that is no failure, the wait begins again.
      invocation=$INVOCATION
      up_since=$(now)
    fi
    if [ "$ACTIVE" = active ] && [ "$(($(now) - up_since))" -ge "$((stability * 100))" ]; then
      say "$unit: active (ready, stable for $stability s)"
      return
    fi
    [ "$(now)" -lt "$patience" ] || fail_service 'keeps being restarted by somebody else'
    sleep 0.2
  done
}

# An operator's stop in the middle is no failure of the service, and is not undone: a process that ends by itself ends before its
# unit leaves `active`, one that is told to stop ends after it. A host that shuts down stops everything, and means no service.
told_to_stop() {
  case $CONDITION/$RESULT in no/* | */watchdog | */oom-kill) return 1 ;; esac
  left=$(systemctl show -P ActiveExitTimestampMonotonic -- "$unit")
  ended=$(systemctl show -P ExecMainExitTimestampMonotonic -- "$unit")
  [ "${left:-0}" -gt 0 ] && [ "${ended:-0}" -gt "$left" ] && ! systemctl show -P Job -- "$unit" | grep -q '[1-9]' && ! shuts_down
}

shuts_down() {
  [ "$(systemctl is-system-running 2>/dev/null)" = stopping ]
}

# As `whenStopped` says; but started again is it by the next deployment only.
leave_halted() {
  printf '%s\n' "$unit" >>"$WORK/halted"
  systemctl reset-failed -- "$unit" >>"$WORK/out" 2>&1 || :
  column want.services "$unit" 3
  case $COLUMN in
  fail) fail "$unit was stopped by somebody else meanwhile" ;;
  esac
  say "$unit: stopped by somebody else meanwhile, left so"
}

# The cause as systemd and the journal tell it.
fail_service() {
  # What the service said last may still be on its way into the journal.
  timeout 5 journalctl --sync >/dev/null 2>&1 || :
  say "$unit: $1 (${RESULT:-unknown}); its journal ends:"
  journalctl -q --no-pager -o cat -n 12 -u "$unit" 2>/dev/null | say_lines
  cause=$(known_cause)
  [ -z "$cause" ] || fail "$unit $1: $cause"
  said=$(last_words "_SYSTEMD_INVOCATION_ID=$INVOCATION")
  # journald may be too late to learn who said something, if that one has ended meanwhile.
  [ -n "$said" ] || said=$(last_words _TRANSPORT=stdout --unit="$unit" --since="@$start_second")
  fail "$unit $1 (${RESULT:-unknown})${said:+: $said}"
}

# Of a backtrace, a help text and what was said by the way none is the cause, where anything else was said.
last_words() {
  journalctl -q --no-pager -o cat -n 60 "$@" 2>/dev/null | head -c 65536 | strip >"$WORK/words"
  telling=$(grep -vE "^[[:blank:]]|:[0-9]+:in .*'\$| (INFO|DEBUG): " "$WORK/words" | tail -n 1)
  [ -n "$telling" ] || telling=$(tail -n 1 "$WORK/words")
  printf '%s\n' "$telling" | sed -E "s/^[^ ]*:[0-9]+:in .*': //; s/^[^ ]* pid=.* (WARN|ERROR|FATAL): //; s/^[[:blank:]]*//" | cut -c 1-200
}
