# Takes the host from its current bundle to the one in the upload. Sets: RUNNING, OWNER, MONIT_NEEDED, PHASE, SWAPPED.
deploy() {
  RUNNING=deploy
  trap 'fail "stopped by a signal"' INT TERM
  OWNER=unknown
  # Read first: an upload that was changed in transit must have no effect, not even the recovery of an earlier transaction.
  read_document
  take_lock
  recover_first
  load_manifest || fail "$UNFIT"
  tell_unseen
  check_host
  scale_contents
  find_control_files
  tell_open_patterns
  check_control_files
  plan_files
  plan_desks
  plan_services
  refuse_if_problems
  tell_open_environment
  if agrees; then
    new_states
    keep_was
    cp -- "$WORK/old.originals" "$WORK/new.originals"
    keep_generation || fail "cannot write to $STATE"
    if [ "$OLD_CLAIM/$OLD_GENERATION/$OLD_GENERATIONS" != "$CLAIM/$GENERATION/$GENERATIONS" ]; then
      if ! write_manifest "${OLD_MONIT:-proven}" || ! sync -- "$STATE/owners/$OWNER"; then fail "cannot write to $STATE"; fi
      prune
    fi
    say_states
    tell_quiet
    tell_unmonitored
    settle_record
    [ ! -f "$WORK/rollback" ] || succeed 'nothing to do: that is what is here'
    succeed 'nothing to do'
  fi
  transact
  forget_remembered
  tell_quiet
  tell_unmonitored
  settle_record
  if [ -f "$WORK/rollback" ]; then
    succeed "rolled back to generation $(cat "$WORK/rollback"), which is now $GENERATION; the next deployment of a change goes forward again"
  fi
  succeed 'deployed'
}

# Succeeds when the host is already as wanted.
agrees() {
  [ -f "$MANIFEST" ] && [ ! -s "$WORK/plan.write" ] && [ ! -s "$WORK/plan.remove" ] && [ ! -s "$WORK/plan.gone" ] && [ ! -s "$WORK/plan.adopt" ] && [ ! -s "$WORK/stale" ] &&
    ! grep -q -e '^start ' -e '^restart ' "$WORK/plan.services" && cmp -s "$WORK/old.checks" "$WORK/want.checks" &&
    same_rows "$WORK/old.files" "$WORK/want.files" && monit_agrees
}

same_rows() {
  sort "$1" >"$WORK/left" && sort "$2" | cmp -s - "$WORK/left"
}

transact() {
  announce
  save_old || fail "cannot keep copies in $RUN: $(tail -n 1 "$WORK/out")"
  missing_dirs >"$WORK/plan.dirs"
  open_journal 2>>"$WORK/out" || fail_to_write
  keep_originals || fail "cannot keep what is taken over: $(tail -n 1 "$WORK/out")"
  stage || fail "cannot write beside a target: $(tail -n 1 "$WORK/out")"
  MONIT_NEEDED=no
  if [ "$MONIT" = yes ] && { monit_changes || ! monit_agrees; }; then MONIT_NEEDED=yes; fi
  validate
  check_boots
  mark_touched 2>>"$WORK/out" || fail_to_write
  PHASE=touched
  SWAPPED=no
  stop_gone
  disable_gone || fail "systemctl disable failed: $(tail -n 1 "$WORK/out")"
  has_room || fail '/run is full'
  keep_settings_that_change || fail "cannot keep how a service is stopped: $(tail -n 1 "$WORK/out")"
  look_again || fail "cannot keep what was edited meanwhile: $(tail -n 1 "$WORK/out")"
  swap || fail "cannot put a file in place: $(tail -n 1 "$WORK/out")"
  say_plan
  has_room || fail '/run is full'
  enable_services || fail "systemctl enable failed: $(tail -n 1 "$WORK/out")"
  reload_systemd
  start_services
  end_trials
  give_units_back
  new_states
  keep_was
  keep_dirs
  # Tables that a full disk cut short must not be committed.
  has_room || fail '/run is full'
  commit
  PHASE=committed
  : >"$WORK/committed"
  local unit=''
  while read -r unit; do systemctl reset-failed -- "$unit" >>"$WORK/out" 2>&1 || :; done <"$WORK/plan.gone"
  [ "$MONIT_NEEDED" = no ] || finish_monit
  # While the recovery unit is still armed: it would finish this after a power cut.
  [ "$RUNNING" != uninstall ] || rm -rf -- "$STATE"/owners/.gone-*
  close_journal
}

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

say_plan() {
  plan_edits
  local path='' outcome=''
  while IFS= read -r path; do
    outcome=replaced
    ! grep -qxF -e "$path" "$WORK/plan.remove" || outcome=removed
    say "$path: edited by hand since the last deployment; $outcome, and kept as $EDITS$path"
  done <"$WORK/edited"
  say_adoption
  awk -v changed="$WORK/changed" '
    FILENAME == changed { is[$0] = 1; next }
    $4 ~ /^original\./ { next }
    { path = $0; for (i = 1; i < 5; i++) sub(/^[^ ]* /, "", path); print path (path in is ? ": written" : ": mode or owner set") }
  ' "$WORK/changed" "$WORK/plan.write" >"$WORK/written"
  local line=''
  while IFS= read -r line; do say "$line"; done <"$WORK/written"
  while IFS= read -r path; do say "$path: removed"; done <"$WORK/plan.remove"
}

# Writes new.services: how the manifest describes the services.
new_states() {
  local action='' unit='' enabled='' stop='' drain='' state=''
  while read -r action unit enabled _ stop _ drain; do
    case $action in
    keep) state=stopped ;;
    wait)
      state=waiting
      if [ -f "$WORK/started" ] && lookup started "$unit"; then state=running; fi
      ;;
    leave)
      column old.services "$unit" 3
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

say_states() {
  local action='' unit='' enabled=''
  while read -r action unit enabled _; do
    case $action in
    keep) say "$unit: stopped by an operator, left so (whenStopped: keep)$(and_disabled "$unit" "$enabled")" ;;
    wait) say "$unit: still waiting for code" ;;
    esac
  done <"$WORK/plan.services"
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
