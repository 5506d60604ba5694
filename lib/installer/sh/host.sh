# What the host must be or have, before anything is touched.

# at_least WANTED FOUND
at_least() {
  printf '%s\n%s\n' "$1" "$2" | sort -V -C
}

# A user or group given as a number needs no entry.
is_id() {
  case $1 in *[!0-9]*) false ;; esac
}

check_host() {
  need=$(word systemd)
  if [ "${need:--}" != - ]; then
    found=$(systemctl --version | sed -n '1s/^systemd \([0-9]*\).*/\1/p')
    at_least "$need" "$found" || problem "systemd is $found here; this stack needs $need or later: set the host's platform to what it is"
  fi
  need=$(word monit)
  MONIT=no
  if command -v monit >/dev/null; then MONIT=yes; fi
  if [ "$MONIT" = no ]; then
    if [ "${need:--}" != - ] || [ -s "$WORK/want.checks" ]; then problem 'Monit is not installed: install the package monit'; fi
  elif [ "${need:--}" != - ]; then
    found=$(monit --version | sed -n '1s/^This is Monit version //p')
    at_least "$need" "$found" || problem "Monit is $found here; this stack needs $need or later: set the host's platform to what it is"
  fi
  if [ "$MONIT" = yes ] && [ -s "$WORK/want.checks" ] && ! monit_lives && [ "$(enabled_on_disk monit.service)" = masked ]; then
    problem 'Monit does not run, and monit.service is masked: an operator forbade it; systemctl unmask monit.service allows it again'
  fi
  { cat "$WORK/need.users" && cut -d ' ' -f 2 "$WORK/want.files"; } | sort -u | while read -r name; do
    is_id "$name" || getent passwd "$name" >/dev/null || problem "user $name does not exist on this host: create it first"
  done
  { cat "$WORK/need.groups" && cut -d ' ' -f 3 "$WORK/want.files"; } | sort -u | while read -r name; do
    is_id "$name" || getent group "$name" >/dev/null || problem "group $name does not exist on this host: create it first"
  done
  cut -d ' ' -f 6- "$WORK/want.files" >"$WORK/want.paths"
  while IFS= read -r name; do
    grep -qxF -e "$name" "$WORK/want.paths" || command -v -- "$name" >/dev/null || problem "program $name is not on this host: install it first"
  done <"$WORK/need.programs"
  while IFS= read -r path; do
    grep -qxF -e "$path" "$WORK/want.paths" || [ -e "$path" ] || problem "file $path is not on this host: put it there first"
  done <"$WORK/need.files"
}
