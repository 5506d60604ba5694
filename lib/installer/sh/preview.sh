# Validation at the final paths, with nothing installed: in a mount namespace of its own, copies of the directories are
# changed as planned and mounted over the real ones, and systemd and Monit read them. Only root's own directories are copied, and only
# over those is anything mounted: whoever can rename a directory chooses what a mount by its name lands on. The validators need no
# others: what lies there is content that they don't read.

# Runs in the namespace: mounts, then leaves what the validators say in $WORK.
preview() {
  set -e
  mkdir "$WORK/view" "$WORK/real" "$WORK/runtime"
  number=0
  set --
  while IFS= read -r directory; do set -- "$@" "$directory"; done <"$WORK/plan.desks"
  learn "$@"
  while IFS= read -r directory; do
    # Nothing can be mounted over the root that a process has already, and no validator reads a file that lies there.
    if [ -z "$directory" ] || ! is_own "$directory"; then continue; fi
    if is_read "$directory" all.files; then show_directory "$directory" "$number"; else show_programs "$directory" "$number"; fi
    number=$((number + 1))
  done <"$WORK/plan.desks"
  # monit -t writes its id file.
  [ ! -d /var/lib/monit ] || mount -t tmpfs -o mode=0700 tmpfs /var/lib/monit
  set +e
  ask_about units --system
  # Where it has none to run in, systemd does not even read what a user's would.
  XDG_RUNTIME_DIR=$WORK/runtime ask_about users --user
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

# show_directory DIRECTORY NUMBER: one of small configuration files, as it will be.
show_directory() {
  view=$WORK/view/$2
  mkdir -m 0755 "$view"
  copy_view "$REACHED" "$view"
  while read -r mode user group sha path; do
    [ "${path%/*}" != "$1" ] || lay "$sha" "$mode" "$user" "$group" "$view/${path##*/}"
  done <"$WORK/plan.write"
  while IFS= read -r path; do
    [ "${path%/*}" != "$1" ] || rm -f -- "$view/${path##*/}"
  done <"$WORK/plan.remove"
  mount --bind -- "$view" "$REACHED"
}

# copy_view DIRECTORY VIEW: without the directories in it that others can change. find goes into none of those.
copy_view() {
  find "$1" -xdev -mindepth 1 -type d \( ! -uid 0 -o -perm /022 \) -prune -print >"$WORK/strangers"
  if [ ! -s "$WORK/strangers" ]; then
    cp -ax -- "$1/." "$2/"
    return
  fi
  for entry in "$1"/* "$1"/.[!.]*; do
    if [ ! -e "$entry" ] && [ ! -L "$entry" ]; then continue; fi
    case $NEWLINE$(cat "$WORK/strangers")/ in *"$NEWLINE$entry/"* | *"$NEWLINE$entry$NEWLINE"*) ;; *) cp -ax -- "$entry" "$2/" ;; esac
  done
}

# show_programs DIRECTORY NUMBER: any other directory, as it will be: the files that change, and links to what else is there. Monit refuses a
# control file whose program is missing.
show_programs() {
  # The views themselves are in there, and have to be found.
  [ "$REACHED" != "${WORK%/*}" ] || return 0
  own=$1
  view=$WORK/view/$2
  real=$WORK/real/$2
  mkdir -m 0755 "$view"
  mkdir "$real"
  mount --bind -- "$REACHED" "$real"
  set --
  for entry in "$real"/* "$real"/.[!.]*; do
    if [ -e "$entry" ] || [ -L "$entry" ]; then set -- "$@" "$entry"; fi
  done
  [ $# -eq 0 ] || ln -s -t "$view" -- "$@"
  while read -r mode user group sha path; do
    [ "${path%/*}" = "$own" ] || continue
    # Not into what is only linked.
    [ ! -L "$view/${path##*/}" ] || rm -f -- "$view/${path##*/}"
    lay "$sha" "$mode" "$user" "$group" "$view/${path##*/}"
  done <"$WORK/plan.write"
  while IFS= read -r path; do
    [ "${path%/*}" != "$own" ] || rm -f -- "$view/${path##*/}"
  done <"$WORK/plan.remove"
  mount --bind -- "$view" "$REACHED"
}
