# Commits: what the host has now becomes this owner's manifest and generation.
# Reads: ACTIVE, CLAIM, COLUMN, GENERATION, GENERATIONS, MONIT_NEEDED, MONIT_REASON, OLD_CLAIM, OLD_GENERATION, OLD_GENERATIONS,
# OLD_MONIT, OWNER, RUNNING, STATE, WORK.

commit() {
  if ! hand_over 2>>"$WORK/out" || ! keep_edits 2>>"$WORK/out"; then fail_to_write; fi
  if [ "$RUNNING" = uninstall ]; then
    if ! to_disk 2>>"$WORK/out" || ! forget_owner 2>>"$WORK/out"; then fail_to_write; fi
    return
  fi
  local proof=''
  if [ "$MONIT_NEEDED" = yes ]; then proof=unproven; else proof=proven; fi
  if ! keep_generation 2>>"$WORK/out" || ! write_manifest "$proof" 2>>"$WORK/out"; then fail_to_write; fi
}

# Has Monit load the new files. The services already run and aren't touched again, whatever Monit does.
finish_monit() {
  apply_monit || fail "$MONIT_REASON"
  remove_sockets
  [ "$RUNNING" = uninstall ] || note_proof || fail "cannot write to $STATE"
}

# Writes new.services: how the manifest describes the services.
new_states() {
  local action='' unit='' enabled='' stop='' drain='' state=''
  while read -r @{plan.services: action unit enabled stop drain}; do
    case $action in
    keep) state=stopped ;;
    wait)
      state=waiting
      if [ -f "$WORK/started" ] && lookup started "$unit"; then state=running; fi
      ;;
    leave)
      column old.services "$unit" @{old.services.state}
      state=$COLUMN
      unit_show "$unit"
      [ "$ACTIVE" != active ] || state=running
      ;;
    *)
      state=running
      ! lookup halted "$unit" || state=stopped
      ;;
    esac
    printf '%s %s %s %s %s\n' "$unit" "$enabled" "${state:-running}" "$stop" "$drain"
  done <"$WORK/plan.services" >"$WORK/new.services"
  [ -f "$WORK/new.dirs" ] || cp -- "$WORK/old.dirs" "$WORK/new.dirs"
}

# Removes the directories that this owner made, now or earlier, if they are empty, and records the others. A directory that
# another owner made and this one uses counts as this owner's too: the last owner to leave removes it.
keep_dirs() {
  local directory=''
  while IFS= read -r directory; do
    case $(cat "$WORK/want.paths") in *"$directory/"*) printf '%s\n' "$directory" ;; esac
  done <"$WORK/others.dirs" | sort -u - "$WORK/old.dirs" "$WORK/made.dirs" >"$WORK/all.dirs"
  sort -r "$WORK/all.dirs" | while IFS= read -r directory; do remove_directory "$directory"; done
  while IFS= read -r directory; do
    if is_directory "$directory"; then printf '%s\n' "$directory"; fi
  done <"$WORK/all.dirs" >"$WORK/new.dirs"
}

# Writes the tables that a commit records.
describe_host() {
  new_states
  keep_was
  keep_dirs
  # Tables that a full disk cut short must not be committed.
  has_room || fail '/run is full'
}

# Records a deployment that changes nothing on the host. It may be of another claim, or a new generation.
keep_unchanged() {
  new_states
  keep_was
  cp -- "$WORK/old.originals" "$WORK/new.originals"
  keep_generation || fail "cannot write to $STATE"
  if [ "$OLD_CLAIM/$OLD_GENERATION/$OLD_GENERATIONS" != "$CLAIM/$GENERATION/$GENERATIONS" ]; then
    if ! write_manifest "${OLD_MONIT:-proven}" || ! sync -- "$STATE/owners/$OWNER"; then fail "cannot write to $STATE"; fi
    prune
  fi
  report_stopped
}
