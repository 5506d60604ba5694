# Finds the cause of a service's failure, in systemd and in the journal.
# Reads: CONDITION, INVOCATION, LEFT, RESULT, START_SECOND, WORK.

# known_cause UNIT: prints what a service lacks if systemd couldn't even run it. systemd's own result is then only a number
# (systemd.exec(5), process exit codes) or "resources".
known_cause() {
  local step='' directory='' file=''
  step=$(journalctl -q --no-pager -o cat -n 30 "INVOCATION_ID=$INVOCATION" 2>/dev/null |
    sed -n 's/^.* exited, code=exited, status=\(2[0-9][0-9]\/[A-Z_]*\)$/\1/p' | tail -n 1)
  case $RESULT/$step in
  exit-code/200/*)
    directory=$(systemctl show -P WorkingDirectory -- "$1" | sed 's/^[!-]*//')
    if exists "$directory/."; then
      echo "its working directory $directory cannot be entered ($step)"
    else
      echo "its working directory $directory is missing ($step)"
    fi
    ;;
  exit-code/216/*) echo "its group $(systemctl show -P Group -- "$1") does not exist ($step)" ;;
  exit-code/217/*) echo "its user $(systemctl show -P User -- "$1") does not exist ($step)" ;;
  exit-code/2*) echo "systemd could not run it ($step)" ;;
  resources/*)
    systemctl show -P EnvironmentFiles -- "$1" | sed -n 's/ (ignore_errors=no)$//p' | while IFS= read -r file; do
      if ! exists "$file"; then
        echo "its environment file $file is missing"
        break
      fi
    done
    ;;
  esac
}

# fail_service UNIT REASON: fails with the cause from systemd and the journal.
fail_service() {
  # The service's last lines may not have reached the journal yet.
  timeout 5 journalctl --sync >/dev/null 2>&1 || :
  report "$1: $2 (${RESULT:-unknown}); its journal ends:"
  journalctl -q --no-pager -o cat -n 12 -u "$1" 2>/dev/null | report_lines
  local cause=''
  cause=$(known_cause "$1")
  [ -z "$cause" ] || fail "$1 $2: $cause"
  local message=''
  message=$(last_message "_SYSTEMD_INVOCATION_ID=$INVOCATION")
  # journald may be too late to record the invocation of a process that has exited.
  [ -n "$message" ] || message=$(last_message _TRANSPORT=stdout --unit="$1" --since="@$START_SECOND")
  fail "$1 $2 (${RESULT:-unknown})${message:+: $message}"
}

# last_message MATCH…: prints the last line that can be the cause. Backtraces, help texts and INFO or DEBUG lines count only if
# there is nothing else.
last_message() {
  journalctl -q --no-pager -o cat -n 60 "$@" 2>/dev/null | head -c 65536 | strip >"$WORK/words"
  local message=''
  message=$(grep -vE "^[[:blank:]]|:[0-9]+:in .*'\$| (INFO|DEBUG): " "$WORK/words" | tail -n 1)
  [ -n "$message" ] || message=$(tail -n 1 "$WORK/words")
  printf '%s\n' "$message" | sed -E "s/^[^ ]*:[0-9]+:in .*': //; s/^[^ ]* pid=.* (WARN|ERROR|FATAL): //; s/^[[:blank:]]*//" | cut -c 1-200
}

# stopped_from_outside UNIT: succeeds when an operator stopped the unit meanwhile, which is neither a failure nor undone: a
# process that exits by itself does so before its unit leaves `active`, one that systemd stops exits after that. A host that shuts
# down stops everything, so that doesn't count.
stopped_from_outside() {
  case $CONDITION/$RESULT in no/* | */watchdog | */oom-kill) return 1 ;; esac
  local ended=''
  ended=$(systemctl show -P ExecMainExitTimestampMonotonic -- "$1")
  [ "$LEFT" -gt 0 ] && [ "${ended:-0}" -gt "$LEFT" ] && ! systemctl show -P Job -- "$1" | grep -q '[1-9]' && ! shuts_down
}
