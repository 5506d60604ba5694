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
