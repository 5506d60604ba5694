# What the last transactions said, on the host, for root: $STATE/owners/OWNER/log/TIME-TOKEN, `.unseen` where the connection was
# lost before its end.
KEPT_LOGS=20
KEPT=''

# Only for an owner who has something here; a disk that is full loses no more than the log.
keep_log() {
  if [ ! -f "$MANIFEST" ] || [ ! -s "$WORK/log" ]; then return 0; fi
  logs=$STATE/owners/$OWNER/log
  KEPT=$logs/$(date -u +%Y%m%dT%H%M%SZ)-$TOKEN
  { { [ -d "$logs" ] || mkdir -p -- "$logs"; } && tail -c 65536 "$WORK/log" >"$KEPT.unseen"; } 2>/dev/null ||
    { rm -f -- "$KEPT.unseen" 2>/dev/null; KEPT=''; }
  # In the order of their names, which is that of time; but beside logs of a clock that was ahead this one looks like the oldest.
  set -- "$logs"/*
  surplus=$(($# - KEPT_LOGS))
  for old in "$@"; do
    [ "$surplus" -gt 0 ] || break
    case $old in "${KEPT:-none}"*) continue ;; esac
    rm -f -- "$old"
    surplus=$((surplus - 1))
  done
}

# What nobody has seen the end of is told to the next one.
tell_unseen() {
  for log in "$STATE/owners/$OWNER"/log/*.unseen; do
    [ -f "$log" ] || continue
    name=${log##*/}
    say "the deployment of ${name%%-*}, whose connection was lost, ended: $(tail -n 1 "$log")"
    mv -fT -- "$log" "${log%.unseen}"
  done
}
