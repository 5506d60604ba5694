# Plans what happens to services.
# Reads: ACTIVE, ASSERTED, COLUMN, CONDITION, EARLY, ENABLED, INVOCATION, LOADED, PID, RESULT, STALE, SUB, TEMPLATE, TYPE, WORK.
#     plan.services   ACTION UNIT enabled|disabled|as-is STABILITY STOP START DRAIN, where ACTION is
#                     leave | start | restart | keep (an operator stopped it) | wait (for its code); DRAIN is - if it isn't a Sidekiq
#     plan.gone       units that are no longer wanted   ·   before   UNIT ACTIVE ENABLED INVOCATION: what a rollback restores
#     quiet           units that keep running, and take no jobs   ·   early   units without DefaultDependencies=

# definition_changes UNIT: succeeds when this transaction changes the unit's own file or a drop-in, and so perhaps its [Install].
# The [Install] of a unit that is only extended isn't ours.
definition_changes() {
  local planned='' enabling=''
  while read -r _ planned enabling _; do
    [ "$planned/$enabling" != "$1/as-is" ] || return 1
  done <"$WORK/plan.services"
  local path=''
  while IFS= read -r path; do
    ! defines "$path" "$1" || return 0
  done <"$WORK/changed"
  return 1
}

# service_changes UNIT: succeeds when this transaction changes a file of the unit, or one that it restarts for.
service_changes() {
  local path=''
  while IFS= read -r path; do
    ! defines "$path" "$1" || return 0
    [ ! -s "$WORK/want.restarts" ] || ! grep -qxF -e "$1 $path" "$WORK/want.restarts" || return 0
  done <"$WORK/changed"
  return 1
}

plan_services() {
  : >"$WORK/plan.services"
  : >"$WORK/plan.gone"
  : >"$WORK/before"
  : >"$WORK/stale"
  : >"$WORK/plan.units"
  : >"$WORK/quiet"
  : >"$WORK/early"
  local unit='' enabled='' when_stopped='' stability='' stop='' start='' drain='' when='' action=''
  while read -r unit enabled when_stopped stability stop start drain when; do
    show_at_rest "$unit" "$stop" "$start"
    check_unit "$unit"
    # Not ours until now.
    [ "$LOADED" != loaded ] || lookup old.services "$unit" || printf '%s\n' "$unit" >>"$WORK/plan.units"
    action=$(service_action "$unit" "$enabled" "$when_stopped" "$when")
    [ "$EARLY" != no ] || printf '%s\n' "$unit" >>"$WORK/early"
    printf '%s %s %s %s %s %s %s\n' "$action" "$unit" "$enabled" "$stability" "$stop" "$start" "$drain" >>"$WORK/plan.services"
    note_before "$unit"
    if [ "$action" = leave ] && [ "$drain" != - ] && is_quiet "$PID"; then printf '%s\n' "$unit" >>"$WORK/quiet"; fi
    [ "$STALE" != yes ] || printf '%s\n' "$unit" >>"$WORK/stale"
    case $enabled in
    enabled) is_enabled || [ "$action" = keep ] || printf '%s\n' "$unit" >>"$WORK/stale" ;;
    disabled) [ "$ENABLED" != enabled ] || printf '%s\n' "$unit" >>"$WORK/stale" ;;
    esac
  done <"$WORK/want.services"
  while read -r unit enabled _; do
    ! lookup want.services "$unit" || continue
    unit_show "$unit"
    printf '%s\n' "$unit" >>"$WORK/plan.gone"
    [ "$EARLY" != no ] || printf '%s\n' "$unit" >>"$WORK/early"
    note_before "$unit"
    # A unit that was only extended always belonged to its operator: it is given back in its current state.
    if [ "$enabled" = as-is ]; then
      printf '%s %s %s\n' "$unit" "${ENABLED:--}" "$ACTIVE" | cat - "$WORK/old.was" >"$WORK/was"
      mv -f -- "$WORK/was" "$WORK/old.was"
    fi
  done <"$WORK/old.services"
  plan_turns
}

# note_before UNIT: adds the unit that `unit_show` has just read to `before`.
note_before() {
  printf '%s %s %s %s\n' "$1" "${ACTIVE:-inactive}" "${ENABLED:--}" "${INVOCATION:--}" >>"$WORK/before"
}

# check_unit UNIT: reports why the unit that `unit_show` has just read can't be ours.
check_unit() {
  if [ "$LOADED" = masked ]; then
    problem "$1 is masked: an operator forbade it; systemctl unmask $1 allows it again"
  fi
  template_of "$1"
  if lookup old.services "$1" || ! is_wanted "/etc/systemd/system/$TEMPLATE"; then return; fi
  if [ -s "$WORK/adopt.paths" ] && grep -qxF -e "/etc/systemd/system/$TEMPLATE" "$WORK/adopt.paths"; then return; fi
  local directory=''
  for directory in /usr/lib/systemd/system /lib/systemd/system; do
    [ -e "$directory/$TEMPLATE" ] || continue
    problem "$TEMPLATE is a package's unit ($directory/$TEMPLATE), which ours would hide: choose another unitName, or take it over with adopt: true"
    return
  done
}

# service_action UNIT ENABLED WHEN_STOPPED WHEN: prints what to do with the service that `unit_show` has just read.
service_action() {
  local unit="$1" enabled="$2" when="$4" startable=yes
  [ -z "$when" ] || exists "$when" || startable=no
  column old.services "$unit" 3
  local known="$COLUMN" changes=no
  ! service_changes "$unit" || changes=yes
  case $ACTIVE/$changes in
  active/no | reloading/no) echo leave ;;
  # It takes longer than its limit, and nothing changes.
  activating/no)
    if [ "$SUB" = auto-restart ] && [ "$startable" = yes ]; then echo start; else echo leave; fi
    ;;
  active/yes | reloading/yes | activating/yes)
    if [ "$startable" = yes ]; then
      echo restart
    else
      problem "$unit runs, but $when is missing: a restart could not bring it back"
      echo leave
    fi
    ;;
  *)
    if [ "$TYPE/$changes/$known" = oneshot/no/running ] && [ "$RESULT" = success ]; then
      echo leave
    elif [ "$enabled/$ACTIVE" = as-is/inactive ]; then
      echo keep
    elif [ "$ACTIVE" != failed ] && [ "$TYPE" != oneshot ] && operator_stopped "$known"; then
      stopped_action "$unit" "$3" "$startable"
    elif [ "$startable" = yes ]; then
      echo start
    else
      echo wait
    fi
    ;;
  esac
}

# operator_stopped KNOWN: succeeds when an operator stopped the service: it ran when we left it, and is neither running nor
# failed. Not if systemd didn't start it, at its last try or in this boot, because of a condition or a dependency:
# ConditionResult= is yes only if a start got that far. A unit that an operator has disabled isn't started at boot.
operator_stopped() {
  [ "$1" = running ] || [ "$1" = stopped ] || return 1
  [ "$CONDITION/$ASSERTED" = yes/yes ] || ! is_enabled
}

# stopped_action UNIT WHEN_STOPPED STARTABLE: prints what to do with a service that an operator stopped.
stopped_action() {
  case $2/$3 in
  fail/*)
    problem "$1 was stopped by an operator: start it, or set whenStopped"
    echo keep
    ;;
  start/yes) echo start ;;
  start/no) echo wait ;;
  *) echo keep ;;
  esac
}

# Warns about environment files that others can redirect. systemd reads them as root and follows links: anyone who can change the
# way there chooses what the service gets, perhaps another application's secrets.
warn_open_environment() {
  set --
  local kind='' sha=''
  while read -r _ _ _ kind sha _; do
    [ "$kind" != unit ] || set -- "$@" "$WORK/text.$sha"
  done <"$WORK/want.files"
  [ $# -gt 0 ] || return 0
  sed -n 's/^EnvironmentFile=-\{0,1\}\//\//p' "$@" >"$WORK/environments"
  local path=''
  while IFS= read -r path; do
    is_own_file "$path" ||
      report "warning: $path, an environment file, is where others than root can change the way to it: they choose what the service gets; move it to /etc"
  done <"$WORK/environments"
}
