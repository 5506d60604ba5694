# Announces how long this transaction may take, for those that wait for the lock.
# Reads: LOCK_SECONDS, RUN, WORK.

# Writes busy-until: the second of the machine's uptime by which this transaction ends if each service takes all the time it may.
# Only where that is later than others would wait anyway. Each limit counts for LOCK_SECONDS at most, so that an unlimited one
# doesn't keep others waiting for a day.
announce() {
  local seconds=''
  seconds=$(awk -v work="$WORK/" -v cap="$LOCK_SECONDS" '
    function most(turn, what, value) {
      if (value + 0 > cap + 0) value = cap
      if (value + 0 > longest[turn, what]) longest[turn, what] = value + 0
      if (turn > turns) turns = turn
    }
    FILENAME == work "plan.turns" { turn_of[$1] = $2; next }
    FILENAME == work "want.boots" { boots[$1] = 1; next }
    FILENAME == work "old.services" { old_stop[$1] = $4; next }
    FILENAME == work "plan.services" && $1 != "leave" {
      turn = $2 in turn_of ? turn_of[$2] : 1
      if (turn == 1 && $2 in boots) sum += $6 + 0 > cap + 0 ? cap : $6
      most(turn, "drain", $7); most(turn, "stop", $5 > old_stop[$2] ? $5 : old_stop[$2]); most(turn, "start", $6); most(turn, "stay", $4)
    }
    END { for (turn = 1; turn <= turns; turn++) sum += longest[turn, "drain"] + longest[turn, "stop"] + longest[turn, "start"] + longest[turn, "stay"]; print sum + 300 }
  ' "$WORK/plan.turns" "$WORK/want.boots" "$WORK/old.services" "$WORK/plan.services")
  if [ "$seconds" -gt "$LOCK_SECONDS" ]; then echo "$(($(now) / 100 + seconds))" >"$RUN/busy-until" || :; else rm -f -- "$RUN/busy-until"; fi
}
