# Run by Monit (`exec`), as root, for each event: records it, has systemd deliver it, and ends. The delivery runs outside Monit's
# service, so that neither a slow receiver nor the sandbox of Monit on Debian 13 and 14 is in the way.
#
#     notify                  the event in Monit's variables (MONIT_SERVICE, MONIT_EVENT and so on)
#     notify --test           sends a message now, and reports whether it was sent
#     notify --deliver KEY    (by systemd) sends what is recorded about a service and its event
#
# The file `settings` beside it has lines NAME=VALUE:
#     channel       name of the notifier
#     interval      seconds in which one message is sent about a service and its event; the others are counted
#     retry         seconds to wait after a failure, one line for each; after that only the journal has it
#     credential    NAME:PATH of a secret; only the sender finds it, in $CREDENTIALS_DIRECTORY
#     user          user that sends; without it a dynamic user
#     argument      the program that sends, and its arguments, one a line
# The sender gets Monit's variables, and NOTIFY_TIME and NOTIFY_COUNT: the number of events that this message stands for.
# Sets: SERVICE, HOST, EVENT, DESCRIPTION, DATE, TIME, SENT, DUE, COUNT, FAILURES, KEY, MONIT_HOST, MONIT_SERVICE, MONIT_EVENT,
# MONIT_DESCRIPTION, MONIT_DATE.
SECONDS_TO_SEND=90

complain() {
  printf '%s\n' "$*" >&2
  logger -t cdktf-sidekiq-notify -- "$CHANNEL: $*" 2>/dev/null || :
}

usage() {
  echo "usage: $0 [--test]" >&2
  exit 2
}

setting() {
  local line=''
  while IFS= read -r line; do
    case $line in "$1="*) printf '%s' "${line#*=}" ;; esac
  done <"$SETTINGS"
}

# Reads the event from Monit's variables. systemd accepts only UTF-8 without control characters in an environment, and each value
# is recorded on one line.
observe() {
  SERVICE=$(clean "${MONIT_SERVICE:-}") HOST=$(clean "${MONIT_HOST:-}") EVENT=$(clean "${MONIT_EVENT:-}")
  DESCRIPTION=$(clean "${MONIT_DESCRIPTION:-}") DATE=$(clean "${MONIT_DATE:-}")
  TIME=$(date -u +%Y-%m-%dT%H:%M:%SZ)
}

lock() {
  exec 9>>"$EVENTS/lock"
  flock -w 20 9 || { complain "another one holds $EVENTS/lock"; exit 1; }
}

unlock() {
  exec 9>&-
}

# Reads what is known about a service and its event:
#     sent      when the last message was sent
#     due       when the next one is to be delivered, if there is to be one
#     count     events that no message has reported
#     failures  in a row
recall() {
  SENT='' DUE='' COUNT=0 FAILURES=0
  SERVICE='' HOST='' EVENT='' DESCRIPTION='' DATE='' TIME=''
  [ -f "$EVENTS/$KEY" ] || return 0
  local line='' value=''
  while IFS= read -r line; do
    value=${line#*=}
    case ${line%%=*} in
    sent) SENT=$value ;;
    due) DUE=$value ;;
    count) COUNT=$value ;;
    failures) FAILURES=$value ;;
    service) SERVICE=$value ;;
    host) HOST=$value ;;
    event) EVENT=$value ;;
    description) DESCRIPTION=$value ;;
    date) DATE=$value ;;
    time) TIME=$value ;;
    esac
  done <"$EVENTS/$KEY"
  # A value that isn't a number would end this program, and every later message with it.
  case $SENT$DUE in *[!0-9]*) SENT='' DUE='' ;; esac
  case $COUNT$FAILURES in *[!0-9]*) COUNT=0 FAILURES=0 ;; esac
  COUNT=${COUNT:-0} FAILURES=${FAILURES:-0}
}

remember() {
  printf '%s\n' "sent=$SENT" "due=$DUE" "count=$COUNT" "failures=$FAILURES" "service=$SERVICE" "host=$HOST" "event=$EVENT" \
    "description=$DESCRIPTION" "date=$DATE" "time=$TIME" >"$EVENTS/$KEY.new"
  mv -f -- "$EVENTS/$KEY.new" "$EVENTS/$KEY" || complain "cannot write to $EVENTS"
}

# arm SECONDS NOW: schedules a delivery by this program in so many seconds. One that was scheduled and never ran isn't waited for.
arm() {
  local wait="$1" now="$2"
  if [ -n "$DUE" ] && [ "$now" -lt "$((DUE + SECONDS_TO_SEND))" ]; then return; fi
  set -- --quiet --collect -p Type=exec -p SyslogIdentifier=cdktf-sidekiq-notify
  if [ "$wait" -gt 0 ]; then set -- "$@" "--on-active=$wait" --timer-property=AccuracySec=1; else set -- "$@" --no-block; fi
  if systemd-run "$@" -- "$PROGRAM" --deliver "$KEY"; then
    DUE=$((now + wait))
  else
    complain "$SERVICE: $EVENT: could not be handed to systemd"
  fi
}

note() {
  local now='' left=0
  KEY=$(printf '%s\n%s' "${MONIT_SERVICE:-}" "${MONIT_EVENT:-}" | sha256sum | cut -c 1-32)
  lock
  recall
  observe
  COUNT=$((COUNT + 1)) now=$(uptime_seconds)
  [ -z "$SENT" ] || left=$((SENT + INTERVAL - now))
  [ "$left" -gt 0 ] || left=0
  arm "$left" "$now"
  remember
}

# Two deliveries at most: an event that comes while two are sending waits in its file, not as a process.
slot() {
  exec 8>>"$EVENTS/slot1"
  flock -n 8 && return
  exec 8>>"$EVENTS/slot2"
  flock -n 8
}

# send COUNT: sends the message, which stands for so many events.
send() {
  local number="$1" line='' value=''
  shift
  while IFS= read -r line; do
    value=${line#*=}
    case ${line%%=*} in
    credential) set -- "$@" -p "LoadCredential=$value" ;;
    user) set -- "$@" -p "User=$value" -p NoNewPrivileges=yes ;;
    esac
  done <"$SETTINGS"
  [ -n "$(setting user)" ] || set -- "$@" -p DynamicUser=yes
  set -- "$@" --setenv=MONIT_HOST="$HOST" --setenv=MONIT_SERVICE="$SERVICE" --setenv=MONIT_EVENT="$EVENT" \
    --setenv=MONIT_DESCRIPTION="$DESCRIPTION" --setenv=MONIT_DATE="$DATE" --setenv=NOTIFY_TIME="$TIME" --setenv=NOTIFY_COUNT="$number" --
  while IFS= read -r line; do
    case $line in argument=*) set -- "$@" "${line#*=}" ;; esac
  done <"$SETTINGS"
  systemd-run --wait --quiet --collect -p Type=exec -p RuntimeMaxSec="$SECONDS_TO_SEND" -p SyslogIdentifier=cdktf-sidekiq-notify "$@"
}

deliver() {
  lock
  recall
  local now='' number=''
  DUE='' now=$(uptime_seconds)
  [ "$COUNT" -gt 0 ] || exit 0
  if ! slot; then
    arm 15 "$now"
    remember
    exit 0
  fi
  number=$COUNT COUNT=0 SENT=$now
  remember
  unlock
  if send "$number"; then
    lock
    recall
    FAILURES=0
    remember
    return
  fi
  lock
  recall
  COUNT=$((COUNT + number)) FAILURES=$((FAILURES + 1)) now=$(uptime_seconds)
  local delay=''
  delay=$(sed -n 's/^retry=//p' "$SETTINGS" | sed -n "${FAILURES}p")
  if [ -n "$delay" ]; then
    DUE=''
    complain "$SERVICE: $EVENT: not sent, the next try is in $delay s; journalctl -t cdktf-sidekiq-notify has the cause"
    arm "$delay" "$now"
  else
    FAILURES=0 SENT=''
    complain "$SERVICE: $EVENT: not sent, given up; journalctl -t cdktf-sidekiq-notify has the cause"
  fi
  remember
  exit 1
}

try_out() {
  MONIT_HOST=$(uname -n) MONIT_SERVICE=test MONIT_EVENT='Test message' MONIT_DESCRIPTION='Monit reaches this channel'
  MONIT_DATE=$(date '+%a, %d %b %Y %H:%M:%S')
  observe
  send 1 || { complain 'the test message was not sent; journalctl -t cdktf-sidekiq-notify has the cause'; exit 1; }
  echo "$CHANNEL: sent"
}

case $0 in /*) PROGRAM=$0 ;; *) PROGRAM=$PWD/$0 ;; esac
SETTINGS=${PROGRAM%/*}/settings
CHANNEL=${PROGRAM%/*} CHANNEL=${CHANNEL##*/}
[ -r "$SETTINGS" ] || { complain "$SETTINGS is missing"; exit 1; }
CHANNEL=$(setting channel) INTERVAL=$(setting interval)
EVENTS=/run/cdktf-sidekiq/notify/$CHANNEL
mkdir -p -- "$EVENTS" || { complain "cannot make $EVENTS"; exit 1; }
case $#/${1:-} in
0/) note ;;
1/--test) try_out ;;
2/--deliver)
  KEY=$2
  deliver
  ;;
*) usage ;;
esac
