# Has Monit load the new control files, and verifies that it did. Its exit codes aren't enough: `monit reload` returns 0 when
# Monit isn't running, and on Debian 11 and 12 `systemctl is-active monit` prints active after the daemon has died.
# Sets: MONIT_REASON.
MONIT_SECONDS=40

# Succeeds when this transaction changes a control file.
monit_changes() {
  awk -v changed="$WORK/changed" '
    FILENAME == changed { is[$0] = 1; next }
    $4 ~ /^monit/ { path = $0; for (i = 1; i < 6; i++) sub(/^[^ ]* /, "", path); if (path in is) found = 1 }
    END { exit !found }
  ' "$WORK/changed" "$WORK/want.files" "$WORK/old.files"
}

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
  timeout -k 2 10 monit -B status >"$WORK/monit.now" 2>"$WORK/monit.said" || return 1
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

# monit_fails REASON: sets MONIT_REASON, with Monit's own error if it can't read its control files.
monit_fails() {
  MONIT_REASON=$1
  timeout -k 2 10 monit -t >"$WORK/monit.out" 2>&1 ||
    MONIT_REASON="$1: $(sed -n '1s/^\(.\{1,200\}\).*/\1/p' "$WORK/monit.out")"
}

# apply_monit: returns 0 when Monit has what is wanted, otherwise 1 with the reason in MONIT_REASON.
apply_monit() {
  MONIT_REASON=''
  local begun='' reloaded=''
  begun=$(now)
  if monit_lives; then
    rm -f -- "$WORK/monit.before"
    if monit_status; then our_checks && mv -f -- "$WORK/monit.seen" "$WORK/monit.before"; fi
    reloaded=$(date +%s)
    if ! timeout -k 2 20 monit reload >"$WORK/monit.out" 2>&1; then
      say_lines <"$WORK/monit.out"
      monit_fails 'monit reload failed'
      return 1
    fi
  elif [ -s "$WORK/want.checks" ]; then
    # `start` does nothing if systemd takes a dead Monit for active.
    reloaded=0
    if ! timeout 90 systemctl --no-ask-password restart monit.service >"$WORK/monit.out" 2>&1; then
      say_lines <"$WORK/monit.out"
      monit_fails 'Monit was not running and does not start'
      return 1
    fi
  else
    say 'Monit: not running, left so'
    return 0
  fi
  # Monit doesn't answer any sooner.
  sleep 0.05
  while ! monit_proven "$reloaded"; do
    if [ -s "$WORK/want.checks" ] && grep -qsF 'HTTP interface is not enabled' "$WORK/monit.said"; then
      MONIT_REASON='Monit took the new control files over unseen: no control file says "set httpd", so that it answers nobody'
      return 1
    fi
    if [ "$(($(now) - begun))" -ge "$((MONIT_SECONDS * 100))" ]; then
      monit_fails "Monit has not shown within $MONIT_SECONDS s that it took the new control files over$(monit_said)"
      return 1
    fi
    sleep 0.1
  done
  if [ ! -s "$WORK/want.checks" ]; then
    say 'Monit: reloaded'
  elif [ "$reloaded" -eq 0 ]; then
    say "Monit: started, watches $(words <"$WORK/want.checks")"
  else
    say "Monit: reloaded, watches $(words <"$WORK/want.checks")"
  fi
}

# Prints why the last query got no answer, if it got none.
monit_said() {
  if [ -s "$WORK/monit.said" ]; then
    echo " ($(sed -n '1s/^\(.\{1,200\}\).*/\1/p' "$WORK/monit.said"))"
  fi
}

# monit_proven RELOADED: succeeds when Monit has shown that it has the new control files.
monit_proven() {
  if [ -s "$WORK/want.checks" ]; then
    monit_status && knows_wanted && ! knows_unwanted && fresh_data "$1"
  else
    # None of our checks is left to ask for, and the socket may have been ours too.
    monit_lives && { ! monit_status || ! knows_unwanted; }
  fi
}

# fresh_data RELOADED: succeeds when Monit has run one of our checks since the reload. Compares with Monit's status before it,
# because the clock may be set meanwhile. Monit never runs checks that are unmonitored.
fresh_data() {
  [ "$1" -ne 0 ] || return 0
  our_checks
  if [ ! -s "$WORK/monit.seen" ] && [ ! -s "$WORK/monit.soon" ]; then return 0; fi
  if [ -f "$WORK/monit.before" ] && grep -qvxF -f "$WORK/monit.before" "$WORK/monit.seen"; then return 0; fi
  local line='' collected=''
  # Monit may have run it before and after the reload within one second.
  while IFS= read -r line; do
    collected=$(date -d "${line#*|}" +%s 2>/dev/null) || collected=0
    [ "$collected" -lt "$1" ] || return 0
  done <"$WORK/monit.seen"
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

# Reports unmonitored checks: `unmonitor`, by an operator or by Monit itself, outlives a reload and a deployment.
tell_unmonitored() {
  if [ ! -s "$WORK/want.checks" ] || [ ! -f "$WORK/monit.now" ]; then return 0; fi
  our_checks
  local name=''
  while IFS= read -r name; do
    say "Monit: $name is not monitored, and left so; monit monitor $name watches it again"
  done <"$WORK/monit.idle"
}
