# Refuses a host that lacks what the document needs.
# Reads: MONIT, NEED_MONIT, NEED_SYSTEMD, WORK.

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

# version_of PROGRAM: prints the version of it that the host has.
version_of() {
  sed -n "s/^$1 //p" "$WORK/have.versions"
}

plan_host() {
  local version=''
  if [ "$NEED_SYSTEMD" != - ]; then
    version=$(version_of systemd)
    at_least "$NEED_SYSTEMD" "$version" ||
      problem "systemd is $version here; this stack needs $NEED_SYSTEMD or later: set the host's platform accordingly"
  fi
  if [ "$MONIT" = no ]; then
    if [ "$NEED_MONIT" != - ] || [ -s "$WORK/want.checks" ]; then problem 'Monit is not installed: install the package monit'; fi
  elif [ "$NEED_MONIT" != - ]; then
    version=$(version_of monit)
    at_least "$NEED_MONIT" "$version" ||
      problem "Monit is $version here; this stack needs $NEED_MONIT or later: set the host's platform accordingly"
  fi
  [ ! -s "$WORK/have.masked" ] ||
    problem 'Monit does not run, and monit.service is masked by an operator; to allow it, run: systemctl unmask monit.service'
  local name='' path=''
  while IFS= read -r name; do problem "user $name does not exist on this host: create it first"; done <"$WORK/missing.users"
  while IFS= read -r name; do problem "group $name does not exist on this host: create it first"; done <"$WORK/missing.groups"
  while IFS= read -r name; do
    grep -qxF -e "$name" "$WORK/have.programs" || is_wanted "$name" || problem "program $name is not on this host: install it first"
  done <"$WORK/need.programs"
  while IFS= read -r path; do
    is_wanted "$path" || grep -qxF -e "$path" "$WORK/have.files" || problem "file $path is not on this host: create it first"
  done <"$WORK/need.files"
}
