# Looks up rows of the tables in $WORK, and compares tables.
# Reads: WORK.
# Sets: COLUMN, REST.

# lookup TABLE UNIT: sets REST to the row that begins with the unit, without the unit.
lookup() {
  local key=''
  while read -r key REST; do [ "$key" != "$2" ] || return 0; done <"$WORK/$1"
  REST=''
  return 1
}

# column TABLE UNIT N: sets COLUMN to word number N, from 2 on, of the row that begins with the unit, and REST to that word and
# all after it.
column() {
  lookup "$1" "$2" || :
  local passed=2
  while [ "$passed" -lt "$3" ]; do
    case $REST in *' '*) REST=${REST#* } ;; *) REST='' ;; esac
    passed=$((passed + 1))
  done
  COLUMN=${REST%% *}
}

# with_action ACTION…: prints the units whose planned action is one of these, one per line.
with_action() {
  local wanted='' action='' unit=''
  for wanted in "$@"; do
    while read -r @{plan.services: action unit}; do
      [ "$action" != "$wanted" ] || printf '%s\n' "$unit" || return
    done <"$WORK/plan.services"
  done
}

# in_turn TURN ACTION…: prints the units of this turn whose planned action is one of these, one per line.
in_turn() {
  local turn_asked="$1"
  shift
  local unit=''
  with_action "$@" | while read -r unit; do
    column plan.turns "$unit" @{plan.turns.turn}
    [ "${COLUMN:-1}" -ne "$turn_asked" ] || printf '%s\n' "$unit" || return
  done
}

# same_rows TABLE OTHER: succeeds when both have the same rows, in any order.
same_rows() {
  sort "$WORK/$1" >"$WORK/left" && sort "$WORK/$2" | cmp -s - "$WORK/left"
}

# is_wanted PATH: succeeds when the document has a file of this path.
is_wanted() {
  grep -qxF -e "$1" "$WORK/want.paths"
}
