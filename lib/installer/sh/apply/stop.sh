# Stops and disables what is no longer wanted.
# Reads: ACTIVE, ANSWER, LONGEST, WORK.

# Stops what is removed for good, under the definition that systemd has loaded. Everything else keeps running until its new files are in place.
stop_unwanted() {
  local unit=''
  while read -r unit; do
    ! is_given_back "$unit" || continue
    unit_show "$unit"
    case $ACTIVE in active | reloading | activating | deactivating) printf '%s\n' "$unit" ;; esac
  done <"$WORK/plan.gone" >"$WORK/stopped" || fail '/run is full'
  [ -s "$WORK/stopped" ] || return 0
  local drain=''
  while read -r @{old.services: unit drain}; do
    case $drain in [1-9]*) ! grep -qxF -e "$unit" "$WORK/stopped" || echo "$unit $drain" ;; esac
  done <"$WORK/old.services" >"$WORK/drains"
  quiet
  while read -r @{quieted: unit}; do until is_drained "$unit"; do sleep 0.2; done; done <"$WORK/quieted"
  stop_together "$WORK/stopped"
}

# stop_together LIST: stops all units of LIST at once.
stop_together() {
  local begun=''
  begun=$(now)
  longest_stop
  local limit=''
  limit=$((LONGEST + 120))
  local tries=0
  until systemctl_each "$limit" stop <"$1"; do
    tries=$((tries + 1))
    case $tries/$ANSWER in
    # Another restart, perhaps by a code deployment, replaced our stop. Wait for it: it would fail if it were interrupted.
    [1-3]/*' canceled.'*) await_systemd "$1" ;;
    *) fail "could not stop $(words <"$1"): $(last_error)" ;;
    esac
  done
  report "$(words <"$1"): stopped in $(since "$begun")"
}

disable_unwanted() {
  local unit='' enabled=''
  while read -r @{before: unit enabled}; do
    grep -qxF -e "$unit" "$WORK/plan.gone" || continue
    case $enabled in enabled | enabled-runtime) echo "$unit" ;; esac
  done <"$WORK/before" | systemctl_each 60 disable
}

# Has systemd forget how the units that are no longer wanted ended.
forget_unwanted() {
  local unit=''
  while read -r unit; do systemctl reset-failed -- "$unit" >>"$WORK/out" 2>&1 || :; done <"$WORK/plan.gone"
}
