# Asks the running Monit about its checks.
# Reads: OLD_MONIT, WORK.
# Exit codes aren't enough: on Debian 11 and 12 `systemctl is-active monit` prints active after the daemon has died.

monit_lives() {
  local pid_file=/run/monit.pid line=''
  [ ! -f "$WORK/monit.dump" ] || while IFS= read -r line; do
    case $line in *'Pid file '*'= '*) pid_file=${line#*= } && break ;; esac
  done <"$WORK/monit.dump"
  is_own_file "$pid_file" || { take_from "$pid_file" "$WORK/monit.pid" && pid_file=$WORK/monit.pid; } || return 1
  local pid='' comm=''
  { read -r pid <"$pid_file" && is_id "$pid" && read -r comm <"/proc/$pid/comm"; } 2>/dev/null
  [ "$comm" = monit ]
}

# Writes monit.names: the checks of the running Monit.
monit_status() {
  timeout -k 2 10 monit -B status >"$WORK/monit.now" 2>"$WORK/status.err" || return 1
  sed -n "s/^[A-Z][A-Za-z ]* '\(.*\)'\$/\1/p" "$WORK/monit.now" >"$WORK/monit.names"
}

knows_wanted() {
  ! grep -qvixF -f "$WORK/monit.names" "$WORK/want.checks"
}

knows_unwanted() {
  [ -s "$WORK/old.checks" ] || return 1
  grep -vixF -f "$WORK/want.checks" "$WORK/old.checks" | grep -vixF -f "$WORK/returned.checks" | grep -qixF -f "$WORK/monit.names"
}

# Succeeds when the running Monit has the wanted checks. Just after a reload it may refuse the connection for a moment.
monit_agrees() {
  [ -s "$WORK/want.checks" ] || return 0
  if [ "$OLD_MONIT" != proven ] || ! monit_lives; then return 1; fi
  for _ in 1 2 3 4 5; do
    if monit_status; then
      knows_wanted
      return
    fi
    sleep 0.3
  done
  return 1
}

# Reads our checks from Monit's last status:
#     monit.seen   NAME|WHEN IT LOOKED   ·   monit.soon   names of those that it will look at
#     monit.idle   names of those that it does not monitor
our_checks() {
  : >"$WORK/monit.seen"
  : >"$WORK/monit.soon"
  : >"$WORK/monit.idle"
  awk -v work="$WORK/" -v wanted="$WORK/want.checks" '
    FILENAME == wanted { ours[tolower($0)] = 1; next }
    /^[A-Z].* \047.*\047$/ { name = $0; sub(/^[^\047]*\047/, "", name); sub(/\047$/, "", name); state = "" }
    !(tolower(name) in ours) { next }
    /^  monitoring status / {
      state = /Not monitored$/ ? "idle" : /Monitored$/ ? "seen" : "soon"
      if (state != "seen") print name > (work "monit." state)
    }
    state == "seen" && sub(/^  data collected /, "") { print name "|" $0 > (work "monit.seen") }
  ' "$WORK/want.checks" "$WORK/monit.now"
}
