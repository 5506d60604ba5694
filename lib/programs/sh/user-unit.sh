# Starts and stops a unit of a user's own systemd. A system unit calls it and represents that unit, so that deployments, boots and
# shutdowns deal only with the system's systemd. It runs as root, and runs systemctl as that user.
#
#     user-unit start USER UNIT SECONDS keep|start    starts it, and checks for SECONDS whether it stays up; what its user
#                                                     has stopped stays stopped, with `keep`
#     user-unit stop USER UNIT                        stops it, and records whether its user had done so already
RUN=/run/cdktf-sidekiq/user-units

usage() {
  echo "usage: $0 start USER UNIT SECONDS keep|start | stop USER UNIT" >&2
  exit 2
}

ask() {
  as_user systemctl --user --no-ask-password "$@"
}

# Reads the unit's properties by name.
look() {
  ACTIVE='' SUB='' RESULT='' STALE='' TYPE='' RESTARTS=0 CONDITION=''
  properties=$(ask show -p ActiveState,SubState,Result,NeedDaemonReload,NRestarts,Type,ConditionResult -- "$unit" 2>/dev/null) || :
  while IFS='=' read -r key value; do
    case $key in
    ActiveState) ACTIVE=$value ;;
    SubState) SUB=$value ;;
    Result) RESULT=$value ;;
    NeedDaemonReload) STALE=$value ;;
    NRestarts) RESTARTS=$value ;;
    Type) TYPE=$value ;;
    ConditionResult) CONDITION=$value ;;
    esac
  done <<PROPERTIES
$properties
PROPERTIES
}

# Fails with the cause in the last line: the unit's own last message, without backtraces and INFO or DEBUG lines.
fail() {
  timeout 5 journalctl --sync >/dev/null 2>&1 || :
  journalctl -q --no-pager -o cat -n 12 --since="@$began" "_SYSTEMD_USER_UNIT=$unit" "_UID=$uid" + "USER_UNIT=$unit" "_UID=$uid" 2>/dev/null
  cause=$(last_words "_SYSTEMD_USER_UNIT=$unit")
  # journald may be too late to record the unit of a process that has exited. Its messages still carry this identifier.
  [ -n "$cause" ] || cause=$(last_words "SYSLOG_IDENTIFIER=$(identifier)")
  echo "$unit of $user $1${cause:+: $cause}" >&2
  exit 1
}

last_words() {
  journalctl -q --no-pager -o cat -n 60 --since="@$began" _TRANSPORT=stdout "_UID=$uid" "$1" 2>/dev/null | head -c 65536 |
    grep -avE "^[[:blank:]]|:[0-9]+:in .*'\$| (INFO|DEBUG): " | tail -n 1
}

identifier() {
  ask show -p SyslogIdentifier,ExecStart -- "$unit" 2>/dev/null |
    sed -n -e 's/^SyslogIdentifier=//p' -e 's/^ExecStart={ path=\([^ ]*\/\)*\([^ ]*\) ;.*/\2/p' | grep . | head -n 1
}

# Runs as the user, because it is the user's directory.
manager_listens() {
  as_user test -S "/run/user/$uid/systemd/private"
}

# If the user lingers, the user's systemd runs without a login. logind notices the linger file only through loginctl.
wake_manager() {
  [ ! -e "/var/lib/systemd/linger/$user" ] || timeout 30 loginctl enable-linger -- "$user" 2>/dev/null || :
  if ! timeout 60 systemctl --no-ask-password start "user@$uid.service"; then
    manager_listens || hint='; does this host have libpam-systemd?'
    echo "the systemd of $user does not start: systemctl status user@$uid.service${hint:-}" >&2
    exit 1
  fi
}

# Prints tenths of a second since boot, which clock steps don't change.
now() {
  read -r uptime _ </proc/uptime
  uptime=${uptime%?}
  echo "${uptime%.*}${uptime#*.}"
}

settle() {
  since=$(now)
  while :; do
    look
    case $ACTIVE/$RESULT in
    active/* | reloading/*) [ "$RESTARTS" -eq 0 ] || fail "crashed within $seconds s ($RESULT)" ;;
    # Restarted from outside, for example by a code deployment.
    activating/success | deactivating/success) [ "$SUB" != auto-restart ] || fail "ended within $seconds s" ;;
    inactive/success)
      [ "$TYPE" = oneshot ] || fail "ended by itself within $seconds s"
      return 0
      ;;
    *) fail "crashed within $seconds s (${RESULT:-unknown})" ;;
    esac
    [ "$(($(now) - since))" -lt "$((seconds * 10))" ] || return 0
    sleep 0.2
  done
}

start_unit() {
  began=$(date +%s.%N)
  wake_manager
  look
  verb=start
  # A process under an older definition is outdated.
  [ "$STALE/$ACTIVE" != yes/active ] || verb=restart
  ask daemon-reload || fail 'cannot be read anew: systemctl --user daemon-reload failed'
  mkdir -p -- "$RUN" && : >"$RUN/$name.started" || exit 1
  if [ -e "$RUN/$name.stopped" ] && [ "$when_stopped" = keep ]; then
    rm -f -- "$RUN/$name.stopped"
    look
    if [ "$ACTIVE" = inactive ]; then
      echo "$unit of $user: left stopped, as its user stopped it (whenStopped: keep)"
      return 0
    fi
  fi
  rm -f -- "$RUN/$name.stopped"
  [ "$ACTIVE" = active ] || ask reset-failed -- "$unit" 2>/dev/null
  ask "$verb" -- "$unit" || {
    look
    fail "did not become ready (${RESULT:-unknown})"
  }
  settle
}

stop_unit() {
  started=no
  [ ! -e "$RUN/$name.started" ] || started=yes
  rm -f -- "$RUN/$name.started" "$RUN/$name.stopped"
  # Without the user's systemd, nothing of it runs.
  manager_listens || return 0
  look
  # A start that failed, or that a condition prevented, isn't a stop, and a oneshot ends by itself.
  if [ "$TYPE" != oneshot ] && [ "$CONDITION" != no ] && [ "$started/$ACTIVE/$RESULT/${SERVICE_RESULT:-success}" = yes/inactive/success/success ]; then
    : >"$RUN/$name.stopped"
  fi
  ask stop -- "$unit"
}

verb=$1
user=$2
unit=$3
case $user$unit in '' | */*) usage ;; esac
uid=$(id -u -- "$user") || exit 1
name=$user-$unit
case $#/$verb in
5/start)
  seconds=$4
  when_stopped=$5
  case $seconds in '' | *[!0-9]*) usage ;; esac
  start_unit
  ;;
3/stop) stop_unit ;;
*) usage ;;
esac
