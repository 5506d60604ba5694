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
    FILENAME == work "plan.turns" { turn_of[$@{plan.turns.unit}] = $@{plan.turns.turn}; next }
    FILENAME == work "want.boots" { boots[$@{want.boots.unit}] = 1; next }
    FILENAME == work "old.services" { old_stop[$@{old.services.unit}] = $@{old.services.stop}; next }
    FILENAME == work "plan.services" && $@{plan.services.action} != "leave" {
      unit = $@{plan.services.unit}
      stop = $@{plan.services.stop}
      start = $@{plan.services.start}
      turn = unit in turn_of ? turn_of[unit] : 1
      if (turn == 1 && unit in boots) sum += start + 0 > cap + 0 ? cap : start
      most(turn, "drain", $@{plan.services.drain})
      most(turn, "stop", stop > old_stop[unit] ? stop : old_stop[unit])
      most(turn, "start", start)
      most(turn, "stay", $@{plan.services.stability})
    }
    END { for (turn = 1; turn <= turns; turn++) sum += longest[turn, "drain"] + longest[turn, "stop"] + longest[turn, "start"] + longest[turn, "stay"]; print sum + 300 }
  ' "$WORK/plan.turns" "$WORK/want.boots" "$WORK/old.services" "$WORK/plan.services")
  if [ "$seconds" -gt "$LOCK_SECONDS" ]; then echo "$(($(now) / 100 + seconds))" >"$RUN/busy-until" || :; else rm -f -- "$RUN/busy-until"; fi
}
