# Starts and restarts the services of the plan.
# Reads: ACTIVE, FORGOT, REST, TURNS, WORK.

start_services() {
  in_turn 1 restart start >"$WORK/started" || fail '/run is full'
  with_action wait >"$WORK/waiting" || fail '/run is full'
  local unit=''
  # Code may have arrived meanwhile.
  while read -r unit; do
    column want.services "$unit" @{want.services.when}
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
  while read -r @{plan.services: action unit enabled}; do
    case $action in
    keep) report "$unit: left stopped, because an operator stopped it (whenStopped: keep)$(and_disabled "$unit" "$enabled")" ;;
    wait)
      grep -qxF -e "$unit" "$WORK/started" && continue
      column want.services "$unit" @{want.services.when}
      report "$unit: installed, waiting for code ($REST is missing)"
      ;;
    esac
  done <"$WORK/plan.services"
}

take_turns() {
  : >"$WORK/turned"
  local turn=2
  while [ "$turn" -le "$TURNS" ]; do
    take_turn "$turn"
    turn=$((turn + 1))
  done
  [ ! -s "$WORK/turned" ] || settle "$WORK/turned"
}

# take_turn TURN: restarts the units of this turn.
take_turn() {
  in_turn "$1" restart >"$WORK/turn.all" || fail '/run is full'
  still_wanted <"$WORK/turn.all" >"$WORK/turn" || fail '/run is full'
  [ ! -s "$WORK/turn" ] || restart_together "$WORK/turn"
  cat "$WORK/turn" >>"$WORK/turned" || fail '/run is full'
}

# Prints the units of standard input, except those that an operator stopped while they waited.
still_wanted() {
  local unit=''
  while read -r unit; do
    unit_show "$unit"
    case $ACTIVE in
    inactive | failed)
      if stopped_from_outside "$unit"; then
        leave_halted "$unit"
        continue
      fi
      ;;
    esac
    printf '%s\n' "$unit" || return 1
  done
}
