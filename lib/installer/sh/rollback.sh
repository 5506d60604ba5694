# Back to what was there: files, enablement, and the services that ran. Goes on after a failure, and tells of it. May be
# repeated: one that was cut off itself begins again.

# roll_back [at-boot | again]: FILES_BACK says whether the files at least are what they were; if not, HINDERED is what said so last, and
# the journal stays open.
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
  # Nothing waits for those at a boot, and they can't start before the journal is closed.
  case ${1:-} in ?*) close_undone ;; esac
  # An earlier program's journal has no turns.
  [ ! -f "$WORK/plan.turns" ] || forget_stop_settings <"$WORK/plan.turns"
  ask_systemd 300 daemon-reload || complete=1
  [ "$FILES_BACK" = no ] || let_go
  [ -n "${1:-}" ] || begin_again
  while read -r unit active enabled _; do
    case ${1:-}/$active in
    # The boot starts what is enabled; what was not when it began, or was kept from starting, is only now.
    ?*/*) [ "$active/$enabled" != active/enabled ] || systemctl --no-block start -- "$unit" >>"$WORK/out" 2>&1 || : ;;
    */active | */reloading | */activating) start_again ;;
    *) systemctl reset-failed -- "$unit" >>"$WORK/out" 2>&1 || : ;;
    esac
  done <"$WORK/before"
  case ${1:-} in '') close_undone ;; esac
  end_trials
  [ "$complete/$FILES_BACK" = 0/yes ]
}

# Where the files are back, on disk, too.
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

# What this transaction has started: what runs in another invocation than before.
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

# All at once, so that none waits for another one; start_again sees what becomes of it.
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
    # There is no other way back for what this transaction has quieted.
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
