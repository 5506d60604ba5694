# The transaction runs in a unit of its own, so that no lost connection, no ended session and no stopped sshd touches it. The
# connection's side starts it, shows what it says, and passes its exit code on. Between them in $WORK:
#     log     what it says   ·   ended   CODE LOG: how it ended, and where its log is kept
#     status  a named pipe: an empty line for each line of the log; `waits NAME` where a disk does not answer; in the end what `ended`
#             says, or `gone`, or `stuck NAME`

# attend COMMAND…: by descriptors, because the unit removes its files when it ends.
attend() {
  if ! reserve; then
    say 'refused, nothing changed: /run is full, or has less than 18 MiB left'
    rm -rf -- "$WORK"
    exit 1
  fi
  : >"$WORK/log"
  mkfifo -- "$WORK/status"
  exec 3<"$WORK/log" 4<>"$WORK/status"
  unit=cdktf-sidekiq-transaction-$TOKEN.service
  # Its output is no pipe: a dead one would kill it. ExecStopPost also runs after a SIGKILL.
  if ! systemd-run --quiet --collect --unit="$unit" -p Description='cdktf-sidekiq transaction' -p Type=exec \
    -p UnsetEnvironment="$LOADER_VARIABLES" -p StandardInput=null -p StandardOutput="append:$WORK/log" -p StandardError=inherit -p IgnoreSIGPIPE=no -p TimeoutStopSec=infinity \
    -p ExecStopPost="/bin/sh $WORK/program recover $WORK" -- /bin/sh "$WORK/program" "$@" >"$WORK/out" 2>&1; then
    say_lines <"$WORK/out"
    say "refused, nothing changed: systemd-run failed: $(tail -n 1 "$WORK/out")"
    rm -rf -- "$WORK"
    exit 1
  fi
  watch_unit </dev/null >/dev/null 2>&1 3<&- 7>&- &
  watcher=$!
  code='' kept=''
  while [ -z "$code" ] && read -r code kept <&4; do
    # Nobody reads this any more: the log stays marked as not seen.
    show_log 2>/dev/null || exit 1
    if [ "$code" = waits ]; then
      say "waiting for a disk: $kept"
      code='' kept=''
    fi
  done
  kill "$watcher" 2>/dev/null
  case $code in
  gone)
    say 'the transaction was cut off, and its recovery too: deploy again'
    exit 1
    ;;
  stuck)
    say "no answer for $STUCK_SECONDS s from a disk ($kept) or from systemd: the transaction $unit goes on when it comes, and the next deployment tells how it ended"
    exit 1
    ;;
  esac
  if [ -n "$kept" ] && [ -e "$kept.unseen" ]; then mv -fT -- "$kept.unseen" "$kept"; fi
  exit "$code"
}

# What the log has that was not yet shown.
show_log() {
  # Not all of it came by `say`: what a command of the transaction complains of is in it, too.
  while IFS= read -r line <&3; do printable "$line" && printf '%s\n' "$PRINTABLE" || return 1; done
}

# No step of a transaction waits as long for a disk that works.
STUCK_SECONDS=300

# Says so when the unit has ended without a word: it and its recovery were killed; and when a disk, or systemd, does not answer. By the
# descriptor, because the pipe's name may go with a transaction that comes later.
watch_unit() {
  trap 'kill "$nap"; exit' TERM
  ended=0 mute=0
  while [ "$ended" -lt 2 ]; do
    sleep 5 &
    nap=$!
    wait "$nap"
    # A systemd that is executed anew, as an upgrade of libc does, answers a little later; what it does not say is no end.
    case $(timeout 5 systemctl show -P ActiveState -- "$unit") in
    inactive | failed)
      ended=$((ended + 1))
      continue
      ;;
    '') waiting='systemd' ;;
    *) waiting=$(blocked) ;;
    esac
    ended=0
    if [ -z "$waiting" ]; then
      mute=0
      continue
    fi
    mute=$((mute + 5))
    if [ "$mute" -eq 30 ]; then echo "waits $waiting" >&4; fi
    if [ "$mute" -ge "$STUCK_SECONDS" ]; then
      echo "stuck $waiting" >&4
      return
    fi
  done
  echo gone >&4
}

# A process of the transaction that nothing can interrupt (state D of proc(5)): it waits for a disk.
blocked() {
  grep -ls -e "/$unit\$" /proc/[0-9]*/cgroup | while IFS=/ read -r _ _ pid _; do
    { read -r status <"/proc/$pid/stat"; } 2>/dev/null || continue
    case $status in
    *') D '*)
      status=${status%)*}
      printf '%s\n' "${status#*(}, process $pid"
      break
      ;;
    esac
  done
}

# The other side's last word, when nothing is left to be removed.
bow_out() {
  # Both ends are open here: nothing blocks where nobody attends any more.
  exec 8<>"$WORK/status"
  if [ -f "$WORK/ended" ]; then ended=$(cat "$WORK/ended"); else ended=gone; fi
  rm -rf -- "$WORK"
  printf '%s\n' "$ended" >&8
}
