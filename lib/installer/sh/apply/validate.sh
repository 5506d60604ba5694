# Has systemd and Monit check the files as they will be.
# Reads: MONIT_INTERVAL, MONIT_NEEDED, TEMPLATE, UNIT_OF_PATH, WORK.
# Any message about a unit of ours is a failure: systemd ignores what it doesn't understand and continues, and its exit code isn't
# reliable (systemd.unit(5); versions differ too much to require more).

validate() {
  : >"$WORK/verify.units"
  : >"$WORK/verify.users"
  : >"$WORK/verify.dropins"
  local kind='' path=''
  while read -r @{want.files: kind path}; do
    case $kind/$path in
    unit/*.d/*.conf) ! grep -qxF -e "$path" "$WORK/changed" || verify_extended "$path" ;;
    unit/*) ! grep -qxF -e "$path" "$WORK/changed" || printf '%s\n' "$path" >>"$WORK/verify.units" ;;
    user-unit/*) ! grep -qxF -e "$path" "$WORK/changed" || printf '%s\n' "$path" >>"$WORK/verify.users" ;;
    esac
  done <"$WORK/want.files"
  # A control file that Monit can't read stops its reload even if it isn't ours.
  if [ "$MONIT_NEEDED" = yes ] && [ -n "$(monitrc)" ]; then : >"$WORK/verify.monit"; fi
  refuse_if_problems
  [ -s "$WORK/verify.units" ] || [ -s "$WORK/verify.users" ] || [ -e "$WORK/verify.monit" ] || return 0
  cat "$WORK/want.files" "$WORK/old.files" >"$WORK/all.files"
  if ! unshare -m -- sh "$0" preview "$WORK" >>"$WORK/out" 2>&1 || [ ! -e "$WORK/previewed" ]; then
    report_lines <"$WORK/out"
    fail 'the new files could not be previewed'
  fi
  judge_units
  [ ! -e "$WORK/verify.monit" ] || judge_monit
  refuse_if_problems
}

# verify_extended PATH: verifies a drop-in with the unit that it extends.
#     verify.dropins   units that aren't ours, and our drop-ins of them
verify_extended() {
  unit_of_path "$1"
  local fragment="/etc/systemd/system/$UNIT_OF_PATH"
  if ! is_wanted "$fragment"; then
    template_of "$UNIT_OF_PATH"
    fragment=/etc/systemd/system/$TEMPLATE
  fi
  if ! is_wanted "$fragment"; then
    fragment=$(systemctl show -P FragmentPath -- "$UNIT_OF_PATH" 2>/dev/null)
    if [ -z "$fragment" ] || ! exists "$fragment"; then
      problem "$1 extends $UNIT_OF_PATH, which this host does not have: install its package first"
      return
    fi
    printf '%s %s %s\n' "$UNIT_OF_PATH" "$fragment" "$1" >>"$WORK/verify.dropins"
  fi
  grep -qxF -e "$fragment" "$WORK/verify.units" || printf '%s\n' "$fragment" >>"$WORK/verify.units"
}

judge_units() {
  judge_own users
  judge_own units
  [ -s "$WORK/verify.dropins" ] || return 0
  local name='' fragment='' path='' line=''
  # Problems that the extended unit already has aren't ours.
  while read -r @{verify.dropins: unit=name fragment path}; do
    systemd-analyze verify --man=no -- "$fragment" >"$WORK/verify.now" 2>&1
    { complaints "$name" "$WORK/verified.units" && grep -F -e "$path" "$WORK/verified.units"; } | sort -u | grep -vxF -f "$WORK/verify.now" | while IFS= read -r line; do problem "$line"; done
  done <"$WORK/verify.dropins"
}

# judge_own units|users: reports problems of our own units, of the system or of users.
judge_own() {
  [ -s "$WORK/verified.$1" ] || return 0
  local unit_path='' line=''
  while IFS= read -r unit_path; do
    is_wanted "$unit_path" || continue
    complaints "${unit_path##*/}" "$WORK/verified.$1" | while IFS= read -r line; do excused "$line" "${unit_path##*/}" || problem "$line"; done
  done <"$WORK/verify.$1"
}

# complaints UNIT FILE: prints the messages in the file about the unit, or about any instance of a template.
complaints() {
  local name=''
  name=$(printf '%s\n' "$1" | sed 's/[[\.*^$]/\\&/g; s/@\\\./@[^ ]*\\./')
  grep -E "(^|[^A-Za-z0-9_.@:-])$name([^A-Za-z0-9_.@:-]|:|\$)" "$2" | sort -u
}

# excused MESSAGE UNIT: succeeds for a missing executable that is one of these files, or belongs to the code that the service, or
# an instance of it, waits for.
excused() {
  local executable=''
  executable=$(printf '%s\n' "$1" | sed -n 's/^.*Command \(.*\) is not executable: .*$/\1/p')
  [ -n "$executable" ] || return 1
  local mode='' path=''
  if is_wanted "$executable"; then
    while read -r @{want.files: mode path}; do
      case $path/$mode in "$executable"/?*[1357]*) return 0 ;; esac
    done <"$WORK/want.files"
    return 1
  fi
  local unit='' when=''
  while read -r @{want.services: unit when}; do
    template_of "$unit"
    if [ "$unit" != "$2" ] && [ "$TEMPLATE" != "$2" ]; then continue; fi
    [ -z "$when" ] || exists "$when" || return 0
  done <"$WORK/want.services"
  return 1
}

judge_monit() {
  local line=''
  if [ "$(cat "$WORK/monit.status")" != 0 ]; then
    grep -v 'syntax OK' "$WORK/monit.err" | sed -n 1,3p | while IFS= read -r line; do problem "Monit: $line"; done
    [ -s "$WORK/problems" ] || problem "monit -t ended with status $(cat "$WORK/monit.status")"
    return
  fi
  local cycle=''
  cycle=$(sed -n 's/^ *Poll time *= *\([0-9]*\) .*/\1/p' "$WORK/monit.dump")
  [ -n "$cycle" ] || return 0
  if [ "$MONIT_INTERVAL" != - ] && [ "$cycle" -lt "$MONIT_INTERVAL" ]; then
    problem "Monit's cycle is $cycle s here, and the checks of this stack were computed for $MONIT_INTERVAL s: set the interval in the stack, or change set daemon"
  fi
  local interval='' stack=''
  while read -r @{others.intervals: interval stack}; do
    [ "$cycle" -ge "$interval" ] ||
      problem "Monit's cycle would be $cycle s, and the stack \"$stack\" computed its supervision here for $interval s: change it there first"
  done <"$WORK/others.intervals"
}
