# Back to what was there: files, enablement, and the services that ran. Goes on after a failure, and tells of it.
roll_back() {
  complete=0
  say 'rolling back'
  [ ! -f "$WORK/started" ] || systemctl_each 300 stop <"$WORK/started" || complete=1
  while read -r _ unit enabled _; do
    before=$(sed -n "s/^$(quote_regex "$unit") [^ ]* //p" "$WORK/before")
    case $enabled/$before in
    enabled/enabled) ;;
    enabled/*) systemctl --no-reload disable -- "$unit" >>"$WORK/out" 2>&1 || : ;;
    esac
  done <"$WORK/plan.services"
  swap_back || complete=1
  while read -r unit _ enabled; do
    [ "$enabled" = enabled ] || continue
    if definition_changes "$unit"; then
      verb=reenable
    elif [ "$(enabled_on_disk "$unit")" != enabled ]; then
      verb=enable
    else
      continue
    fi
    systemctl --no-reload "$verb" -- "$unit" >>"$WORK/out" 2>&1 || complete=1
  done <"$WORK/before"
  systemctl daemon-reload >>"$WORK/out" 2>&1 || complete=1
  while read -r unit active _; do
    case $active in
    active | reloading | activating) start_again ;;
    *) systemctl reset-failed -- "$unit" >>"$WORK/out" 2>&1 || : ;;
    esac
  done <"$WORK/before"
  [ "$complete" -ne 0 ] || undone
  return "$complete"
}

start_again() {
  unit_show "$unit"
  [ "$ACTIVE" != active ] || return 0
  systemctl reset-failed -- "$unit" >>"$WORK/out" 2>&1 || :
  if timeout 900 systemctl --no-ask-password start -- "$unit" >>"$WORK/out" 2>&1; then
    say "$unit: active again, as before"
  else
    say "$unit: does not start again"
    complete=1
  fi
}
