# Checks what the host must be or have, before anything is touched.
# Reads: NEED_MONIT, NEED_SYSTEMD, WORK.
# Sets: MONIT.

# at_least WANTED FOUND: compares versions as numbers between points. What follows the numbers is ignored.
at_least() {
  local wanted="$1." found=''
  found=${2%%[!0-9.]*}.
  while [ -n "$wanted" ]; do
    [ "${found%%.*}" != '' ] || found=0.
    [ "${found%%.*}" -le "${wanted%%.*}" ] || return 0
    [ "${found%%.*}" -eq "${wanted%%.*}" ] || return 1
    wanted=${wanted#*.}
    found=${found#*.}
  done
}

# Sets MONIT to whether Monit is installed.
find_monit() {
  MONIT=no
  if command -v monit >/dev/null; then MONIT=yes; fi
}

check_host() {
  local version=''
  if [ "$NEED_SYSTEMD" != - ]; then
    systemctl --version >"$WORK/version"
    read -r _ version _ <"$WORK/version"
    at_least "$NEED_SYSTEMD" "$version" ||
      problem "systemd is $version here; this stack needs $NEED_SYSTEMD or later: set the host's platform to what it is"
  fi
  find_monit
  if [ "$MONIT" = no ]; then
    if [ "$NEED_MONIT" != - ] || [ -s "$WORK/want.checks" ]; then problem 'Monit is not installed: install the package monit'; fi
  elif [ "$NEED_MONIT" != - ]; then
    monit --version >"$WORK/version"
    read -r _ _ _ _ version <"$WORK/version"
    at_least "$NEED_MONIT" "$version" ||
      problem "Monit is $version here; this stack needs $NEED_MONIT or later: set the host's platform to what it is"
  fi
  if [ "$MONIT" = yes ] && [ -s "$WORK/want.checks" ] && ! monit_lives && [ "$(enabled_on_disk monit.service)" = masked ]; then
    problem 'Monit does not run, and monit.service is masked: an operator forbade it; systemctl unmask monit.service allows it again'
  fi
  look_up passwd user
  look_up group group
  local name=''
  while IFS= read -r name; do
    command -v -- "$name" >/dev/null || is_wanted "$name" || problem "program $name is not on this host: install it first"
  done <"$WORK/need.programs"
  local path=''
  while IFS= read -r path; do
    is_wanted "$path" || exists "$path" || problem "file $path is not on this host: put it there first"
  done <"$WORK/need.files"
}

# look_up DATABASE WHAT: finds the entries of all names in need.WHATs. A name without an entry is a problem.
look_up() {
  local database="$1" what="$2"
  set --
  local name=''
  while IFS= read -r name; do set -- "$@" "$name"; done <"$WORK/need.${what}s"
  : >"$WORK/$database"
  if [ $# -eq 0 ] || getent "$database" "$@" >"$WORK/$database"; then return 0; fi
  cut -d : -f 1 "$WORK/$database" >"$WORK/found.names"
  grep -vxF -f "$WORK/found.names" "$WORK/need.${what}s" | while IFS= read -r name; do
    problem "$what $name does not exist on this host: create it first"
  done
}
