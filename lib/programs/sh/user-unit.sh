# Starts and stops a unit of a user's own systemd. A system unit calls it and represents that unit, so that deployments, boots and
# shutdowns deal only with the system's systemd. It runs as root, and runs systemctl as that user.
#
#     user-unit start USER UNIT SECONDS keep|start    starts it, and checks for SECONDS whether it stays up; what its user
#                                                     has stopped stays stopped, with `keep`
#     user-unit stop USER UNIT                        stops it, and records whether its user had done so already
# Sets: SINCE.
RUN=/run/cdktf-sidekiq/user-units

usage() {
  echo "usage: $0 start USER UNIT SECONDS keep|start | stop USER UNIT" >&2
  exit 2
}

ask() {
  as_user "$ACCOUNT" "$ACCOUNT_ID" systemctl --user --no-ask-password "$@"
}

# Reads the unit's properties by name.
look() {
  read_properties <<PROPERTIES
$(ask show -p "$UNIT_PROPERTIES" -- "$UNIT" 2>/dev/null)
PROPERTIES
}

# Fails with the cause in the last line: the unit's own last message, without backtraces and INFO or DEBUG lines.
fail() {
  timeout 5 journalctl --sync >/dev/null 2>&1 || :
  journalctl -q --no-pager -o cat -n 12 --since="@$SINCE" "_SYSTEMD_USER_UNIT=$UNIT" "_UID=$ACCOUNT_ID" + "USER_UNIT=$UNIT" "_UID=$ACCOUNT_ID" 2>/dev/null
  local cause=''
  cause=$(last_words "_SYSTEMD_USER_UNIT=$UNIT")
  # journald may be too late to record the unit of a process that has exited. Its messages still carry this identifier.
  [ -n "$cause" ] || cause=$(last_words "SYSLOG_IDENTIFIER=$(identifier)")
  echo "$UNIT of $ACCOUNT $1${cause:+: $cause}" >&2
  exit 1
}

last_words() {
  journalctl -q --no-pager -o cat -n 60 --since="@$SINCE" _TRANSPORT=stdout "_UID=$ACCOUNT_ID" "$1" 2>/dev/null | head -c 65536 |
    grep -avE "^[[:blank:]]|:[0-9]+:in .*'\$| (INFO|DEBUG): " | tail -n 1
}

identifier() {
  ask show -p SyslogIdentifier,ExecStart -- "$UNIT" 2>/dev/null |
    sed -n -e 's/^SyslogIdentifier=//p' -e 's/^ExecStart={ path=\([^ ]*\/\)*\([^ ]*\) ;.*/\2/p' | grep . | head -n 1
}

# Runs as the user, because it is the user's directory.
manager_listens() {
  as_user "$ACCOUNT" "$ACCOUNT_ID" test -S "/run/user/$ACCOUNT_ID/systemd/private"
}

# If the user lingers, the user's systemd runs without a login. logind notices the linger file only through loginctl.
wake_manager() {
  [ ! -e "/var/lib/systemd/linger/$ACCOUNT" ] || timeout 30 loginctl enable-linger -- "$ACCOUNT" 2>/dev/null || :
  local hint=''
  if ! timeout 60 systemctl --no-ask-password start "user@$ACCOUNT_ID.service"; then
    manager_listens || hint='; does this host have libpam-systemd?'
    echo "the systemd of $ACCOUNT does not start: systemctl status user@$ACCOUNT_ID.service${hint:-}" >&2
    exit 1
  fi
}

settle() {
  local since=''
  since=$(now)
  while :; do
    look
    case $ACTIVE/$RESULT in
    active/* | reloading/*) [ "$RESTARTS" -eq 0 ] || fail "crashed within $STABLE_SECONDS s ($RESULT)" ;;
    # Restarted from outside, for example by a code deployment.
    activating/success | deactivating/success) [ "$SUB" != auto-restart ] || fail "ended within $STABLE_SECONDS s" ;;
    inactive/success)
      [ "$TYPE" = oneshot ] || fail "ended by itself within $STABLE_SECONDS s"
      return 0
      ;;
    *) fail "crashed within $STABLE_SECONDS s (${RESULT:-unknown})" ;;
    esac
    [ "$(($(now) - since))" -lt "$((STABLE_SECONDS * 100))" ] || return 0
    sleep 0.2
  done
}

start_unit() {
  SINCE=$(date +%s.%N)
  wake_manager
  look
  local verb=start
  # A process under an older definition is outdated.
  [ "$STALE/$ACTIVE" != yes/active ] || verb=restart
  ask daemon-reload || fail 'cannot be read anew: systemctl --user daemon-reload failed'
  mkdir -p -- "$RUN" && : >"$RUN/$NAME.started" || exit 1
  if [ -e "$RUN/$NAME.stopped" ] && [ "$WHEN_STOPPED" = keep ]; then
    rm -f -- "$RUN/$NAME.stopped"
    look
    if [ "$ACTIVE" = inactive ]; then
      echo "$UNIT of $ACCOUNT: left stopped, because its user stopped it (whenStopped: keep)"
      return 0
    fi
  fi
  rm -f -- "$RUN/$NAME.stopped"
  [ "$ACTIVE" = active ] || ask reset-failed -- "$UNIT" 2>/dev/null
  ask "$verb" -- "$UNIT" || {
    look
    fail "did not become ready (${RESULT:-unknown})"
  }
  settle
}

stop_unit() {
  local started=no
  [ ! -e "$RUN/$NAME.started" ] || started=yes
  rm -f -- "$RUN/$NAME.started" "$RUN/$NAME.stopped"
  # Without the user's systemd, nothing of it runs.
  manager_listens || return 0
  look
  # A start that failed, or that a condition prevented, isn't a stop, and a oneshot ends by itself.
  if [ "$TYPE" != oneshot ] && [ "$CONDITION" != no ] && [ "$started/$ACTIVE/$RESULT/${SERVICE_RESULT:-success}" = yes/inactive/success/success ]; then
    : >"$RUN/$NAME.stopped"
  fi
  ask stop -- "$UNIT"
}

verb=$1
ACCOUNT=$2
UNIT=$3
case $ACCOUNT$UNIT in '' | */*) usage ;; esac
ACCOUNT_ID=$(id -u -- "$ACCOUNT") || exit 1
NAME=$ACCOUNT-$UNIT
case $#/$verb in
5/start)
  STABLE_SECONDS=$4
  WHEN_STOPPED=$5
  case $STABLE_SECONDS in '' | *[!0-9]*) usage ;; esac
  start_unit
  ;;
3/stop) stop_unit ;;
*) usage ;;
esac
