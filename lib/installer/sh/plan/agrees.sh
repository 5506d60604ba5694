# Finds out whether the plan changes anything.
# Reads: MANIFEST, WORK.

# Succeeds when the host is already as wanted.
agrees() {
  [ -f "$MANIFEST" ] && [ ! -s "$WORK/plan.write" ] && [ ! -s "$WORK/plan.remove" ] && [ ! -s "$WORK/plan.gone" ] && [ ! -s "$WORK/plan.adopt" ] && [ ! -s "$WORK/stale" ] &&
    ! grep -q -e '^start ' -e '^restart ' "$WORK/plan.services" && cmp -s "$WORK/old.checks" "$WORK/want.checks" &&
    same_rows "$WORK/old.files" "$WORK/want.files" && monit_agrees
}

# Succeeds when this transaction changes a control file.
monit_changes() {
  awk -v changed="$WORK/changed" '
    FILENAME == changed { is[$0] = 1; next }
    $4 ~ /^monit/ { path = $0; for (i = 1; i < 6; i++) sub(/^[^ ]* /, "", path); if (path in is) found = 1 }
    END { exit !found }
  ' "$WORK/changed" "$WORK/want.files" "$WORK/old.files"
}
