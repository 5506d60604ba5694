# Where we write, others may write, too: /opt/myapp/shared is the app's. A name that was looked at may be a symbolic link when it
# is used. So nothing is done by such a name: the shell goes into the directory, holds it whatever becomes of its name, sees that
# it is the one that was meant, and works in a directory of its own in there (the desk), which is root's alone. Only the last
# step touches what others can touch, a rename or an unlink, and those follow no link.

# reach DIRECTORY: where it really is, in REACHED ('' is the root). Symbolic links on the way are followed where only root can
# change them, as /var/run; anybody else's could lead elsewhere at any moment.
reach() {
  REACHED=''
  LINK=''
  ahead=$1/
  links=0
  while [ -n "$ahead" ]; do
    element=${ahead%%/*}
    ahead=${ahead#*/}
    case $element in
    '' | .) continue ;;
    ..) REACHED=${REACHED%/*} && continue ;;
    esac
    if [ -L "$REACHED/$element" ]; then
      links=$((links + 1))
      LINK=$REACHED/$element
      if [ "$links" -gt 40 ] || ! only_root_changes "$REACHED" || ! link=$(readlink -- "$LINK"); then return 1; fi
      case $link in /*) REACHED='' ;; esac
      ahead=$link/$ahead
    else
      REACHED=$REACHED/$element
    fi
  done
}

# only_root_changes DIRECTORY: it and all above it.
only_root_changes() {
  above=$1
  set -- /
  while [ -n "$above" ]; do
    set -- "$@" "$above"
    above=${above%/*}
  done
  ! stat -c '%u %A' -- "$@" | grep -qv '^0 d....-..-.$'
}

# Table plan.desks: the directories in which files change. A way there through somebody else's symbolic link is refused before
# anything is touched.
plan_desks() {
  : >"$WORK/plan.desks"
  if [ ! -s "$WORK/plan.write" ] && [ ! -s "$WORK/plan.remove" ]; then return; fi
  sed 's|^[^/]*\(.*\)/[^/]*$|\1|' "$WORK/plan.write" "$WORK/plan.remove" | sort -u >"$WORK/plan.desks"
  while IFS= read -r directory; do
    reach "$directory" ||
      problem "$LINK is a symbolic link that others than root can change, to $(readlink -- "$LINK"): name the directory that is meant"
  done <"$WORK/plan.desks"
}

# go_to DIRECTORY: from then on `.` is that directory.
go_to() {
  if reach "$1" && cd -P -- "${REACHED:-/}" 2>>"$WORK/out" && [ "$PWD" = "${REACHED:-/}" ]; then return; fi
  cd /
  echo "$1 is missing, or not where its path says: somebody changes it at this moment" >>"$WORK/out"
  return 1
}

# tell_place DIRECTORY: what a command has just said of a name in `.`, with the directory; fails.
tell_place() {
  printf '%s: %s\n' "$1" "$(tail -n 1 "$WORK/out")" >>"$WORK/out"
  return 1
}

# go_to_desk DIRECTORY: from then on `..` is that directory, and nobody else can change what lies in `.`.
go_to_desk() {
  go_to "$1" || return
  desk=.cdktf-sidekiq-$TOKEN
  # The name is no secret: whatever somebody has put there goes, and what was hidden from an earlier transaction's end.
  if [ ! -d "./$desk" ] || [ -L "./$desk" ] || [ ! -O "./$desk" ]; then
    { rm -rf -- ./.cdktf-sidekiq-* && mkdir -- "./$desk"; } 2>>"$WORK/out" || tell_place "$1" || return
  fi
  if cd -P -- "./$desk" 2>>"$WORK/out" && [ "$PWD" = "$REACHED/$desk" ] && [ -O . ]; then return; fi
  cd /
  echo "$1: somebody changes it at this moment" >>"$WORK/out"
  return 1
}

sync_desks() {
  while IFS= read -r directory; do
    [ ! -d "$directory/.cdktf-sidekiq-$TOKEN" ] || { go_to_desk "$directory" && sync_in . 2>>"$WORK/out"; } || return
  done <"$WORK/plan.desks"
  cd /
}

clear_desks() {
  cleared=0
  cd /
  [ -f "$WORK/plan.desks" ] || return 0
  while IFS= read -r directory; do
    [ ! -d "$directory/.cdktf-sidekiq-$TOKEN" ] || { go_to "$directory" && { rm -rf -- "./.cdktf-sidekiq-$TOKEN" 2>>"$WORK/out" || tell_place "$directory"; }; } || cleared=1
  done <"$WORK/plan.desks"
  cd /
  return "$cleared"
}

make_directory() {
  go_to "${1%/*}" || return
  mkdir -m 0755 -- "./${1##*/}" 2>>"$WORK/out" || tell_place "${1%/*}"
}

make_directories() {
  [ -z "$1" ] || [ -d "$1" ] || { make_directories "${1%/*}" && make_directory "$1"; }
}

# One that is not empty stays.
remove_directory() {
  [ ! -d "$1" ] || { go_to "${1%/*}" && rmdir -- "./${1##*/}" 2>>"$WORK/out"; } || :
}
