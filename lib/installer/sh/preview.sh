# Validation at the final paths, with nothing installed: in a mount namespace of its own, copies of the directories are
# changed as planned and mounted over the real ones, and systemd and Monit read them.

# Runs in the namespace: mounts, then leaves what the validators say in $WORK.
preview() {
  set -e
  mkdir "$WORK/view" "$WORK/real"
  number=0
  while IFS= read -r directory; do
    show_directory "$directory" "$number"
    number=$((number + 1))
  done <"$WORK/plan.desks"
  # monit -t writes its id file.
  [ ! -d /var/lib/monit ] || mount -t tmpfs -o mode=0700 tmpfs /var/lib/monit
  set +e
  ask_about units --system
  # Where it has none to run in, systemd does not even read what a user's would.
  XDG_RUNTIME_DIR=$WORK/real ask_about users --user
  if [ -e "$WORK/verify.monit" ]; then
    timeout -k 2 10 monit -tv >"$WORK/monit.dump" 2>"$WORK/monit.err"
    echo $? >"$WORK/monit.status"
  fi
  wait
  : >"$WORK/previewed"
}

# ask_about LIST OPTION: what the system's systemd, or a user's, says of the units of a list.
ask_about() {
  [ -s "$WORK/verify.$1" ] || return 0
  list=$1
  option=$2
  set --
  while IFS= read -r path; do set -- "$@" "$path"; done <"$WORK/verify.$list"
  SYSTEMD_LOG_COLOR=0 timeout -k 2 30 systemd-analyze "$option" verify --man=no -- "$@" >"$WORK/said.$list" 2>&1 &
}

# A directory as it will be. Small configuration directories are copied; what is beside a program is only linked.
show_directory() {
  # Nothing can be mounted over the root that a process has already, and no validator reads a file that lies there.
  [ -n "$1" ] || return 0
  view=$WORK/view/$2
  mkdir -m 0755 "$view"
  reach "$1"
  if [ "$REACHED" = "${WORK%/*}" ]; then
    # The views themselves lie in there, and have to be found under the view, too.
    mkdir "$WORK/real/$2" "$view/${WORK##*/}"
    mount --rbind -- "$1" "$WORK/real/$2"
    find "$WORK/real/$2" -mindepth 1 -maxdepth 1 ! -path "$WORK/real/$2/${WORK##*/}" -exec ln -s -t "$view" -- {} +
    mount --rbind -- "$WORK" "$view/${WORK##*/}"
  elif is_read "$1"; then
    cp -a -- "$1/." "$view/"
  elif is_filled "$1"; then
    mkdir "$WORK/real/$2"
    mount --bind -- "$1" "$WORK/real/$2"
    find "$WORK/real/$2" -mindepth 1 -maxdepth 1 -exec ln -s -t "$view" -- {} +
  fi
  while read -r mode user group sha path; do
    [ "${path%/*}" = "$1" ] || continue
    # Not into what is only linked.
    [ ! -L "$view/${path##*/}" ] || rm -f -- "$view/${path##*/}"
    lay "$sha" "$mode" "$user" "$group" "$view/${path##*/}"
  done <"$WORK/plan.write"
  while IFS= read -r path; do
    [ "${path%/*}" != "$1" ] || rm -f -- "$view/${path##*/}"
  done <"$WORK/plan.remove"
  mount --rbind -- "$view" "$1"
}

# Do systemd or Monit read what lies in this directory?
is_read() {
  while read -r _ _ _ kind _ path; do
    case $kind in unit | user-unit | monit*) [ "${path%/*}" != "$1" ] || return 0 ;; esac
  done <"$WORK/all.files"
  return 1
}
