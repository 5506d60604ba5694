# Finds out whether the plan changes anything.
# Reads: OLD_CLAIM, WORK.

# Succeeds when the plan has nothing to do. Monit may still lack the checks: that takes a question (monit_agrees).
changes_nothing() {
  [ -n "$OLD_CLAIM" ] && [ ! -s "$WORK/plan.write" ] && [ ! -s "$WORK/plan.remove" ] && [ ! -s "$WORK/plan.gone" ] && [ ! -s "$WORK/plan.adopt" ] && [ ! -s "$WORK/stale" ] &&
    ! grep -q -e '^start ' -e '^restart ' "$WORK/plan.services" && cmp -s "$WORK/old.checks" "$WORK/want.checks" &&
    same_rows old.files want.files
}

# Succeeds when this transaction changes a control file.
monit_changes() {
  awk -v changed="$WORK/changed" '
    FILENAME == changed { is[$0] = 1; next }
    $@{want.files.kind} ~ /^monit/ { path = $0; for (i = 1; i < @{want.files.path}; i++) sub(/^[^ ]* /, "", path); if (path in is) found = 1 }
    END { exit !found }
  ' "$WORK/changed" "$WORK/want.files" "$WORK/old.files"
}
