# Starts services that wait for a path (startWhen) when the path appears. A path unit runs this whenever the path appears or
# disappears: for a service that systemd did not start because its ConditionPathExists= wasn't met, after a crash, at boot or in a
# deployment; not for one that someone has stopped or disabled.
#     start-when PATH enabled|any UNIT…    any: services that no boot starts, too; USER/UNIT is a unit of that user's own systemd
# Sets: WAITING.
RUN=/run/cdktf-sidekiq
NEWLINE='
'

usage() {
  echo "usage: $0 PATH enabled|any UNIT..." >&2
  exit 2
}

# is_there PATH: only asks, and with a timeout, because others may be able to change the way there.
is_there() {
  timeout -k 1 5 test -e "$1"
}

# of UNIT ARGUMENT…: runs systemctl for the systemd that has the unit.
of() {
  local named="$1" user='' uid=''
  shift
  case $named in
  */*)
    user=${named%%/*}
    uid=$(id -u -- "$user") || return
    as_user "$user" "$uid" timeout 60 systemctl --user --no-ask-password "$@" -- "${named#*/}"
    ;;
  *) timeout 60 systemctl --no-ask-password "$@" -- "$named" ;;
  esac
}

# waiting enabled|any UNIT…: sets WAITING to those that systemd has tried to start in this boot, and didn't because of a condition.
waiting() {
  local which="$1" unit='' shown=''
  shift
  WAITING=''
  for unit in "$@"; do
    shown=$NEWLINE$(of "$unit" show -p ActiveState,ConditionResult,ConditionTimestampMonotonic,UnitFileState 2>/dev/null)$NEWLINE
    case $shown in *"${NEWLINE}ActiveState=inactive$NEWLINE"*) ;; *) continue ;; esac
    case $shown in *"${NEWLINE}ConditionResult=no$NEWLINE"*) ;; *) continue ;; esac
    case $shown in *"${NEWLINE}ConditionTimestampMonotonic=0$NEWLINE"*) continue ;; esac
    case $which$shown in enabled*"${NEWLINE}UnitFileState=disabled$NEWLINE"*) continue ;; esac
    WAITING="$WAITING $unit"
  done
}

# Takes the lock of the installer's transactions, so that this and a deployment never overlap.
alone() {
  mkdir -p -- "$RUN" && exec 9>>"$RUN/lock" && flock -w 3600 9
}

[ $# -ge 3 ] || usage
path=$1
which=$2
shift 2
waiting "$which" "$@"
[ -n "$WAITING" ] || exit 0
alone || exit 1
absent=0
tries=0
# A path that appears or disappears while this runs doesn't start it again, so it looks until nothing waits, or the path has been
# missing for 3 s.
while [ "$absent" -lt 6 ] && [ "$tries" -lt 5 ]; do
  if is_there "$path"; then
    absent=0
    waiting "$which" "$@"
    [ -n "$WAITING" ] || exit 0
    tries=$((tries + 1))
    echo "$path exists: starting$WAITING"
    for unit in $WAITING; do of "$unit" --no-block start || exit 1; done
    sleep 1
  else
    absent=$((absent + 1))
    sleep 0.5
  fi
done
