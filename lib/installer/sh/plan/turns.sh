# Plans turns: instances of one template restart one after another, each when the one before is ready.
# Reads: WORK.
# Sets: TURNS.
# Some always work, and the first one shows whether a release can boot.
#     want.rolling   units that are to do so   ·   plan.turns   those whose turn comes later, from 2 on

plan_turns() {
  awk -v work="$WORK/" '
    function template(unit) { return unit ~ /@.*\./ ? substr(unit, 1, index(unit, "@")) : "" }
    FILENAME == work "want.rolling" { rolling[$0] = 1; next }
    $@{plan.services.action} != "restart" { next }
    { unit = $@{plan.services.unit} }
    unit in rolling && template(unit) != "" && ++turn[template(unit)] > 1 { print unit, turn[template(unit)] }
  ' "$WORK/want.rolling" "$WORK/plan.services" >"$WORK/plan.turns"
  TURNS=1
  local turn=''
  while read -r @{plan.turns: turn}; do [ "$turn" -le "$TURNS" ] || TURNS=$turn; done <"$WORK/plan.turns"
}
