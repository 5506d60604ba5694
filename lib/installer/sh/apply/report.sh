# Reports what the transaction changes, and what an operator keeps stopped.
# Reads: EDITS, GENERATION, WORK.

report_changes() {
  plan_edits
  local path='' outcome=''
  while IFS= read -r path; do
    outcome=replaced
    ! grep -qxF -e "$path" "$WORK/plan.remove" || outcome=removed
    report "$path: edited by hand since the last deployment; $outcome, and kept as $EDITS$path"
  done <"$WORK/edited"
  report_adoption
  awk -v changed="$WORK/changed" '
    FILENAME == changed { is[$0] = 1; next }
    $@{plan.write.sha} ~ /^original\./ { next }
    { path = $0; for (i = 1; i < @{plan.write.path}; i++) sub(/^[^ ]* /, "", path); print path (path in is ? ": written" : ": mode or owner set") }
  ' "$WORK/changed" "$WORK/plan.write" >"$WORK/written"
  local line=''
  while IFS= read -r line; do report "$line"; done <"$WORK/written"
  while IFS= read -r path; do report "$path: removed"; done <"$WORK/plan.remove"
}

report_stopped() {
  local action='' unit='' enabled=''
  while read -r @{plan.services: action unit enabled}; do
    case $action in
    keep) report "$unit: stopped by an operator, left stopped (whenStopped: keep)$(and_disabled "$unit" "$enabled")" ;;
    wait) report "$unit: still waiting for code" ;;
    esac
  done <"$WORK/plan.services"
}

# as_rollback RESULT: prints the result of a deployment, `deployed` or `nothing to do`, in the words for a rollback if it is one.
as_rollback() {
  if [ ! -f "$WORK/rollback" ]; then
    echo "$1"
  elif [ "$1" = deployed ]; then
    echo "rolled back to generation $(cat "$WORK/rollback"), which is now $GENERATION; the next deployment of a change goes forward again"
  else
    echo "$1: that is what is here"
  fi
}
