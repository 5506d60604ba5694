# Restores what was there before: files, enablement, and the services that ran. Continues after a failure and reports it. Can be
# repeated: a rollback that was interrupted starts again.

# roll_back [at-boot | again]: sets FILES_BACK to whether at least the files are as before. If they aren't, HINDERED is the last
# error, and the journal stays open.
roll_back() {
  complete=0
  FILES_BACK=yes
  say 'rolling back'
  begin_to_end_trials
  [ -n "${1:-}" ] || stop_started || complete=1
  while read -r _ unit enabled _; do
    column before "$unit" 3
    case $enabled/$COLUMN in
    enabled/enabled) ;;
    enabled/*) ask_systemd 60 disable "$unit" || : ;;
    esac
  done <"$WORK/plan.services"
  if [ -z "${1:-}" ] && [ "${SWAPPED:-}" != no ]; then keep_later_edits; fi
  if ! swap_back 2>>"$WORK/out"; then
    FILES_BACK=no
    HINDERED=$(tail -n 1 "$WORK/out")
    say "not all files could be put back: $HINDERED"
  fi
  while read -r unit _ enabled _; do
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
  # The journal of an earlier version has no turns.
  [ ! -f "$WORK/plan.turns" ] || forget_stop_settings <"$WORK/plan.turns"
  ask_systemd 300 daemon-reload || complete=1
  [ "$FILES_BACK" = no ] || let_go
  [ -n "${1:-}" ] || begin_again
  while read -r unit active enabled _; do
    case ${1:-}/$active in
    # The boot starts enabled units, but not those that were enabled again only now or were kept from starting.
    ?*/*) [ "$active/$enabled" != active/enabled ] || systemctl --no-block start -- "$unit" >>"$WORK/out" 2>&1 || : ;;
    */active | */reloading | */activating) start_again ;;
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
    HINDERED=$(tail -n 1 "$WORK/out")
  fi
}

# Stops what this transaction has started: units that run in another invocation than before.
stop_started() {
  { with_action restart start wait && cat "$WORK/plan.gone"; } >"$WORK/candidates"
  while read -r unit; do
    unit_show "$unit"
    case $ACTIVE in active | activating | reloading | deactivating) ;; *) continue ;; esac
    grep -q " ${INVOCATION:-none}\$" "$WORK/before" || printf '%s\n' "$unit"
  done <"$WORK/candidates" >"$WORK/stopped"
  split_stops
  stopped=0
  longest plan.services 5
  for group in first next last; do systemctl_each "$((LONGEST + 120))" stop <"$WORK/stopped.$group" || stopped=1; done
  return "$stopped"
}

# Starts the units that ran before, all at once, so that none waits for another. start_again checks the results.
begin_again() {
  set --
  while read -r unit active _; do
    case $active in active | reloading | activating) grep -qxF -e "$unit" "$WORK/halted" 2>/dev/null || set -- "$@" "$unit" ;; esac
  done <"$WORK/before"
  if [ $# -eq 0 ] || shuts_down; then return 0; fi
  systemctl reset-failed -- "$@" >>"$WORK/out" 2>&1 || :
  systemctl --no-ask-password --no-block start -- "$@" >>"$WORK/out" 2>&1 || :
}

start_again() {
  unit_show "$unit"
  verb=start
  if [ "$ACTIVE" = active ]; then
    # Only a restart undoes the quieting by this transaction.
    was_quieted || return 0
    verb=restart
  fi
  if grep -qxF -e "$unit" "$WORK/halted" 2>/dev/null; then return 0; fi
  if shuts_down; then
    say "$unit: left to the next boot"
    return 0
  fi
  systemctl reset-failed -- "$unit" >>"$WORK/out" 2>&1 || :
  if ask_systemd 900 "$verb" "$unit"; then
    say "$unit: active again, as before"
  else
    say "$unit: does not start again"
    complete=1
  fi
}
