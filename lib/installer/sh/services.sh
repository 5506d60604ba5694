# Stopping, enabling and starting.

# with_action ACTION…: the units whose planned action is one of these, one a line.
with_action() {
  for wanted in "$@"; do sed -n "s/^$wanted \([^ ]*\) .*/\1/p" "$WORK/plan.services"; done
}

# Reads units from standard input and runs systemctl on all of them at once, at most so many seconds.
systemctl_each() {
  seconds=$1
  verb=$2
  set --
  while read -r unit _; do set -- "$@" "$unit"; done
  [ $# -eq 0 ] || timeout "$seconds" systemctl --no-ask-password --no-reload "$verb" -- "$@" >>"$WORK/out" 2>&1
}

# Longest of a column of seconds in a table, and some more: systemd itself keeps the limits, this one is against a hang.
longest() {
  { echo 0 && cut -d ' ' -f "$2" "$1"; } | sort -n | tail -n 1
}

# Under the definition that systemd has now: after a daemon-reload the new TimeoutStopSec would govern the old process.
stop_services() {
  {
    with_action restart
    while read -r unit; do
      unit_show "$unit"
      case $ACTIVE in active | reloading | activating | deactivating) printf '%s\n' "$unit" ;; esac
    done <"$WORK/plan.gone"
  } >"$WORK/stopped"
  [ -s "$WORK/stopped" ] || return 0
  begun=$(now)
  old=$(longest "$WORK/old.services" 4)
  new=$(longest "$WORK/plan.services" 5)
  [ "$old" -ge "$new" ] || old=$new
  systemctl_each "$((old + 120))" stop <"$WORK/stopped" || fail "could not stop $(words <"$WORK/stopped"): $(tail -n 1 "$WORK/out")"
  say "$(words <"$WORK/stopped"): stopped in $(since "$begun")"
}

# Lines as one phrase.
words() {
  paste -s -d ' ' - | sed 's/ /, /g'
}

disable_gone() {
  while read -r unit _ enabled _; do
    grep -qxF -e "$unit" "$WORK/plan.gone" || continue
    case $enabled in enabled | enabled-runtime) echo "$unit" ;; esac
  done <"$WORK/before" | systemctl_each 60 disable
}

# Before the daemon-reload, which then knows of it. The links follow an [Install] that changes.
enable_services() {
  while read -r action unit enabled _; do
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
    [ -z "$verb" ] || systemctl --no-reload "$verb" -- "$unit" >>"$WORK/out" 2>&1 || return 1
  done <"$WORK/plan.services"
}

# What an operator disabled as well stays disabled; the end of a message.
and_disabled() {
  ENABLED=$(enabled_on_disk "$1")
  if [ "$2" = enabled ] && ! is_enabled; then echo '; left disabled, too'; fi
}

start_services() {
  with_action restart start >"$WORK/started"
  if [ -s "$WORK/started" ]; then
    begun=$(now)
    start_second=$(date +%s)
    systemctl_each 30 reset-failed <"$WORK/started" || :
    if ! systemctl_each "$(($(longest "$WORK/plan.services" 6) + 60))" start <"$WORK/started"; then
      while read -r unit; do
        unit_show "$unit"
        [ "$ACTIVE" = active ] || fail_service "did not become ready"
      done <"$WORK/started"
      fail "systemctl start failed: $(tail -n 1 "$WORK/out")"
    fi
    settle
  fi
  while read -r action unit enabled _; do
    case $action in
    keep) say "$unit: left stopped, as an operator stopped it (whenStopped: keep)$(and_disabled "$unit" "$enabled")" ;;
    wait) say "$unit: installed, waiting for code ($(sed -n "s/^$(quote_regex "$unit") \([^ ]* \)\{6\}//p" "$WORK/want.services") is missing)" ;;
    esac
  done <"$WORK/plan.services"
}

# READY is not enough: a service must stay up for a while in one invocation.
settle() {
  while read -r unit; do
    unit_show "$unit"
    printf '%s %s\n' "$unit" "$INVOCATION"
  done <"$WORK/started" >"$WORK/invocations"
  moment=$(now)
  while read -r unit invocation; do
    stability=$(sed -n "s/^[^ ]* $(quote_regex "$unit") [^ ]* \([0-9]*\) .*/\1/p" "$WORK/plan.services")
    settle_unit
  done <"$WORK/invocations"
}

settle_unit() {
  up_since=$moment
  patience=$(($(now) + stability * 1000 + 6000))
  while :; do
    unit_show "$unit"
    case $ACTIVE/$TYPE/$RESULT in
    inactive/oneshot/success)
      say "$unit: done"
      return
      ;;
    inactive/*)
      if [ "$CONDITION" = no ]; then fail_service 'did not start: one of its conditions is not met'; fi
      fail_service "ended by itself, or was stopped, within $stability s"
      ;;
    active/* | reloading/*) [ "${RESTARTS:-0}" -eq 0 ] || fail_service "crashed within $stability s" ;;
    activating/*/success) [ "$SUB" != auto-restart ] || fail_service "ended within $stability s" ;;
    failed/* | activating/*) fail_service "crashed within $stability s" ;;
    esac
    if [ "$INVOCATION" != "$invocation" ]; then
      # Somebody else restarted it, as a code deployment does: that is no failure, the wait begins again.
      invocation=$INVOCATION
      up_since=$(now)
    fi
    if [ "$ACTIVE" = active ] && [ "$(($(now) - up_since))" -ge "$((stability * 100))" ]; then
      say "$unit: active (ready, stable for $stability s)"
      return
    fi
    [ "$(now)" -lt "$patience" ] || fail_service 'keeps being restarted by somebody else'
    sleep 0.2
  done
}

# The cause as systemd and the journal tell it.
fail_service() {
  # What the service said last may still be on its way into the journal.
  timeout 5 journalctl --sync >/dev/null 2>&1 || :
  say "$unit: $1 (${RESULT:-unknown}); its journal ends:"
  journalctl -q --no-pager -o cat -n 8 -u "$unit" 2>/dev/null | say_lines
  said=$(last_words "_SYSTEMD_INVOCATION_ID=$INVOCATION")
  # journald may be too late to learn who said something, if that one has ended meanwhile.
  [ -n "$said" ] || said=$(last_words _TRANSPORT=stdout --unit="$unit" --since="@$start_second")
  fail "$unit $1 (${RESULT:-unknown})${said:+: $said}"
}

last_words() {
  journalctl -q --no-pager -o cat -n 1 "$@" 2>/dev/null | tr -d '\000-\037\177' | cut -c 1-200
}
