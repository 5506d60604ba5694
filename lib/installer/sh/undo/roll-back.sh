# Restores what was there before: files, enablement, and the services that ran.
# Reads: ACTIVE, COLUMN, INVOCATION, LONGEST, SWAPPED, WORK.
# Sets: FILES_BACK, HINDERED, MANIFEST_SYNCED.
# Continues after a failure and reports it. Can be repeated: a rollback that was interrupted starts again.

# roll_back [at-boot | again]: sets FILES_BACK to whether at least the files are as before. If they aren't, HINDERED is the last
# error, and the journal stays open.
roll_back() {
  local complete=0
  FILES_BACK=yes
  report 'rolling back'
  begin_to_end_trials
  [ -n "${1:-}" ] || plan_to_undo || complete=1
  local unit='' enabled=''
  while read -r @{plan.services: unit enabled}; do
    column before "$unit" @{before.enabled}
    case $enabled/$COLUMN in
    enabled/enabled) ;;
    enabled/*) ask_systemd 60 disable "$unit" || : ;;
    esac
  done <"$WORK/plan.services"
  if [ -z "${1:-}" ] && [ "${SWAPPED:-}" != no ]; then keep_later_edits; fi
  if ! swap_back 2>>"$WORK/out"; then
    FILES_BACK=no
    HINDERED=$(last_error)
    report "not all files could be restored: $HINDERED"
  fi
  local verb=''
  while read -r @{before: unit enabled}; do
    [ "$enabled" = enabled ] || continue
    if definition_changes "$unit"; then
      verb=reenable
    elif [ "$(enabled_on_disk "$unit")" != enabled ]; then
      verb=enable
    else
      continue
    fi
    ask_systemd 60 "$verb" "$unit" || complete=1
  done <"$WORK/before"
  # At a boot nothing waits for the services, and they can't start until the journal is closed.
  case ${1:-} in ?*) close_undone ;; esac
  keeping_stop_settings >"$WORK/keeping"
  if [ -z "${1:-}" ]; then grep -vxF -f "$WORK/undone" "$WORK/keeping" >"$WORK/idle"; else cp -- "$WORK/keeping" "$WORK/idle"; fi
  forget_stop_settings <"$WORK/idle"
  ask_systemd 300 daemon-reload || complete=1
  [ "$FILES_BACK" = no ] || let_go
  [ -n "${1:-}" ] || restart_undone || complete=1
  local active=''
  while read -r @{before: unit active enabled}; do
    case ${1:-}/$active in
    # The boot starts enabled units, but not those that were enabled again only now or were kept from starting.
    ?*/*) [ "$active/$enabled" != active/enabled ] || systemctl --no-block start -- "$unit" >>"$WORK/out" 2>&1 || : ;;
    */active | */reloading | */activating) start_again "$unit" || complete=1 ;;
    *) systemctl reset-failed -- "$unit" >>"$WORK/out" 2>&1 || : ;;
    esac
  done <"$WORK/before"
  case ${1:-} in '') close_undone ;; esac
  end_trials
  [ "$complete/$FILES_BACK" = 0/yes ]
}

# Closes the journal if the files are back, on disk as well.
close_undone() {
  [ "$FILES_BACK" = yes ] || return 0
  if to_disk 2>>"$WORK/out"; then
    MANIFEST_SYNCED=yes
    close_journal
  else
    FILES_BACK=no
    HINDERED=$(last_error)
  fi
}

# Finds what this transaction has started, in another invocation than before, or has quieted. What did not run before is stopped.
# The others are undone: they restart once the files are back, and keep their stop settings until then.
plan_to_undo() {
  { with_action restart start wait && cat "$WORK/plan.gone"; } >"$WORK/candidates"
  : >"$WORK/stopped"
  local unit=''
  while read -r unit; do
    unit_show "$unit"
    case $ACTIVE in active | activating | reloading | deactivating) ;; *) continue ;; esac
    if was_quieted "$unit"; then
      printf '%s\n' "$unit"
    elif ran_on; then
      continue
    elif ran_before "$unit"; then
      printf '%s\n' "$unit" | keep_stop_settings || :
      printf '%s\n' "$unit"
    else
      printf '%s\n' "$unit" >>"$WORK/stopped"
    fi
  done <"$WORK/candidates" >"$WORK/undone"
  longest_stop
  systemctl_each "$((LONGEST + 120))" stop <"$WORK/stopped"
}

# Succeeds when the process that `unit_show` has just read is one from before this transaction.
ran_on() {
  grep -q " ${INVOCATION:-none}\$" "$WORK/before"
}

# ran_before UNIT: succeeds when it ran before this transaction, and was not stopped meanwhile.
ran_before() {
  column before "$1" @{before.active}
  case $COLUMN in active | reloading | activating) ! grep -qxF -e "$1" "$WORK/halted" 2>/dev/null ;; *) false ;; esac
}

# Restarts what is undone and starts what has stopped since, each by itself. start_again checks the results.
restart_undone() {
  : >"$WORK/drains"
  local unit=''
  while read -r @{before: unit}; do
    ran_before "$unit" || continue
    unit_show "$unit"
    case $ACTIVE in
    # It may have come up in between, under the definition that is gone now.
    active | reloading) lookup undone "$unit" || ! ran_on || continue ;;
    esac
    printf '%s\n' "$unit"
  done <"$WORK/before" >"$WORK/beginning"
  if shuts_down; then return 0; fi
  systemctl_each 30 reset-failed <"$WORK/beginning" || :
  note_pending && restart_singly
}

# start_again UNIT: starts it, or restarts it if this transaction has quieted it. Fails if it doesn't start.
start_again() {
  local verb=start
  unit_show "$1"
  if [ "$ACTIVE" = active ]; then
    # Only a restart undoes the quieting by this transaction.
    was_quieted "$1" || return 0
    verb=restart
  fi
  if grep -qxF -e "$1" "$WORK/halted" 2>/dev/null; then return 0; fi
  if shuts_down; then
    report "$1: left for the next boot"
    return 0
  fi
  systemctl reset-failed -- "$1" >>"$WORK/out" 2>&1 || :
  if ! ask_systemd 900 "$verb" "$1"; then
    report "$1: does not start again"
    return 1
  fi
  report "$1: active again, as before"
  return 0
}

# Restores the saved files, each by a rename. Before the swap it only removes what was staged.
swap_back() {
  if [ "${SWAPPED:-}" = no ]; then
    unstage
    return
  fi
  local status=0 number=0 path=''
  while read -r @{plan.write: path}; do
    put_back "$WORK/written.$number" "$path" || status=1
    number=$((number + 1))
  done <"$WORK/plan.write"
  number=0
  while IFS= read -r path; do
    put_back "$WORK/removed.$number" "$path" || status=1
    number=$((number + 1))
  done <"$WORK/plan.remove"
  if [ -e "$WORK/heir" ]; then restore_new_owner "$(cat "$WORK/heir.path")" || status=1; fi
  clear_staging_dirs || status=1
  local directory=''
  [ ! -f "$WORK/made.dirs" ] || tac "$WORK/made.dirs" | while IFS= read -r directory; do remove_directory "$directory"; done
  return "$status"
}

# restore_new_owner MANIFEST: uses plain names, because the manifest is in our own directory.
restore_new_owner() {
  cp -a -- "$WORK/heir" "$1.new" && sync -- "$1.new" && mv -fT -- "$1.new" "$1"
}
