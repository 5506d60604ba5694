# Instances of one template restart one after another, each when the one before is ready: some always work, and the first one
# shows whether a release can boot.
#     want.rolling   units that are to do so   ·   plan.turns   UNIT TURN: those whose turn comes later, from 2 on
# Sets: TURNS.

plan_turns() {
  awk -v work="$WORK/" '
    function template(unit) { return unit ~ /@.*\./ ? substr(unit, 1, index(unit, "@")) : "" }
    FILENAME == work "want.rolling" { rolling[$0] = 1; next }
    $1 == "restart" && $2 in rolling && template($2) != "" && ++turn[template($2)] > 1 { print $2, turn[template($2)] }
  ' "$WORK/want.rolling" "$WORK/plan.services" >"$WORK/plan.turns"
  TURNS=1
  local turn=''
  while read -r _ turn; do [ "$turn" -le "$TURNS" ] || TURNS=$turn; done <"$WORK/plan.turns"
}

# in_turn TURN ACTION…: prints the units of this turn whose planned action is one of these, one per line.
in_turn() {
  local turn_asked="$1"
  shift
  local unit=''
  with_action "$@" | while read -r unit; do
    column plan.turns "$unit" 2
    [ "${COLUMN:-1}" -ne "$turn_asked" ] || printf '%s\n' "$unit" || return
  done
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
      if told_to_stop "$unit"; then
        leave_halted "$unit"
        continue
      fi
      ;;
    esac
    printf '%s\n' "$unit" || return 1
  done
}
