# Plans what happens to services.
# Reads: COLUMN, TEMPLATE, WORK.
# Sets: ACTIVE, ASSERTED, CONDITION, EARLY, ENABLED, INVOCATION, LOADED, PACKAGED, QUIET, RESULT, STALE, SUB, THERE, TYPE.
#     plan.services   the action is leave | start | restart | keep (an operator stopped it) | wait (for its code);
#                     enabled is enabled | disabled | as-is; drain is - if it isn't a Sidekiq
#     plan.gone       units that are no longer wanted   ·   before   what a rollback restores
#     quiet           units that keep running, and take no jobs   ·   early   units without DefaultDependencies=

# definition_changes UNIT: succeeds when this transaction changes the unit's own file or a drop-in, and so perhaps its [Install].
# The [Install] of a unit that is only extended isn't ours.
definition_changes() {
  local planned='' enabling=''
  while read -r @{plan.services: unit=planned enabled=enabling}; do
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
  while read -r @{want.services: unit enabled when_stopped stability stop start drain when}; do
    facts_of "$unit"
    check_unit "$unit"
    # Not ours until now.
    [ "$LOADED" != loaded ] || lookup old.services "$unit" || printf '%s\n' "$unit" >>"$WORK/plan.units"
    action=$(service_action "$unit" "$enabled" "$when_stopped" "$when")
    [ "$EARLY" != no ] || printf '%s\n' "$unit" >>"$WORK/early"
    printf '%s %s %s %s %s %s %s\n' "$action" "$unit" "$enabled" "$stability" "$stop" "$start" "$drain" >>"$WORK/plan.services"
    note_before "$unit"
    if [ "$action/$QUIET" = leave/yes ]; then printf '%s\n' "$unit" >>"$WORK/quiet"; fi
    [ "$STALE" != yes ] || printf '%s\n' "$unit" >>"$WORK/stale"
    case $enabled in
    enabled) is_enabled || [ "$action" = keep ] || printf '%s\n' "$unit" >>"$WORK/stale" ;;
    disabled) [ "$ENABLED" != enabled ] || printf '%s\n' "$unit" >>"$WORK/stale" ;;
    esac
  done <"$WORK/want.services"
  while read -r @{old.services: unit enabled}; do
    ! lookup want.services "$unit" || continue
    facts_of "$unit"
    printf '%s\n' "$unit" >>"$WORK/plan.gone"
    [ "$EARLY" != no ] || printf '%s\n' "$unit" >>"$WORK/early"
    note_before "$unit"
    # A unit that was only extended always belonged to its operator: it is given back in its current state.
    if [ "$enabled" = as-is ]; then
      printf '%s %s %s\n' "$unit" "$ENABLED" "$ACTIVE" | cat - "$WORK/old.was" >"$WORK/was"
      mv -f -- "$WORK/was" "$WORK/old.was"
    fi
  done <"$WORK/old.services"
  plan_turns
}

# facts_of UNIT: sets the capitals of its row in have.services. Without a row there is no plan for it.
facts_of() {
  local unit=''
  while read -r @{have.services: unit LOADED ACTIVE SUB RESULT ENABLED STALE INVOCATION TYPE CONDITION EARLY ASSERTED QUIET THERE PACKAGED}; do
    [ "$unit" != "$1" ] || return 0
  done <"$WORK/have.services"
  problem "$1 could not be looked at: deploy again"
}

# note_before UNIT: adds the unit of `facts_of` to `before`.
note_before() {
  [ "$ACTIVE" != - ] || ACTIVE=inactive
  printf '%s %s %s %s\n' "$1" "$ACTIVE" "$ENABLED" "$INVOCATION" >>"$WORK/before"
}

# check_unit UNIT: reports why the unit of `facts_of` can't be ours.
check_unit() {
  if [ "$LOADED" = masked ]; then
    problem "$1 is masked by an operator; to allow it, run: systemctl unmask $1"
  fi
  template_of "$1"
  if lookup old.services "$1" || ! is_wanted "/etc/systemd/system/$TEMPLATE"; then return; fi
  if [ -s "$WORK/adopt.paths" ] && grep -qxF -e "/etc/systemd/system/$TEMPLATE" "$WORK/adopt.paths"; then return; fi
  [ "$PACKAGED" = - ] ||
    problem "$TEMPLATE is a package's unit ($PACKAGED), which this one would hide: choose another unitName, or set adopt: true"
}

# service_action UNIT ENABLED WHEN_STOPPED WHEN: prints what to do with the service of `facts_of`.
service_action() {
  local unit="$1" enabled="$2" when="$4" startable="$THERE"
  column old.services "$unit" @{old.services.state}
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
