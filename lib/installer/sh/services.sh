# Stops, enables and starts services. Sets: ANSWER, LONGEST, ENABLED.

# with_action ACTION…: prints the units whose planned action is one of these, one per line.
with_action() {
  local wanted='' action='' unit=''
  for wanted in "$@"; do
    while read -r action unit _; do
      [ "$action" != "$wanted" ] || printf '%s\n' "$unit" || return
    done <"$WORK/plan.services"
  done
}

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

# longest TABLE COLUMN: sets LONGEST to the largest number of seconds in a column (4, 5 or 6) of a table. systemd enforces these
# limits itself; the timeouts derived from them only guard against a hang.
longest() {
  LONGEST=0
  # The journal of an earlier version has no old.services.
  [ -f "$WORK/$1" ] || return 0
  local fourth='' fifth='' sixth='' seconds=''
  while read -r _ _ _ fourth fifth sixth _; do
    case $2 in 4) seconds=$fourth ;; 5) seconds=$fifth ;; *) seconds=$sixth ;; esac
    [ "$seconds" -le "$LONGEST" ] || LONGEST=$seconds
  done <"$WORK/$1"
}

# Stops what is removed for good, under the definition that systemd has loaded. All else runs on until its new files are in place.
stop_gone() {
  local unit=''
  while read -r unit; do
    ! is_given_back "$unit" || continue
    unit_show "$unit"
    case $ACTIVE in active | reloading | activating | deactivating) printf '%s\n' "$unit" ;; esac
  done <"$WORK/plan.gone" >"$WORK/stopped" || fail '/run is full'
  [ -s "$WORK/stopped" ] || return 0
  local drain=''
  while read -r unit _ _ _ drain; do
    case $drain in [1-9]*) ! grep -qxF -e "$unit" "$WORK/stopped" || echo "$unit $drain" ;; esac
  done <"$WORK/old.services" >"$WORK/drains"
  quiet
  while read -r unit _; do until is_drained "$unit"; do sleep 0.2; done; done <"$WORK/quieted"
  stop_together "$WORK/stopped"
}

# stop_together LIST: stops all units of LIST at once.
stop_together() {
  local begun=''
  begun=$(now)
  longest_stop
  local limit=''
  limit=$((LONGEST + 120))
  local tries=0
  until systemctl_each "$limit" stop <"$1"; do
    tries=$((tries + 1))
    case $tries/$ANSWER in
    # Another restart, perhaps by a code deployment, replaced our stop. Wait for it: it would fail if it were interrupted.
    [1-3]/*' canceled.'*) await_systemd "$1" ;;
    *) fail "could not stop $(words <"$1"): $(tail -n 1 "$WORK/out")" ;;
    esac
  done
  say "$(words <"$1"): stopped in $(since "$begun")"
}

# await_systemd LIST: waits until systemd has no jobs for these units, for two minutes at most.
await_systemd() {
  local waits_until='' unit=''
  waits_until=$(($(now) + 12000))
  while read -r unit; do
    while systemctl show -P Job -- "$unit" | grep -q '[1-9]' && [ "$(now)" -lt "$waits_until" ]; do sleep 0.2; done
  done <"$1"
}

# Joins lines with commas.
words() {
  paste -s -d ' ' - | sed 's/ /, /g'
}

disable_gone() {
  local unit='' enabled=''
  while read -r unit _ enabled _; do
    grep -qxF -e "$unit" "$WORK/plan.gone" || continue
    case $enabled in enabled | enabled-runtime) echo "$unit" ;; esac
  done <"$WORK/before" | systemctl_each 60 disable
}

# Runs before the daemon-reload, which then picks up the changes. Re-enables a unit whose definition changes, so that its links
# follow its [Install].
enable_services() {
  local action='' unit='' enabled='' verb=''
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

# and_disabled UNIT ENABLED: prints the end of a message where an operator has disabled the unit as well. It stays disabled.
and_disabled() {
  ENABLED=$(enabled_on_disk "$1")
  if [ "$2" = enabled ] && ! is_enabled; then echo '; left disabled, too'; fi
}

start_services() {
  in_turn 1 restart start >"$WORK/started" || fail '/run is full'
  with_action wait >"$WORK/waiting" || fail '/run is full'
  local unit=''
  # Code may have arrived meanwhile.
  while read -r unit; do
    column want.services "$unit" 8
    if exists "$REST"; then printf '%s\n' "$unit"; fi
  done <"$WORK/waiting" >>"$WORK/started" || fail '/run is full'
  given_back >"$WORK/given" || fail '/run is full'
  if [ -s "$WORK/started" ] || [ -s "$WORK/given" ]; then
    restart_together "$WORK/started" "$WORK/given"
    settle "$WORK/started"
  fi
  take_turns
  # Those of units that an operator stopped while they waited for their turn.
  keeping_stop_settings >"$WORK/keeping" || fail '/run is full'
  forget_stop_settings <"$WORK/keeping"
  [ "$FORGOT" = no ] || reload_systemd
  # systemd then knows that a condition isn't met, so anything that looks at the unit sees that it is waiting.
  systemctl_each 60 start <"$WORK/waiting" || :
  local action='' enabled=''
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

reload_systemd() {
  ask_systemd 300 daemon-reload || fail "systemctl daemon-reload failed: $(printf '%s\n' "$ANSWER" | tail -n 1)"
}

# settle LIST: waits until each unit has been up for its stability time in one invocation. READY isn't enough.
settle() {
  local unit=''
  while read -r unit; do
    ! lookup halted "$unit" || continue
    unit_show "$unit"
    printf '%s %s\n' "$unit" "$INVOCATION" || fail '/run is full'
  done <"$1" 2>/dev/null >"$WORK/invocations" || fail '/run is full'
  has_room || fail '/run is full'
  local moment='' invocation=''
  moment=$(now)
  while read -r unit invocation; do
    column want.services "$unit" 4
    settle_unit "$unit" "$invocation" "$COLUMN" "$moment"
  done <"$WORK/invocations"
  has_room || fail '/run is full'
}

# settle_unit UNIT INVOCATION STABILITY MOMENT: waits until it has been up for so many seconds since the moment.
settle_unit() {
  local unit="$1" invocation="$2" stability="$3" up_since="$4" patience=''
  patience=$(($(now) + stability * 1000 + 6000))
  while :; do
    unit_show "$unit"
    case $ACTIVE/$TYPE/$RESULT in
    inactive/oneshot/success)
      say "$unit: done"
      return
      ;;
    inactive/* | failed/*)
      if told_to_stop "$unit"; then
        leave_halted "$unit"
        return
      fi
      ;;
    # Restarted or stopped from outside: systemd enforces the time limit.
    deactivating/*) patience=$((patience + 20)) ;;
    esac
    case $ACTIVE/$TYPE/$RESULT in
    inactive/*)
      if [ "$CONDITION" = no ]; then fail_service "$unit" 'did not start: one of its conditions is not met'; fi
      fail_service "$unit" "ended by itself within $stability s"
      ;;
    active/* | reloading/*) [ "${RESTARTS:-0}" -eq 0 ] || fail_service "$unit" "crashed within $stability s" ;;
    activating/*/success) [ "$SUB" != auto-restart ] || fail_service "$unit" "ended within $stability s" ;;
    failed/* | activating/*) fail_service "$unit" "crashed within $stability s" ;;
    esac
    if [ "$INVOCATION" != "$invocation" ]; then
      # Restarted from outside, for example by a code deployment. That isn't a failure, so the wait starts again.
      invocation=$INVOCATION
      up_since=$(now)
    fi
    if [ "$ACTIVE" = active ] && [ "$(($(now) - up_since))" -ge "$((stability * 100))" ]; then
      say "$unit: active (ready, stable for $stability s)$(was_down "$unit")"
      return
    fi
    [ "$(now)" -lt "$patience" ] || fail_service "$unit" 'keeps being restarted by somebody else'
    sleep 0.2
  done
}

# was_down UNIT: prints for how long a unit that was restarted was down, if it came up once.
was_down() {
  lookup before "$1" || return 0
  case $REST in active' '*) ;; *) return 0 ;; esac
  if [ "$LEFT" -gt 0 ] && [ "$ENTERED" -gt "$LEFT" ]; then echo ", down for $(((ENTERED - LEFT + 500000) / 1000000)) s"; fi
}

# told_to_stop UNIT: succeeds when an operator stopped the unit meanwhile, which is neither a failure nor undone: a process that
# exits by itself does so before its unit leaves `active`, one that systemd stops exits after that. A host that shuts down stops
# everything, so that doesn't count.
told_to_stop() {
  case $CONDITION/$RESULT in no/* | */watchdog | */oom-kill) return 1 ;; esac
  local ended=''
  ended=$(systemctl show -P ExecMainExitTimestampMonotonic -- "$1")
  [ "$LEFT" -gt 0 ] && [ "${ended:-0}" -gt "$LEFT" ] && ! systemctl show -P Job -- "$1" | grep -q '[1-9]' && ! shuts_down
}

shuts_down() {
  [ "$(systemctl is-system-running 2>/dev/null)" = stopping ]
}

# leave_halted UNIT: follows `whenStopped`, but only the next deployment can start the unit again.
leave_halted() {
  printf '%s\n' "$1" >>"$WORK/halted"
  systemctl reset-failed -- "$1" >>"$WORK/out" 2>&1 || :
  column want.services "$1" 3
  case $COLUMN in
  fail) fail "$1 was stopped by somebody else meanwhile" ;;
  esac
  say "$1: stopped by somebody else meanwhile, left so"
}

# fail_service UNIT REASON: fails with the cause from systemd and the journal.
fail_service() {
  # The service's last lines may not have reached the journal yet.
  timeout 5 journalctl --sync >/dev/null 2>&1 || :
  say "$1: $2 (${RESULT:-unknown}); its journal ends:"
  journalctl -q --no-pager -o cat -n 12 -u "$1" 2>/dev/null | say_lines
  local cause=''
  cause=$(known_cause "$1")
  [ -z "$cause" ] || fail "$1 $2: $cause"
  local said=''
  said=$(last_words "_SYSTEMD_INVOCATION_ID=$INVOCATION")
  # journald may be too late to record the invocation of a process that has exited.
  [ -n "$said" ] || said=$(last_words _TRANSPORT=stdout --unit="$1" --since="@$START_SECOND")
  fail "$1 $2 (${RESULT:-unknown})${said:+: $said}"
}

# last_words MATCH…: prints the last line that can be the cause. Backtraces, help texts and INFO or DEBUG lines count only if
# there is nothing else.
last_words() {
  journalctl -q --no-pager -o cat -n 60 "$@" 2>/dev/null | head -c 65536 | strip >"$WORK/words"
  local telling=''
  telling=$(grep -vE "^[[:blank:]]|:[0-9]+:in .*'\$| (INFO|DEBUG): " "$WORK/words" | tail -n 1)
  [ -n "$telling" ] || telling=$(tail -n 1 "$WORK/words")
  printf '%s\n' "$telling" | sed -E "s/^[^ ]*:[0-9]+:in .*': //; s/^[^ ]* pid=.* (WARN|ERROR|FATAL): //; s/^[[:blank:]]*//" | cut -c 1-200
}
