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
SECONDS_TO_SEND=90

complain() {
  printf '%s\n' "$*" >&2
  logger -t cdktf-sidekiq-notify -- "$channel: $*" 2>/dev/null || :
}

usage() {
  echo "usage: $0 [--test]" >&2
  exit 2
}

setting() {
  while IFS= read -r line; do
    case $line in "$1="*) printf '%s' "${line#*=}" ;; esac
  done <"$settings"
}

# Prints seconds since boot: clock steps don't shorten or lengthen an interval, and /run is emptied at a boot, too.
uptime_seconds() {
  read -r uptime _ </proc/uptime
  echo "${uptime%.*}"
}

# Reads the event from Monit's variables. systemd accepts only UTF-8 without control characters in an environment, and each value
# is recorded on one line.
observe() {
  service=$(clean "${MONIT_SERVICE:-}") host=$(clean "${MONIT_HOST:-}") event=$(clean "${MONIT_EVENT:-}")
  description=$(clean "${MONIT_DESCRIPTION:-}") date=$(clean "${MONIT_DATE:-}")
  time=$(date -u +%Y-%m-%dT%H:%M:%SZ)
}

lock() {
  exec 9>>"$state/lock"
  flock -w 20 9 || { complain "another one holds $state/lock"; exit 1; }
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
  sent='' due='' count=0 failures=0
  service='' host='' event='' description='' date='' time=''
  [ -f "$state/$key" ] || return 0
  while IFS= read -r line; do
    value=${line#*=}
    case ${line%%=*} in
    sent) sent=$value ;;
    due) due=$value ;;
    count) count=$value ;;
    failures) failures=$value ;;
    service) service=$value ;;
    host) host=$value ;;
    event) event=$value ;;
    description) description=$value ;;
    date) date=$value ;;
    time) time=$value ;;
    esac
  done <"$state/$key"
  # A value that isn't a number would end this program, and every later message with it.
  case $sent$due in *[!0-9]*) sent='' due='' ;; esac
  case $count$failures in *[!0-9]*) count=0 failures=0 ;; esac
  count=${count:-0} failures=${failures:-0}
}

remember() {
  printf '%s\n' "sent=$sent" "due=$due" "count=$count" "failures=$failures" "service=$service" "host=$host" "event=$event" \
    "description=$description" "date=$date" "time=$time" >"$state/$key.new"
  mv -f -- "$state/$key.new" "$state/$key" || complain "cannot write to $state"
}

# arm SECONDS: schedules a delivery by this program in so many seconds. One that was scheduled and never ran isn't waited for.
arm() {
  if [ -n "$due" ] && [ "$now" -lt "$((due + SECONDS_TO_SEND))" ]; then return; fi
  wait=$1
  set -- --quiet --collect -p Type=exec -p SyslogIdentifier=cdktf-sidekiq-notify
  if [ "$wait" -gt 0 ]; then set -- "$@" "--on-active=$wait" --timer-property=AccuracySec=1; else set -- "$@" --no-block; fi
  if systemd-run "$@" -- "$program" --deliver "$key"; then
    due=$((now + wait))
  else
    complain "$service: $event: could not be handed to systemd"
  fi
}

note() {
  key=$(printf '%s\n%s' "${MONIT_SERVICE:-}" "${MONIT_EVENT:-}" | sha256sum | cut -c 1-32)
  lock
  recall
  observe
  count=$((count + 1)) now=$(uptime_seconds)
  left=0
  [ -z "$sent" ] || left=$((sent + interval - now))
  [ "$left" -gt 0 ] || left=0
  arm "$left"
  remember
}

# Two deliveries at most: an event that comes while two are sending waits in its file, not as a process.
slot() {
  exec 8>>"$state/slot1"
  flock -n 8 && return
  exec 8>>"$state/slot2"
  flock -n 8
}

send() {
  while IFS= read -r line; do
    value=${line#*=}
    case ${line%%=*} in
    credential) set -- "$@" -p "LoadCredential=$value" ;;
    user) set -- "$@" -p "User=$value" -p NoNewPrivileges=yes ;;
    esac
  done <"$settings"
  [ -n "$(setting user)" ] || set -- "$@" -p DynamicUser=yes
  set -- "$@" --setenv=MONIT_HOST="$host" --setenv=MONIT_SERVICE="$service" --setenv=MONIT_EVENT="$event" \
    --setenv=MONIT_DESCRIPTION="$description" --setenv=MONIT_DATE="$date" --setenv=NOTIFY_TIME="$time" --setenv=NOTIFY_COUNT="$told" --
  while IFS= read -r line; do
    case $line in argument=*) set -- "$@" "${line#*=}" ;; esac
  done <"$settings"
  systemd-run --wait --quiet --collect -p Type=exec -p RuntimeMaxSec="$SECONDS_TO_SEND" -p SyslogIdentifier=cdktf-sidekiq-notify "$@"
}

deliver() {
  lock
  recall
  due='' now=$(uptime_seconds)
  [ "$count" -gt 0 ] || exit 0
  if ! slot; then
    arm 15
    remember
    exit 0
  fi
  told=$count count=0 sent=$now
  remember
  unlock
  if send; then
    lock
    recall
    failures=0
    remember
    return
  fi
  lock
  recall
  count=$((count + told)) failures=$((failures + 1)) now=$(uptime_seconds)
  delay=$(sed -n 's/^retry=//p' "$settings" | sed -n "${failures}p")
  if [ -n "$delay" ]; then
    due=''
    complain "$service: $event: not sent, the next try is in $delay s; journalctl -t cdktf-sidekiq-notify has the cause"
    arm "$delay"
  else
    failures=0 sent=''
    complain "$service: $event: not sent, given up; journalctl -t cdktf-sidekiq-notify has the cause"
  fi
  remember
  exit 1
}

try_out() {
  MONIT_HOST=$(uname -n) MONIT_SERVICE=test MONIT_EVENT='Test message' MONIT_DESCRIPTION='Monit reaches this channel'
  MONIT_DATE=$(date '+%a, %d %b %Y %H:%M:%S')
  observe
  told=1
  send || { complain 'the test message was not sent; journalctl -t cdktf-sidekiq-notify has the cause'; exit 1; }
  echo "$channel: sent"
}

case $0 in /*) program=$0 ;; *) program=$PWD/$0 ;; esac
settings=${program%/*}/settings
channel=${program%/*} channel=${channel##*/}
[ -r "$settings" ] || { complain "$settings is missing"; exit 1; }
channel=$(setting channel) interval=$(setting interval)
state=/run/cdktf-sidekiq/notify/$channel
mkdir -p -- "$state" || { complain "cannot make $state"; exit 1; }
case $#/${1:-} in
0/) note ;;
1/--test) try_out ;;
2/--deliver)
  key=$2
  deliver
  ;;
*) usage ;;
esac
