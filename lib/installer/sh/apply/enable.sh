# Enables and disables services as the document wants them.
# Reads: WORK.
# Sets: ENABLED.

# Runs before the daemon-reload, which then picks up the changes. Re-enables a unit whose definition changes, so that its links
# follow its [Install].
enable_services() {
  local action='' unit='' enabled='' verb=''
  while read -r @{plan.services: action unit enabled}; do
    ENABLED=$(enabled_on_disk "$unit")
    verb=''
    case $enabled in
    enabled)
      if ! is_enabled; then
        [ "$action" = keep ] || verb=enable
      elif definition_changes "$unit"; then
        verb=reenable
      fi
      ;;
    disabled) [ "$ENABLED" != enabled ] || verb=disable ;;
    esac
    [ -z "$verb" ] || ask_systemd 60 "$verb" "$unit" || return 1
  done <"$WORK/plan.services"
}

# and_disabled UNIT ENABLED: prints the end of a message where an operator has disabled the unit as well. It stays disabled.
and_disabled() {
  ENABLED=$(enabled_on_disk "$1")
  if [ "$2" = enabled ] && ! is_enabled; then echo '; left disabled, too'; fi
}
