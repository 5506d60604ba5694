# Shows the validators the files at their final paths, with nothing installed.
# Reads: NEWLINE, REACHED, WORK.
# In a mount namespace, copies of the directories are changed as planned and mounted over the real ones, and systemd and Monit read
# them. Only root's own directories are copied and mounted over: anyone who can rename a directory chooses where a mount by its name
# ends up. The validators don't need the others, whose contents they don't read.

# Runs in the namespace: mounts the views, and leaves the validators' output in $WORK.
preview() {
  set -e
  mkdir "$WORK/view" "$WORK/real" "$WORK/runtime"
  local number=0
  set --
  local directory=''
  while IFS= read -r directory; do set -- "$@" "$directory"; done <"$WORK/plan.desks"
  learn "$@"
  while IFS= read -r directory; do
    # The root that a process already has can't be mounted over, and no validator reads a file in it.
    if [ -z "$directory" ] || ! is_own "$directory"; then continue; fi
    if is_read "$directory" all.files; then show_directory "$directory" "$number"; else show_programs "$directory" "$number"; fi
    number=$((number + 1))
  done <"$WORK/plan.desks"
  # monit -t writes its id file there.
  [ ! -d /var/lib/monit ] || mount -t tmpfs -o mode=0700 tmpfs /var/lib/monit
  set +e
  ask_about units --system
  # Without a runtime directory systemd doesn't even read a user's units.
  XDG_RUNTIME_DIR=$WORK/runtime ask_about users --user
  if [ -e "$WORK/verify.monit" ]; then
    timeout -k 2 10 monit -tv >"$WORK/monit.dump" 2>"$WORK/monit.err"
    echo $? >"$WORK/monit.status"
  fi
  wait
  : >"$WORK/previewed"
}

# ask_about LIST OPTION: has the system's systemd, or a user's, verify the units of a list, in the background.
ask_about() {
  [ -s "$WORK/verify.$1" ] || return 0
  local list="$1" option="$2"
  set --
  local path=''
  while IFS= read -r path; do set -- "$@" "$path"; done <"$WORK/verify.$list"
  SYSTEMD_LOG_COLOR=0 timeout -k 2 30 systemd-analyze "$option" verify --man=no -- "$@" >"$WORK/verified.$list" 2>&1 &
}

# show_directory DIRECTORY NUMBER: shows a directory of small configuration files as it will be.
show_directory() {
  local view="$WORK/view/$2"
  mkdir -m 0755 "$view"
  copy_view "$REACHED" "$view"
  local mode='' user='' group='' sha='' path=''
  while read -r @{plan.write: mode user group sha path}; do
    [ "${path%/*}" != "$1" ] || install_file "$sha" "$mode" "$user" "$group" "$view/${path##*/}"
  done <"$WORK/plan.write"
  while IFS= read -r path; do
    [ "${path%/*}" != "$1" ] || rm -f -- "$view/${path##*/}"
  done <"$WORK/plan.remove"
  mount --bind -- "$view" "$REACHED"
}

# copy_view DIRECTORY VIEW: copies it without the directories in it that others can change. find enters none of those.
copy_view() {
  find "$1" -xdev -mindepth 1 -type d \( ! -uid 0 -o -perm /022 \) -prune -print >"$WORK/strangers"
  if [ ! -s "$WORK/strangers" ]; then
    cp -ax -- "$1/." "$2/"
    return
  fi
  local entry=''
  for entry in "$1"/* "$1"/.[!.]*; do
    if [ ! -e "$entry" ] && [ ! -L "$entry" ]; then continue; fi
    case $NEWLINE$(cat "$WORK/strangers")/ in *"$NEWLINE$entry/"* | *"$NEWLINE$entry$NEWLINE"*) ;; *) cp -ax -- "$entry" "$2/" ;; esac
  done
}

# show_programs DIRECTORY NUMBER: shows any other directory as it will be: the files that change, and links to everything else.
# Monit refuses a control file whose program is missing.
show_programs() {
  # The views themselves are in there, and must stay reachable.
  [ "$REACHED" != "${WORK%/*}" ] || return 0
  local own="$1" view="$WORK/view/$2" real="$WORK/real/$2"
  mkdir -m 0755 "$view"
  mkdir "$real"
  mount --bind -- "$REACHED" "$real"
  set --
  local entry=''
  for entry in "$real"/* "$real"/.[!.]*; do
    if [ -e "$entry" ] || [ -L "$entry" ]; then set -- "$@" "$entry"; fi
  done
  [ $# -eq 0 ] || ln -s -t "$view" -- "$@"
  local mode='' user='' group='' sha='' path=''
  while read -r @{plan.write: mode user group sha path}; do
    [ "${path%/*}" = "$own" ] || continue
    # Don't write through a link.
    [ ! -L "$view/${path##*/}" ] || rm -f -- "$view/${path##*/}"
    install_file "$sha" "$mode" "$user" "$group" "$view/${path##*/}"
  done <"$WORK/plan.write"
  while IFS= read -r path; do
    [ "${path%/*}" != "$own" ] || rm -f -- "$view/${path##*/}"
  done <"$WORK/plan.remove"
  mount --bind -- "$view" "$REACHED"
}
