# Ends a run, and collects the reasons not to begin one.
# Reads: AT_FAILURE, KEPT, LOCKED, OWNER, PRINTABLE, RUN, STATE, WORK.
# Sets: PHASE.

# What a failure has to undo: `untouched` (only staged files), `touched` (roll back), `committed` (nothing: the new files stay).
PHASE=untouched

# problem TEXT…: records a reason not to begin. All of them are shown together.
problem() {
  printable "$*"
  printf '%s\n' "$PRINTABLE" >>"$WORK/problems"
}

refuse_if_problems() {
  [ -s "$WORK/problems" ] || return 0
  local count=''
  count=$(wc -l <"$WORK/problems")
  [ "$count" -eq 1 ] || report_lines <"$WORK/problems"
  local first=''
  first=$(head -n 1 "$WORK/problems")
  [ "$count" -eq 1 ] || first="$count problems, the first: $first"
  fail "$first"
}

# Fails with the last command's error as the cause. Removes half-written files first, to free their space.
fail_to_write() {
  rm -f -- "$STATE/owners/$OWNER/manifest.new" "$STATE/owners/$OWNER/installer.new"
  fail "cannot write to $STATE: $(last_error)"
}

# fail REASON: ends the run, and undoes what it has done so far. That takes the later phases, so undo/fail.sh sets AT_FAILURE.
fail() {
  "$AT_FAILURE" "$*"
}

# end LAST LINE: ends a run that didn't fully succeed.
end() {
  release
  report "$*"
  keep_log
  echo "1 $KEPT" >"$WORK/ended"
  tidy
  exit 1
}

succeed() {
  release
  report "$*"
  [ "$PHASE" = untouched ] || keep_log
  echo "0 $KEPT" >"$WORK/ended"
  tidy
  exit 0
}

# Removes the last traces from a host on which no owner has anything.
tidy() {
  [ "$LOCKED" = yes ] || return 0
  rmdir -- "$STATE/owners/$OWNER" "$STATE/owners" 2>/dev/null || :
  [ -d "$STATE/owners" ] || { rm -f -- "$STATE/desks" && rmdir -- "$STATE" 2>/dev/null; }
  [ ! -d "$STATE" ] || return 0
  rm -rf -- "$RUN/guard"
  rm -f -- "$RUN/lock" "$RUN/busy-until"
  rmdir -- "$RUN" 2>/dev/null || :
}
