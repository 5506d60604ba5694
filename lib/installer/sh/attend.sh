# The transaction runs in a unit of its own, so that no lost connection, no ended session and no stopped sshd touches it. The
# connection's side starts it, shows what it says, and passes its exit code on.

# attend COMMAND…: by descriptors, because the transaction removes its files when it ends.
attend() {
  : >"$WORK/log"
  : >"$WORK/status"
  exec 3<"$WORK/log" 4<"$WORK/status"
  unit=cdktf-sidekiq-transaction-$TOKEN.service
  # No pipe to the unit: a dead one would kill it. ExecStopPost also runs after a SIGKILL.
  if ! systemd-run --quiet --collect --unit="$unit" -p Description='cdktf-sidekiq transaction' -p Type=exec \
    -p StandardInput=null -p StandardOutput="append:$WORK/log" -p StandardError=inherit -p IgnoreSIGPIPE=no -p TimeoutStopSec=infinity \
    -p ExecStopPost="/bin/sh $WORK/program recover $WORK" -- /bin/sh "$WORK/program" "$@" >"$WORK/out" 2>&1; then
    say_lines <"$WORK/out"
    say "refused, nothing changed: systemd-run failed: $(tail -n 1 "$WORK/out")"
    rm -rf -- "$WORK"
    exit 1
  fi
  turns=0
  until read -r code kept <&4; do
    # Nobody reads this any more: the log stays marked as not seen.
    cat <&3 2>/dev/null || exit 1
    turns=$((turns + 1))
    if [ "$((turns % 50))" -eq 0 ] && ! transaction_runs; then
      # It may have ended while systemd was being asked.
      ! read -r code kept <&4 || break
      say "the transaction was cut off, and its recovery too: deploy again"
      exit 1
    fi
    sleep 0.1
  done
  cat <&3 2>/dev/null || exit 1
  if [ -n "$kept" ] && [ -e "$kept.unseen" ]; then mv -fT -- "$kept.unseen" "$kept"; fi
  exit "$code"
}

transaction_runs() {
  case $(systemctl show -P ActiveState -- "$unit") in active | activating | deactivating | reloading) ;; *) false ;; esac
}

# The other side: what the transaction ends with. KEPT is where its log is kept.
tell_status() {
  # A deployment that was tried by hand has nobody who attends.
  [ ! -e "$WORK/status" ] || printf '%s %s\n' "$1" "$KEPT" >>"$WORK/status"
}
