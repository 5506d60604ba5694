# Has Monit load the new control files, and verifies that it did.
# Reads: MONIT, WORK.
# Sets: MONIT_NEEDED, MONIT_REASON.
# `monit reload` returns 0 when Monit isn't running.

MONIT_SECONDS=40

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
      report_lines <"$WORK/monit.out"
      monit_fails 'monit reload failed'
      return 1
    fi
  elif [ -s "$WORK/want.checks" ]; then
    # `start` does nothing if systemd takes a dead Monit for active.
    reloaded=0
    if ! timeout 90 systemctl --no-ask-password restart monit.service >"$WORK/monit.out" 2>&1; then
      report_lines <"$WORK/monit.out"
      monit_fails 'Monit was not running and does not start'
      return 1
    fi
  else
    report 'Monit: not running, left so'
    return 0
  fi
  # Monit doesn't answer any sooner.
  sleep 0.05
  while ! monit_proven "$reloaded"; do
    if [ -s "$WORK/want.checks" ] && grep -qsF 'HTTP interface is not enabled' "$WORK/status.err"; then
      MONIT_REASON='Monit loaded the new control files, but this could not be verified: no control file has "set httpd"'
      return 1
    fi
    if [ "$(($(now) - begun))" -ge "$((MONIT_SECONDS * 100))" ]; then
      monit_fails "Monit has not shown within $MONIT_SECONDS s that it loaded the new control files$(monit_error)"
      return 1
    fi
    sleep 0.1
  done
  if [ ! -s "$WORK/want.checks" ]; then
    report 'Monit: reloaded'
  elif [ "$reloaded" -eq 0 ]; then
    report "Monit: started, watches $(words <"$WORK/want.checks")"
  else
    report "Monit: reloaded, watches $(words <"$WORK/want.checks")"
  fi
}

# Prints why the last query got no answer, if it got none.
monit_error() {
  if [ -s "$WORK/status.err" ]; then
    echo " ($(sed -n '1s/^\(.\{1,200\}\).*/\1/p' "$WORK/status.err"))"
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

# Reports unmonitored checks: `unmonitor`, by an operator or by Monit itself, outlives a reload and a deployment.
report_unmonitored() {
  if [ ! -s "$WORK/want.checks" ] || [ ! -f "$WORK/monit.now" ]; then return 0; fi
  our_checks
  local name=''
  while IFS= read -r name; do
    report "Monit: $name is not monitored, and stays so; to change that, run: monit monitor $name"
  done <"$WORK/monit.idle"
}

# Sets MONIT_NEEDED to whether Monit has to load anything.
decide_on_monit() {
  MONIT_NEEDED=no
  if [ "$MONIT" = yes ] && { monit_changes || ! monit_agrees; }; then MONIT_NEEDED=yes; fi
}
