# Reads a unit's properties, as `systemctl show` prints them. Embedded into the installer's program, too.
# Sets: LOADED, ACTIVE, SUB, RESULT, ENABLED, STALE, INVOCATION, RESTART, RESTARTS, TYPE, REMAINS, CONDITION, PID, EARLY, JOB,
# ASSERTED, TRIED, BEGAN, ENTERED, LEFT, EXITED.

# What to ask for:  systemctl show -p "$UNIT_PROPERTIES" -- UNIT
UNIT_PROPERTIES=LoadState,ActiveState,SubState,Result,UnitFileState,NeedDaemonReload,InvocationID,Restart,NRestarts,Type,RemainAfterExit
UNIT_PROPERTIES=$UNIT_PROPERTIES,ConditionResult,MainPID,DefaultDependencies,Job,AssertResult,ConditionTimestampMonotonic
UNIT_PROPERTIES=$UNIT_PROPERTIES,InactiveExitTimestampMonotonic,ActiveEnterTimestampMonotonic,ActiveExitTimestampMonotonic
UNIT_PROPERTIES=$UNIT_PROPERTIES,ExecMainExitTimestampMonotonic

# Reads them from standard input, by name, because versions print them in different orders and leave out empty ones.
read_properties() {
  LOADED='' ACTIVE='' SUB='' RESULT='' ENABLED='' STALE='' INVOCATION='' RESTART='' RESTARTS=0 TYPE='' REMAINS='' CONDITION='' PID=0
  EARLY='' JOB='' ASSERTED='' TRIED=0 BEGAN=0 ENTERED=0 LEFT=0 EXITED=0
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
    Restart) RESTART=$value ;;
    NRestarts) RESTARTS=$value ;;
    Type) TYPE=$value ;;
    RemainAfterExit) REMAINS=$value ;;
    ConditionResult) CONDITION=$value ;;
    MainPID) PID=$value ;;
    DefaultDependencies) EARLY=$value ;;
    Job) JOB=$value ;;
    AssertResult) ASSERTED=$value ;;
    ConditionTimestampMonotonic) TRIED=$value ;;
    InactiveExitTimestampMonotonic) BEGAN=$value ;;
    ActiveEnterTimestampMonotonic) ENTERED=$value ;;
    ActiveExitTimestampMonotonic) LEFT=$value ;;
    ExecMainExitTimestampMonotonic) EXITED=$value ;;
    esac
  done
}
