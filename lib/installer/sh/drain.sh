# A Sidekiq that is quiet (TSTP) takes no new job, goes on with the running ones, and looks healthy; only a restart ends that.
# Where a service is to be drained it is quieted before its stop, so that long jobs can end.
#     quieted   UNIT INVOCATION PID SECONDS THREADS: what this transaction has quieted, and a rollback has to restart

# Sidekiq's process title, from 5.2 to 8.1: sidekiq VERSION TAG [2 of 5 busy] stopping. The last word only once it is quiet;
# Sidekiq writes it anew every 5 or 10 s. Source: PROCTITLES in lib/sidekiq/launcher.rb
process_title() {
  { head -c 4096 <"/proc/$1/cmdline" | tr '\000' ' '; } 2>/dev/null
}

is_quiet() {
  title=''
  { read -r title <"/proc/$1/cmdline"; } 2>/dev/null || :
  case $title in 'sidekiq '*' busy] stopping'*) ;; *) false ;; esac
}

# Threads that work or wait for work: `processor` before Sidekiq 7, then `sidekiq.` and the first letters of a capsule's name. When it is
# quiet they end with their jobs, the idle ones within 2 s.
worker_threads() {
  cat "/proc/$1"/task/*/comm 2>/dev/null | grep -v -e '^sidekiq\.heartb' -e '^sidekiq\.schedu' | grep -c -e '^processor$' -e '^sidekiq\.'
}

drain_services() {
  {
    in_turn 1 restart | with_drain
    while read -r unit _ _ _ drain; do
      case $drain in [1-9]*) ! grep -qxF -e "$unit" "$WORK/plan.gone" || echo "$unit $drain" ;; esac
    done <"$WORK/old.services"
  } >"$WORK/drains"
  drain_together
}

# The units of standard input that are to be drained, with their seconds.
with_drain() {
  while read -r unit; do
    column want.services "$unit" 7
    case $COLUMN in [1-9]*) echo "$unit $COLUMN" ;; esac
  done
}

# What is in $WORK/drains.
drain_together() {
  while read -r unit drain; do
    unit_show "$unit"
    # One that still boots has no jobs, and does not know the signal: TSTP would suspend it.
    case $ACTIVE/$(process_title "$PID") in active/'sidekiq '*' busy]'*) ;; *) continue ;; esac
    echo "$unit $INVOCATION $PID $drain $(worker_threads "$PID")"
  done <"$WORK/drains" >"$WORK/quieted"
  [ -s "$WORK/quieted" ] || return 0
  note_quieted || fail "cannot write to $STATE"
  begun=$(now)
  while read -r unit _ _ drain _; do
    systemctl kill --kill-who=main --signal=TSTP -- "$unit" >>"$WORK/out" 2>&1 || :
    say "$unit: quiet, its jobs may go on for $drain s"
  done <"$WORK/quieted"
  while read -r unit _ pid drain threads; do await_jobs; done <"$WORK/quieted"
}

# Whoever undoes this transaction has to know: before the signal.
note_quieted() {
  cp -- "$WORK/quieted" "$JOURNAL/quieted" && sync -- "$JOURNAL/quieted" "$JOURNAL"
}

await_jobs() {
  until is_dry; do
    if [ "$(($(now) - begun))" -ge "$((drain * 100))" ]; then
      say "$unit: not drained in $drain s: jobs that still run get its shutdown timeout, then they go back to Redis"
      return
    fi
    sleep 0.2
  done
  say "$unit: drained in $(since "$begun")"
}

# The threads tell sooner, the title also where a library has threads of the same name, or a Sidekiq to come another name for them.
is_dry() {
  case $(process_title "$pid") in
  '' | 'sidekiq '*' [0 of '*' busy] stopping'*) ;;
  *) if [ "$threads" -eq 0 ] || [ "$(worker_threads "$pid")" -gt 0 ]; then return 1; fi ;;
  esac
  # Threads end before their process does, also where it is another's restart that ends it.
  is_settled
}

# It ended, or somebody else restarts it, as a code deployment does: whose restart our stop would cancel.
is_settled() {
  unit_show "$unit"
  case $ACTIVE in activating | deactivating) false ;; esac
}

# Is the process that `unit_show` has just described one that this transaction has quieted?
was_quieted() {
  [ -f "$WORK/quieted" ] && column quieted "$unit" 2 && [ "$COLUMN" = "${INVOCATION:-none}" ]
}

# What runs on without taking jobs, for whatever reason, would do so until somebody wonders.
tell_quiet() {
  while read -r unit; do
    say "$unit: warning: it is quiet (somebody sent TSTP) and takes no jobs; to end that: systemctl restart $unit"
  done <"$WORK/quiet"
}
