# Quiets services with `drain` before their stop, so that long jobs can finish.
# Reads: ACTIVE, COLUMN, INVOCATION, JOURNAL, PID, REST, STATE, WORK.
# Sets: QUIET_SINCE.
#     quieted   what this transaction has quieted, and a rollback has to restart

# Prints the units of standard input that are to be drained, with their seconds.
with_drain() {
  local unit=''
  while read -r unit; do
    column want.services "$unit" @{want.services.drain}
    case $COLUMN in [1-9]*) echo "$unit $COLUMN" ;; esac
  done
}

# Quiets the units in $WORK/drains.
quiet() {
  local unit='' drain=''
  while read -r unit drain; do
    unit_show "$unit"
    # A process that is still booting has no jobs and doesn't handle the signal yet: TSTP would suspend it.
    case $ACTIVE/$(process_title "$PID") in active/'sidekiq '*' busy]'*) ;; *) continue ;; esac
    echo "$unit $INVOCATION $PID $drain $(worker_threads "$PID")"
  done <"$WORK/drains" >"$WORK/quieted"
  [ -s "$WORK/quieted" ] || return 0
  note_quieted || fail "cannot write to $STATE"
  QUIET_SINCE=$(now)
  while read -r @{quieted: unit seconds=drain}; do
    systemctl kill --kill-who=main --signal=TSTP -- "$unit" >>"$WORK/out" 2>&1 || :
    report "$unit: quieted, its jobs get up to $drain s"
  done <"$WORK/quieted"
}

# Records the quieted units in the journal before they get the signal, because a recovery has to restart them.
note_quieted() {
  cp -- "$WORK/quieted" "$JOURNAL/quieted" && sync -- "$JOURNAL/quieted" "$JOURNAL"
}

# is_drained UNIT: succeeds when the jobs of the unit, which is quiet, are done or their time is up.
is_drained() {
  column quieted "$1" @{quieted.pid}
  local pid="$COLUMN" drain="${REST#* }"
  local threads="${drain#* }"
  drain=${drain% *}
  if is_dry "$1" "$pid" "$threads"; then
    report "$1: drained in $(since "$QUIET_SINCE")"
  elif [ "$(($(now) - QUIET_SINCE))" -ge "$((drain * 100))" ]; then
    report "$1: not drained in $drain s: jobs still running get its shutdown timeout, then return to Redis"
  else
    return 1
  fi
}

# is_dry UNIT PID THREADS: the threads show it sooner. The title also works if a library has threads of the same name, or a later
# Sidekiq renames its own.
is_dry() {
  case $(process_title "$2") in
  '' | 'sidekiq '*' [0 of '*' busy] stopping'*) ;;
  *) if [ "$3" -eq 0 ] || [ "$(worker_threads "$2")" -gt 0 ]; then return 1; fi ;;
  esac
  # Threads end before their process does, also when a restart from outside ends it.
  is_settled "$1"
}

# was_quieted UNIT: succeeds when the process that `unit_show` has just read is one that this transaction has quieted.
was_quieted() {
  [ -f "$WORK/quieted" ] && column quieted "$1" @{quieted.invocation} && [ "$COLUMN" = "${INVOCATION:-none}" ]
}

# Warns about services that run without taking jobs, for whatever reason: they would go on like that until someone notices.
warn_quiet() {
  local unit=''
  while read -r unit; do
    report "$unit: warning: it is quiet (it received TSTP) and takes no jobs; to end that, run: systemctl restart $unit"
  done <"$WORK/quiet"
}
