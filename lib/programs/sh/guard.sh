# The only program through which Monit acts on a service. It runs as root, in the sandbox that Debian 13 and 14 put around Monit
# (only /run, /var/lib/monit and /var/log are writable, no sudo).
#
#     guard restart UNIT [COOLDOWN]    restarts a service that runs
#     guard revive UNIT [COOLDOWN]     starts a service that systemd gave up on, or leaves to Monit (Restart=no), and that ended
#     guard check UNIT                 0: fine, 1: given up, 3: crashed since the last look; one line says which (for a Monit program check)
#
# A service that an operator stopped stays stopped. Nothing is done while a deployment is running. At most one restart in COOLDOWN
# seconds (600): a service that is no better after a restart needs a person, so it is only reported.
# Sets: STAMP.
RUN=/run/cdktf-sidekiq

report() {
  printf '%s\n' "$*"
  logger -t cdktf-sidekiq-guard -- "$*" 2>/dev/null || :
}

usage() {
  echo "usage: $0 restart|revive|check UNIT [COOLDOWN SECONDS]" >&2
  exit 2
}

# Reads the unit's properties by name.
look() {
  read_properties <<PROPERTIES
$(systemctl show -p "$UNIT_PROPERTIES" -- "$UNIT" 2>/dev/null)
PROPERTIES
}

# Succeeds when systemd gave up, not when an operator stopped the unit. A stop that overran its time is `failed` too, with result
# timeout. A stop that ended in an error shows by its order: the unit leaves `active` when it is asked to stop, before its process
# ends. That counts only for a unit that was active since its last start: NRestarts by itself may come from a crash days before the
# stop.
given_up() {
  case $ACTIVE/$RESULT/$RESTART in
  failed/timeout/*) return 1 ;;
  # Not an operator's stop, although the unit leaves `active` before its process ends.
  failed/watchdog/* | failed/oom-kill/*) return 0 ;;
  # It was meant to run: a restart beyond the limit stops what ran, and starts nothing.
  failed/start-limit-hit/*) return 0 ;;
  failed/*) [ "$BEGAN" -gt "$LEFT" ] || [ "$EXITED" -le "$LEFT" ] ;;
  # It ended without an error, and systemd doesn't restart it because Monit supervises.
  inactive/*/no) [ "$EXITED" -gt 0 ] && [ "$EXITED" -le "$LEFT" ] && [ "$BEGAN" -le "$LEFT" ] ;;
  *) return 1 ;;
  esac
}

# Takes the lock of the installer's transactions, which hold it exclusively. Guards share it: Monit runs those of several checks
# at once.
lock() {
  mkdir -p -- "$RUN/guard" || exit 1
  exec 9>>"$RUN/lock"
  flock -s -n 9
}

# One guard at a time acts on a unit. A second one has nothing left to do.
alone() {
  exec 8>>"$RUN/guard/$UNIT.lock"
  flock -n 8 || exit 0
}

# write_stamp FILE NUMBER: writes one line with its format and a checksum, by a rename.
write_stamp() {
  printf 'cdktf-sidekiq-stamp 1 %s %s end\n' "$2" "$(check_sum "$2")" >"$1.new" && mv -fT -- "$1.new" "$1"
}

check_sum() {
  printf '%s' "$1" | cksum | cut -d ' ' -f 1
}

# read_stamp FILE: sets STAMP to its number. A stamp that is cut short, damaged or of a later format is reported and ignored.
read_stamp() {
  STAMP=''
  local format=''
  { read -r format <"$1"; } 2>/dev/null || return 0
  STAMP=${format#cdktf-sidekiq-stamp 1 }
  STAMP=${STAMP%% *}
  case $STAMP in '' | *[!0-9-]* | ????????????????*) STAMP=0 ;; esac
  if [ "$format" != "cdktf-sidekiq-stamp 1 $STAMP $(check_sum "$STAMP") end" ]; then
    report "$1 is damaged and not counted: a new one is written" >&2
    STAMP=''
  fi
}

# allow REASON: allows one action in COOLDOWN seconds, and otherwise only reports. If the time can't be recorded nothing is done:
# it would be done each time.
allow() {
  local stamp="$RUN/guard/$UNIT.last"
  read_stamp "$stamp"
  local last="$STAMP" moment=''
  # Seconds since boot: clock steps don't shorten or lengthen a cooldown.
  moment=$(uptime_seconds)
  if [ -n "$last" ] && [ "$((moment - last))" -lt "$COOLDOWN" ]; then
    report "$UNIT: $1, but not acted upon: the last time was $((moment - last)) s ago, and once in $COOLDOWN s is the limit" >&2
    exit 1
  fi
  if ! write_stamp "$stamp" "$moment" 2>/dev/null; then
    report "$UNIT: $1, but not acted upon: $stamp cannot be written, /run is full" >&2
    exit 1
  fi
}

act() {
  if systemctl --no-ask-password "$1" -- "$UNIT"; then
    report "$UNIT: $2"
  else
    report "$UNIT: systemctl $1 failed" >&2
    exit 1
  fi
}

# Otherwise a restart beyond StartLimitBurst would stop what runs and start nothing; the cooldown is the limit here. systemd
# forgets the crashes as well, so those that no check has seen stay counted in the stamp.
forget_starts() {
  local seen="$RUN/guard/$UNIT.restarts"
  read_stamp "$seen"
  [ -z "$STAMP" ] || write_stamp "$seen" "$((STAMP - RESTARTS))" 2>/dev/null || :
  systemctl reset-failed -- "$UNIT" 2>/dev/null || :
}

restart_unit() {
  if ! lock; then
    report "$UNIT: no restart, a deployment is in progress"
    exit 0
  fi
  alone
  look
  case $ACTIVE in
  active | reloading) ;;
  *)
    report "$UNIT: no restart, it is ${ACTIVE:-unknown}"
    exit 0
    ;;
  esac
  allow 'Monit asks for a restart'
  forget_starts
  act restart 'restarted for Monit'
}

revive_unit() {
  if ! lock; then
    report "$UNIT: not started, a deployment is in progress"
    exit 0
  fi
  alone
  look
  given_up || exit 0
  allow "systemd gave up on it ($RESULT)"
  systemctl reset-failed -- "$UNIT" 2>/dev/null || :
  act start 'started again, systemd had given up on it'
}

check_unit() {
  if ! lock; then
    echo "$UNIT: a deployment is in progress"
    exit 0
  fi
  look
  if given_up; then
    echo "$UNIT: systemd gave up on it ($RESULT after $RESTARTS restarts)"
    exit 1
  fi
  local seen="$RUN/guard/$UNIT.restarts"
  read_stamp "$seen"
  local before="$STAMP"
  write_stamp "$seen" "$RESTARTS" 2>/dev/null || :
  if [ -n "$before" ] && [ "$RESTARTS" -gt "$before" ]; then
    echo "$UNIT: crashed $((RESTARTS - before)) times since the last check, systemd restarted it (${ACTIVE})"
    exit 3
  fi
  echo "$UNIT: ${ACTIVE:-unknown}"
}

[ $# -ge 2 ] || usage
UNIT=$2
COOLDOWN=${3:-600}
case $UNIT in '' | -* | */*) usage ;; esac
case $COOLDOWN in '' | *[!0-9]*) usage ;; esac
case $1 in
restart) restart_unit ;;
revive) revive_unit ;;
check) check_unit ;;
*) usage ;;
esac
