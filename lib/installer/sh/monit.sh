# Monit takes the new control files over, and we see that it did: its own exit codes say too little (`monit reload` is 0
# when no Monit runs, and on Debian 11 and 12 `systemctl is-active monit` says active after the daemon has died).
MONIT_SECONDS=40

# Does this transaction change a control file?
monit_changes() {
  cat "$WORK/want.files" "$WORK/old.files" | sed -n 's/^[^ ]* [^ ]* [^ ]* monit[^ ]* [^ ]* //p' | grep -qxF -f "$WORK/changed"
}

monit_pid_file() {
  pid_file=''
  [ ! -f "$WORK/monit.dump" ] || pid_file=$(sed -n '/^ *Pid file *= */{s///p;q;}' "$WORK/monit.dump")
  echo "${pid_file:-/run/monit.pid}"
}

monit_lives() {
  read -r pid 2>/dev/null <"$(monit_pid_file)" && [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = monit ]
}

# Names of the checks that the running Monit has.
monit_status() {
  timeout -k 2 10 monit -B status >"$WORK/monit.now" 2>/dev/null || return 1
  sed -n "s/^[A-Z][A-Za-z ]* '\(.*\)'\$/\1/p" "$WORK/monit.now" >"$WORK/monit.names"
}

knows_wanted() {
  ! grep -qvixF -f "$WORK/monit.names" "$WORK/want.checks"
}

knows_unwanted() {
  grep -vixF -f "$WORK/want.checks" "$WORK/old.checks" | grep -vixF -f "$WORK/returned.checks" | grep -qixF -f "$WORK/monit.names"
}

# Does the running Monit know what is wanted? Just after a reload it may refuse the connection for a moment.
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

# The reason, and Monit's own one where it cannot read its control files.
monit_fails() {
  MONIT_REASON=$1
  timeout -k 2 10 monit -t >"$WORK/monit.out" 2>&1 ||
    MONIT_REASON="$1: $(tr -d '\000-\011\013-\037\177' <"$WORK/monit.out" | sed -n '1s/^\(.\{1,200\}\).*/\1/p')"
}

# apply_monit: 0 when Monit has what is wanted, else 1 with the reason in MONIT_REASON.
apply_monit() {
  MONIT_REASON=''
  begun=$(now)
  reloaded=$(date +%s)
  if monit_lives; then
    if ! timeout -k 2 20 monit reload >"$WORK/monit.out" 2>&1; then
      say_lines <"$WORK/monit.out"
      monit_fails 'monit reload failed'
      return 1
    fi
  elif [ -s "$WORK/want.checks" ]; then
    # `start` does nothing where systemd believes that a dead Monit is active.
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
  while ! monit_proven; do
    if [ "$(($(now) - begun))" -ge "$((MONIT_SECONDS * 100))" ]; then
      monit_fails "Monit has not shown within $MONIT_SECONDS s that it took the new control files over"
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

monit_proven() {
  if [ -s "$WORK/want.checks" ]; then
    monit_status && knows_wanted && ! knows_unwanted && fresh_data
  else
    # Nothing of ours is left that could be asked for; perhaps the socket was ours too.
    monit_lives && { ! monit_status || ! knows_unwanted; }
  fi
}

# Has a check of ours been looked at since the reload? Checks that an operator unmonitored never are.
fresh_data() {
  [ "$reloaded" -ne 0 ] || return 0
  name='' asked=no
  while IFS= read -r line; do
    case $line in
    [A-Z]*\ \'*\')
      name=${line#*\'}
      name=${name%\'}
      ;;
    '  monitoring status '*Monitored) ! ours || asked=yes ;;
    '  data collected '*)
      if ours; then
        collected=$(date -d "${line#  data collected }" +%s 2>/dev/null) || collected=0
        [ "$collected" -lt "$reloaded" ] || return 0
      fi
      ;;
    esac
  done <"$WORK/monit.now"
  [ "$asked" = no ]
}

ours() {
  grep -qixF -e "$name" "$WORK/want.checks"
}
