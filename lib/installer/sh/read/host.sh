# Looks at the software and the accounts of the host.
# Reads: NEED_MONIT, NEED_SYSTEMD, WORK.
# Sets: MONIT.
#     have.versions   systemd|monit VERSION   ·   have.masked   monit.service, if it is masked and Monit doesn't run
#     have.programs, have.files   those that the document needs, and that are here
#     passwd, group   entries of accounts   ·   missing.users, missing.groups   names without an entry

# Sets MONIT to whether Monit is installed.
find_monit() {
  MONIT=no
  if command -v monit >/dev/null; then MONIT=yes; fi
}

read_host() {
  : >"$WORK/have.versions"
  : >"$WORK/have.masked"
  : >"$WORK/have.programs"
  : >"$WORK/have.files"
  local version=''
  if [ "$NEED_SYSTEMD" != - ]; then
    systemctl --version >"$WORK/version"
    read -r _ version _ <"$WORK/version"
    echo "systemd $version" >>"$WORK/have.versions"
  fi
  find_monit
  if [ "$MONIT" = yes ] && [ "$NEED_MONIT" != - ]; then
    monit --version >"$WORK/version"
    read -r _ _ _ _ version <"$WORK/version"
    echo "monit $version" >>"$WORK/have.versions"
  fi
  if [ "$MONIT" = yes ] && [ -s "$WORK/want.checks" ] && ! monit_lives && [ "$(enabled_on_disk monit.service)" = masked ]; then
    echo monit.service >"$WORK/have.masked"
  fi
  look_up passwd users
  look_up group groups
  local name=''
  while IFS= read -r name; do
    ! command -v -- "$name" >/dev/null || printf '%s\n' "$name" >>"$WORK/have.programs"
  done <"$WORK/need.programs"
  local path=''
  while IFS= read -r path; do
    is_wanted "$path" || ! exists "$path" || printf '%s\n' "$path" >>"$WORK/have.files"
  done <"$WORK/need.files"
}

# look_up DATABASE NAMES: finds the entries of all names in need.NAMES, and writes those without an entry to missing.NAMES.
look_up() {
  local database="$1" names="$2"
  set --
  local name=''
  while IFS= read -r name; do set -- "$@" "$name"; done <"$WORK/need.$names"
  : >"$WORK/$database"
  : >"$WORK/missing.$names"
  if [ $# -eq 0 ] || getent "$database" "$@" >"$WORK/$database"; then return 0; fi
  cut -d : -f 1 "$WORK/$database" >"$WORK/found.names"
  grep -vxF -f "$WORK/found.names" "$WORK/need.$names" >"$WORK/missing.$names" || :
}
