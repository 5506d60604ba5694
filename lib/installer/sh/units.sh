# Queries systemd about units.
# Sets: LOADED, ACTIVE, SUB, RESULT, ENABLED, STALE, INVOCATION, RESTARTS, TYPE, REMAINS, CONDITION, PID, EARLY, JOB, ASSERTED,
# TRIED, LEFT, ENTERED, REST, COLUMN, TEMPLATE, UNIT_OF_PATH.

# unit_show UNIT: reads its properties by name, because versions print them in different orders and leave out empty ones.
unit_show() {
  LOADED='' ACTIVE='' SUB='' RESULT='' ENABLED='' STALE='' INVOCATION='' RESTARTS=0 TYPE='' REMAINS='' CONDITION='' PID=0 EARLY='' JOB='' ASSERTED='' TRIED=0 LEFT=0 ENTERED=0
  local properties=''
  # Not through a file, because a disk may be full. A systemd that re-executes itself, as it does when libc is upgraded, answers a
  # little later.
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    ! properties=$(systemctl show -p LoadState,ActiveState,SubState,Result,UnitFileState,NeedDaemonReload,InvocationID \
      -p NRestarts,Type,RemainAfterExit,ConditionResult,MainPID,DefaultDependencies,Job,AssertResult,ConditionTimestampMonotonic,ActiveExitTimestampMonotonic,ActiveEnterTimestampMonotonic -- "$1" 2>/dev/null) || break
    sleep 0.3
  done
  local key='' value=''
  while IFS='=' read -r key value; do
    case $key in
    LoadState) LOADED=$value ;;
    ActiveState) ACTIVE=$value ;;
    SubState) SUB=$value ;;
    Result) RESULT=$value ;;
    UnitFileState) ENABLED=$value ;;
    NeedDaemonReload) STALE=$value ;;
    InvocationID) INVOCATION=$value ;;
    NRestarts) RESTARTS=$value ;;
    Type) TYPE=$value ;;
    RemainAfterExit) REMAINS=$value ;;
    ConditionResult) CONDITION=$value ;;
    MainPID) PID=$value ;;
    DefaultDependencies) EARLY=$value ;;
    Job) JOB=$value ;;
    AssertResult) ASSERTED=$value ;;
    ConditionTimestampMonotonic) TRIED=$value ;;
    ActiveExitTimestampMonotonic) LEFT=$value ;;
    ActiveEnterTimestampMonotonic) ENTERED=$value ;;
    esac
  done <<PROPERTIES
$properties
PROPERTIES
  # With RemainAfterExit=, a oneshot that is inactive hasn't just done its work: someone stopped it.
  [ "$TYPE/$REMAINS" != oneshot/yes ] || TYPE=remaining
}

# lookup TABLE UNIT: sets REST to the row that begins with the unit, without the unit.
lookup() {
  local key=''
  while read -r key REST; do [ "$key" != "$2" ] || return 0; done <"$WORK/$1"
  REST=''
  return 1
}

# column TABLE UNIT N: sets COLUMN to word number N, from 2 on, of the row that begins with the unit, and REST to that word and
# all after it.
column() {
  lookup "$1" "$2" || :
  local passed=2
  while [ "$passed" -lt "$3" ]; do
    case $REST in *' '*) REST=${REST#* } ;; *) REST='' ;; esac
    passed=$((passed + 1))
  done
  COLUMN=${REST%% *}
}

# template_of UNIT: sets TEMPLATE to the template of an instance, or to the unit itself if it isn't an instance.
template_of() {
  TEMPLATE=$1
  case $1 in *@*.*) TEMPLATE=${1%%@*}@.${1##*.} ;; esac
}

# defines PATH UNIT: succeeds when the file is the unit's own, its template's, or a drop-in of either.
defines() {
  unit_of_path "$1"
  template_of "$2"
  [ "$UNIT_OF_PATH" = "$2" ] || [ "$UNIT_OF_PATH" = "$TEMPLATE" ]
}

# unit_of_path PATH: sets UNIT_OF_PATH to the system unit that a file in a unit directory defines: its own name, or for a drop-in
# the unit that it extends.
unit_of_path() {
  UNIT_OF_PATH=${1##*/}
  case $1 in
  /etc/systemd/user/*) UNIT_OF_PATH='' ;;
  */*.d/*.conf)
    UNIT_OF_PATH=${1%/*}
    UNIT_OF_PATH=${UNIT_OF_PATH##*/}
    UNIT_OF_PATH=${UNIT_OF_PATH%.d}
    ;;
  esac
}

# Prints the state on disk, not in the manager's memory, which a daemon-reload brings up to date.
enabled_on_disk() {
  systemctl is-enabled -- "$1" 2>/dev/null || :
}

is_enabled() {
  case $ENABLED in enabled | enabled-runtime | static | alias | indirect | generated) true ;; *) false ;; esac
}
