# A Sidekiq that is quiet (TSTP) takes no new jobs, continues the running ones, and looks healthy; only a restart ends that. A
# service with `drain` is quieted before its stop, so that long jobs can finish.
#     quieted   UNIT INVOCATION PID SECONDS THREADS: what this transaction has quieted, and a rollback has to restart

# process_title PID: prints Sidekiq's process title, from 5.2 to 8.1: sidekiq VERSION TAG [2 of 5 busy] stopping. The last word
# appears only once it is quiet. Sidekiq updates the title every 5 or 10 s. Source: PROCTITLES in lib/sidekiq/launcher.rb
process_title() {
  { head -c 4096 <"/proc/$1/cmdline" | tr '\000' ' '; } 2>/dev/null
}

is_quiet() {
  title=''
  { read -r title <"/proc/$1/cmdline"; } 2>/dev/null || :
  case $title in 'sidekiq '*' busy] stopping'*) ;; *) false ;; esac
}

# worker_threads PID: counts the threads that work or wait for work: `processor` before Sidekiq 7, then `sidekiq.` and the first
# letters of a capsule's name. Once Sidekiq is quiet they end with their jobs, idle ones within 2 s.
worker_threads() {
  cat "/proc/$1"/task/*/comm 2>/dev/null | grep -v -e '^sidekiq\.heartb' -e '^sidekiq\.schedu' | grep -c -e '^processor$' -e '^sidekiq\.'
}

# Prints the units of standard input that are to be drained, with their seconds.
with_drain() {
  while read -r unit; do
    column want.services "$unit" 7
    case $COLUMN in [1-9]*) echo "$unit $COLUMN" ;; esac
  done
}

# Quiets the units in $WORK/drains.
quiet() {
  while read -r unit drain; do
    unit_show "$unit"
    # A process that is still booting has no jobs and doesn't handle the signal yet: TSTP would suspend it.
    case $ACTIVE/$(process_title "$PID") in active/'sidekiq '*' busy]'*) ;; *) continue ;; esac
    echo "$unit $INVOCATION $PID $drain $(worker_threads "$PID")"
  done <"$WORK/drains" >"$WORK/quieted"
  [ -s "$WORK/quieted" ] || return 0
  note_quieted || fail "cannot write to $STATE"
  quiet_since=$(now)
  while read -r unit _ _ drain _; do
    systemctl kill --kill-who=main --signal=TSTP -- "$unit" >>"$WORK/out" 2>&1 || :
    say "$unit: quiet, its jobs may go on for $drain s"
  done <"$WORK/quieted"
}

# Records the quieted units in the journal before they get the signal, because a recovery has to restart them.
note_quieted() {
  cp -- "$WORK/quieted" "$JOURNAL/quieted" && sync -- "$JOURNAL/quieted" "$JOURNAL"
}

# Succeeds when the jobs of $unit, which is quiet, are done or their time is up.
is_drained() {
  column quieted "$unit" 3
  pid=$COLUMN
  drain=${REST#* }
  threads=${drain#* }
  drain=${drain% *}
  if is_dry; then
    say "$unit: drained in $(since "$quiet_since")"
  elif [ "$(($(now) - quiet_since))" -ge "$((drain * 100))" ]; then
    say "$unit: not drained in $drain s: jobs that still run get its shutdown timeout, then they go back to Redis"
  else
    return 1
  fi
}

# The threads show it sooner. The title also works if a library has threads of the same name, or a later Sidekiq renames its own.
is_dry() {
  case $(process_title "$pid") in
  '' | 'sidekiq '*' [0 of '*' busy] stopping'*) ;;
  *) if [ "$threads" -eq 0 ] || [ "$(worker_threads "$pid")" -gt 0 ]; then return 1; fi ;;
  esac
  # Threads end before their process does, also when a restart from outside ends it.
  is_settled
}

# Succeeds when the unit has ended or runs. A unit in between may be restarted from outside, for example by a code deployment, and
# our stop would cancel that restart.
is_settled() {
  unit_show "$unit"
  case $ACTIVE in activating | deactivating) false ;; esac
}

# Succeeds when the process that `unit_show` has just read is one that this transaction has quieted.
was_quieted() {
  [ -f "$WORK/quieted" ] && column quieted "$unit" 2 && [ "$COLUMN" = "${INVOCATION:-none}" ]
}

# Warns about services that run without taking jobs, for whatever reason: they would go on like that until someone notices.
tell_quiet() {
  while read -r unit; do
    say "$unit: warning: it is quiet (somebody sent TSTP) and takes no jobs; to end that: systemctl restart $unit"
  done <"$WORK/quiet"
}
