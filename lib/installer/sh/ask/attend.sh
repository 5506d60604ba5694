# Starts the transaction in a unit of its own, and follows it, for the connection.
# Reads: LOADER_VARIABLES, PRINTABLE, TOKEN, WORK.
# A lost connection, an ended session or a stopped sshd doesn't affect that unit. The connection's side shows its output, and passes
# on its exit code. They share these files in $WORK:
#     log     its output   ·   ended   CODE LOG: how it ended, and where its log is kept
#     status  a named pipe: an empty line for each line of the log; `waits NAME` if a disk doesn't answer; at the end the content
#             of `ended`, or `gone`, or `stuck NAME`

# No step of a transaction waits this long for a working disk.
STUCK_SECONDS=300

# attend COMMAND…: runs it in the unit and follows it, through descriptors because the unit removes its files when it ends.
attend() {
  if ! reserve; then
    report 'refused, nothing changed: /run is full, or has less than 18 MiB left'
    rm -rf -- "$WORK"
    exit 1
  fi
  : >"$WORK/log"
  mkfifo -- "$WORK/status"
  exec 3<"$WORK/log" 4<>"$WORK/status"
  local unit="cdktf-sidekiq-transaction-$TOKEN.service"
  # Its output isn't a pipe, because a broken one would kill it. ExecStopPost also runs after a SIGKILL.
  if ! systemd-run --quiet --collect --unit="$unit" -p Description='cdktf-sidekiq transaction' -p Type=exec \
    -p UnsetEnvironment="$LOADER_VARIABLES" -p StandardInput=null -p StandardOutput="append:$WORK/log" -p StandardError=inherit -p IgnoreSIGPIPE=no -p TimeoutStopSec=infinity \
    -p ExecStopPost="/bin/sh $WORK/program recover $WORK" -- /bin/sh "$WORK/program" "$@" >"$WORK/out" 2>&1; then
    report_lines <"$WORK/out"
    report "refused, nothing changed: systemd-run failed: $(last_error)"
    rm -rf -- "$WORK"
    exit 1
  fi
  watch_unit "$unit" </dev/null >/dev/null 2>&1 3<&- 7>&- &
  local watcher="$!" code='' kept=''
  while [ -z "$code" ] && read -r code kept <&4; do
    # No one reads this any more: the log stays marked as unseen.
    show_log 2>/dev/null || exit 1
    if [ "$code" = waits ]; then
      report "waiting for a disk: $kept"
      code='' kept=''
    fi
  done
  kill "$watcher" 2>/dev/null
  case $code in
  gone)
    report 'the transaction was cut off, and its recovery too: deploy again'
    exit 1
    ;;
  stuck)
    report "no answer for $STUCK_SECONDS s from a disk ($kept) or from systemd: the transaction $unit continues once it answers, and the next deployment reports how it ended"
    exit 1
    ;;
  esac
  if [ -n "$kept" ] && [ -e "$kept.unseen" ]; then mv -fT -- "$kept.unseen" "$kept"; fi
  exit "$code"
}

# Prints the lines of the log that haven't been shown yet.
show_log() {
  local line=''
  # Not every line comes from `report`: the log also has the errors of the transaction's commands.
  while IFS= read -r line <&3; do printable "$line" && printf '%s\n' "$PRINTABLE" || return 1; done
}

# watch_unit UNIT: reports when it has ended without a result, because it and its recovery were killed, and when a disk or systemd
# doesn't answer. Writes to the descriptor, because a later transaction may remove the pipe's name.
watch_unit() {
  local nap=''
  trap 'kill "$nap"; exit' TERM
  local ended=0 mute=0 waiting=''
  while [ "$ended" -lt 2 ]; do
    sleep 5 &
    nap=$!
    wait "$nap"
    # A systemd that re-executes itself, as it does when libc is upgraded, answers a little later. No answer doesn't mean that the
    # unit ended.
    case $(timeout 5 systemctl show -P ActiveState -- "$1") in
    inactive | failed)
      ended=$((ended + 1))
      continue
      ;;
    '') waiting='systemd' ;;
    *) waiting=$(blocked "$1") ;;
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

# blocked UNIT: prints a process of the unit in uninterruptible sleep (state D of proc(5)): it is waiting for a disk.
blocked() {
  local pid='' status=''
  grep -ls -e "/$1\$" /proc/[0-9]*/cgroup | while IFS=/ read -r _ _ pid _; do
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
