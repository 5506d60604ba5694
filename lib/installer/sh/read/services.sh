# Looks at the services that the document has, and at those that it no longer has.
# Reads: ACTIVE, ASSERTED, CONDITION, EARLY, ENABLED, INVOCATION, LOADED, PID, RESULT, STALE, SUB, TEMPLATE, TYPE, WORK.
#     have.services   columns as the capitals of unit_show, with - for what is empty; quiet is yes for a Sidekiq that takes no jobs,
#                     there is no if what it waits for is missing, packaged is the path of a package's unit of this name

read_services() {
  : >"$WORK/have.services"
  local unit='' stop='' start='' drain='' when=''
  while read -r @{want.services: unit stop start drain when}; do
    show_at_rest "$unit" "$stop" "$start"
    note_service "$unit" "$drain" "$when"
  done <"$WORK/want.services"
  while read -r @{old.services: unit}; do
    ! lookup want.services "$unit" || continue
    unit_show "$unit"
    note_service "$unit" - ''
  done <"$WORK/old.services"
}

# note_service UNIT DRAIN WHEN: adds the unit that `unit_show` has just read to have.services.
note_service() {
  local quiet=no there=yes
  if [ "$2" != - ] && is_quiet "$PID"; then quiet=yes; fi
  [ -z "$3" ] || exists "$3" || there=no
  printf '%s %s %s %s %s %s %s %s %s %s %s %s %s %s %s\n' "$1" "${LOADED:--}" "${ACTIVE:--}" "${SUB:--}" "${RESULT:--}" "${ENABLED:--}" \
    "${STALE:--}" "${INVOCATION:--}" "${TYPE:--}" "${CONDITION:--}" "${EARLY:--}" "${ASSERTED:--}" "$quiet" "$there" "$(packaged_unit "$1")" \
    >>"$WORK/have.services" || fail '/run is full'
}

# packaged_unit UNIT: prints the path of a package's unit of this name, or -.
packaged_unit() {
  template_of "$1"
  local directory=''
  for directory in /usr/lib/systemd/system /lib/systemd/system; do
    [ ! -e "$directory/$TEMPLATE" ] || { echo "$directory/$TEMPLATE" && return; }
  done
  echo -
}
