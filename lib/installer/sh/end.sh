# Ends a run. PHASE determines what a failure has to undo: `untouched` (only staged files), `touched` (roll back), `committed`
# (nothing: the new files stay).
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
  [ "$count" -eq 1 ] || say_lines <"$WORK/problems"
  local first=''
  first=$(head -n 1 "$WORK/problems")
  [ "$count" -eq 1 ] || first="$count problems, the first: $first"
  fail "$first"
}

# Fails with the last command's error as the cause. Removes half-written files first, to free their space.
fail_to_write() {
  rm -f -- "$STATE/owners/$OWNER/manifest.new" "$STATE/owners/$OWNER/installer.new"
  fail "cannot write to $STATE: $(tail -n 1 "$WORK/out")"
}

fail() {
  trap '' INT TERM
  release
  local last=''
  case $PHASE in
  untouched)
    end_trials
    unstage
    [ -z "${JOURNAL:-}" ] || to_disk 2>>"$WORK/out" || :
    close_journal
    last="refused, nothing changed: $*"
    ;;
  touched)
    if roll_back; then
      last="failed, rolled back: $*"
    elif [ "$FILES_BACK" = yes ]; then
      last="failed, and not everything could be rolled back: $*"
    else
      last="failed, and not all files could be put back ($HINDERED; the next deployment or boot tries again): $*"
    fi
    ;;
  committed)
    # The manifest records what is left for Monit.
    close_journal
    if [ "$RUNNING" = uninstall ]; then last="uninstalled, but $*"; else last="deployed, but $*; the services run with the new files"; fi
    ;;
  esac
  end "$last"
}

# end LAST LINE: ends a run that didn't fully succeed.
end() {
  release
  say "$*"
  keep_log
  echo "1 $KEPT" >"$WORK/ended"
  tidy
  exit 1
}

succeed() {
  release
  say "$*"
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
