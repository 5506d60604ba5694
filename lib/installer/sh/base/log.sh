# Keeps the logs of the last transactions, readable only by root.
# Reads: MANIFEST, OWNER, STATE, TOKEN, WORK.
# Sets: KEPT.
# $STATE/owners/OWNER/log/TIME-TOKEN, with `.unseen` if the connection was lost before the end.

KEPT_LOGS=20
KEPT=''

# Keeps a log only for an owner that has something here. If the disk is full, only the log is lost.
keep_log() {
  if [ ! -f "$MANIFEST" ] || [ ! -s "$WORK/log" ]; then return 0; fi
  local logs="$STATE/owners/$OWNER/log"
  KEPT=$logs/$(date -u +%Y%m%dT%H%M%SZ)-$TOKEN
  { { [ -d "$logs" ] || mkdir -p -- "$logs"; } && tail -c 65536 "$WORK/log" >"$KEPT.unseen"; } 2>/dev/null ||
    { rm -f -- "$KEPT.unseen" 2>/dev/null; KEPT=''; }
  # The names sort by time. Beside logs of a clock that was ahead, the new one looks like the oldest, so it is skipped.
  set -- "$logs"/*
  local surplus='' old=''
  surplus=$(($# - KEPT_LOGS))
  for old in "$@"; do
    [ "$surplus" -gt 0 ] || break
    case $old in "${KEPT:-none}"*) continue ;; esac
    rm -f -- "$old"
    surplus=$((surplus - 1))
  done
}

# Reports how earlier deployments that lost their connection ended.
report_unseen() {
  local log='' name=''
  for log in "$STATE/owners/$OWNER"/log/*.unseen; do
    [ -f "$log" ] || continue
    name=${log##*/}
    report "the deployment of ${name%%-*}, whose connection was lost, ended: $(tail -n 1 "$log")"
    mv -fT -- "$log" "${log%.unseen}"
  done
}
