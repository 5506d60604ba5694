# Waits until services have been up for their stability time.
# Reads: ACTIVE, COLUMN, CONDITION, ENTERED, INVOCATION, LEFT, REST, RESTARTS, RESULT, SUB, TYPE, WORK.

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
    column want.services "$unit" @{want.services.stability}
    settle_unit "$unit" "$invocation" "$COLUMN" "$moment"
  done <"$WORK/invocations"
  has_room || fail '/run is full'
}

# settle_unit UNIT INVOCATION STABILITY MOMENT: waits until it has been up for so many seconds since the moment.
settle_unit() {
  local unit="$1" invocation="$2" stability="$3" up_since="$4" deadline=''
  deadline=$(($(now) + stability * 1000 + 6000))
  while :; do
    unit_show "$unit"
    case $ACTIVE/$TYPE/$RESULT in
    inactive/oneshot/success)
      report "$unit: done"
      return
      ;;
    inactive/* | failed/*)
      if stopped_from_outside "$unit"; then
        leave_halted "$unit"
        return
      fi
      ;;
    # Restarted or stopped from outside: systemd enforces the time limit.
    deactivating/*) deadline=$((deadline + 20)) ;;
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
      report "$unit: active (ready, stable for $stability s)$(was_down "$unit")"
      return
    fi
    [ "$(now)" -lt "$deadline" ] || fail_service "$unit" 'keeps being restarted by another process'
    sleep 0.2
  done
}

# was_down UNIT: prints for how long a unit that was restarted was down, if it came up once.
was_down() {
  lookup before "$1" || return 0
  case $REST in active' '*) ;; *) return 0 ;; esac
  if [ "$LEFT" -gt 0 ] && [ "$ENTERED" -gt "$LEFT" ]; then echo ", down for $(((ENTERED - LEFT + 500000) / 1000000)) s"; fi
}

# leave_halted UNIT: follows `whenStopped`, but only the next deployment can start the unit again.
leave_halted() {
  printf '%s\n' "$1" >>"$WORK/halted"
  systemctl reset-failed -- "$1" >>"$WORK/out" 2>&1 || :
  column want.services "$1" @{want.services.when_stopped}
  case $COLUMN in
  fail) fail "$1 was stopped by another process meanwhile" ;;
  esac
  report "$1: stopped by another process meanwhile, left stopped"
}
