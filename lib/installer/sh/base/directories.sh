# Enters directories that others may write to, and works there. No other file does.
# Reads: STATE, TOKEN, WORK.
# Sets: FOREIGN, KNOWN, LINK, NEWLINE, REACHED.
# /opt/myapp/shared belongs to the app. A name in there that was checked may be a symbolic link by the time it is used. So nothing
# is done by such a name: the shell enters the directory, holds it whatever happens to its name, verifies that it is the right one,
# and works in a directory of its own in there (the staging directory), which only root can enter. Only the last step, a rename or
# an unlink, acts on a name that others can change, and those follow no link. Files in there are read through a descriptor that
# follows no link, waits for no pipe, and reads up to LARGEST_FILE bytes. All other files name only what is in root's own
# directories; tools/shell-paths.ts enforces that.

NEWLINE='
'

# The largest size of a file of ours, in bytes: a copy of anything larger would fill /run.
LARGEST_FILE=16777216

# Directories that have been checked, and those of them that others can change.
KNOWN=$NEWLINE
FOREIGN=$NEWLINE

# learn DIRECTORY…: finds out whether others can change these directories and all above them, by one process for all that aren't
# known yet. The answer "only root" stays true, because only root could open such a directory to others.
learn() {
  local given="$#" above=''
  for above in "$@"; do
    while :; do
      case $KNOWN in *"$NEWLINE${above:-/}$NEWLINE"*) break ;; esac
      KNOWN=$KNOWN${above:-/}$NEWLINE
      set -- "$@" "${above:-/}"
      [ -n "$above" ] || break
      above=${above%/*}
    done
  done
  shift "$given"
  [ $# -gt 0 ] || return 0
  local whose='' access=''
  # The slash keeps a blank at the end of a name.
  while read -r whose access above; do
    case "$whose $access" in "0 d"????-??-?) ;; *) FOREIGN=$FOREIGN${above%/}$NEWLINE ;; esac
  done <<DIRECTORIES
$(stat -c '%u %A %n/' -- "$@" 2>/dev/null)
DIRECTORIES
}

# only_root_changes DIRECTORY: succeeds when only root can change it and all above it.
only_root_changes() {
  learn "$1"
  local above="$1"
  while [ -n "$above" ]; do
    case $FOREIGN in *"$NEWLINE$above$NEWLINE"*) return 1 ;; esac
    above=${above%/*}
  done
}

# reach DIRECTORY: sets REACHED to where it really is ('' is the root). Follows symbolic links where only root can change them,
# such as /var/run; any other could lead elsewhere at any moment.
reach() {
  REACHED=''
  LINK=''
  local ahead="$1/" links=0 element='' link=''
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

# Prints where LINK leads.
target_of_link() {
  readlink -- "$LINK"
}

# is_own DIRECTORY: succeeds when only root can change the names in it, so that they can be used as they are.
is_own() {
  reach "$1" && only_root_changes "$REACHED"
}

# is_own_file PATH: succeeds when only root can change the way to it, links included.
is_own_file() {
  reach "$1" && only_root_changes "${REACHED%/*}"
}

# exists PATH: only asks and opens nothing, as systemd does (ConditionPathExists). Where others can change the way there, a
# separate process asks, with a timeout.
exists() {
  if is_own "${1%/*}"; then [ -e "$1" ]; else timeout -k 1 5 test -e "$1"; fi
}

is_directory() {
  (go_to "$1")
}

# go_to DIRECTORY: makes it the current directory, `.`. Returns 2 if it doesn't exist.
go_to() {
  if reach "$1"; then
    if cd -P -- "${REACHED:-/}" 2>/dev/null && [ "$PWD" = "${REACHED:-/}" ]; then return; fi
    cd /
    [ -e "$REACHED" ] || [ -L "$REACHED" ] || return 2
  fi
  cd /
  echo "$1 is not at its path, or not a directory: another process is changing it" >>"$WORK/out"
  return 1
}

# add_place DIRECTORY: adds the directory to the last error, which names only a file in `.`. Always fails.
add_place() {
  printf '%s: %s\n' "$1" "$(last_error)" >>"$WORK/out"
  return 1
}

# go_to_staging_dir DIRECTORY: makes its staging directory the current directory; `..` is then DIRECTORY, and no other user can
# change what is in `.`.
go_to_staging_dir() {
  go_to "$1" || return
  local staging=".cdktf-sidekiq-$TOKEN"
  if [ ! -d "./$staging" ] || [ -L "./$staging" ] || [ ! -O "./$staging" ]; then
    # Anyone who lists /run knows its name, and may have created it.
    { remove_staging_dir && mkdir -- "./$staging"; } 2>>"$WORK/out" || add_place "$1" || return
  fi
  if cd -P -- "./$staging" 2>>"$WORK/out" && [ "$PWD" = "$REACHED/$staging" ] && [ -O . ]; then return; fi
  cd /
  echo "$1: another process is changing it" >>"$WORK/out"
  return 1
}

# Removes the staging directories in `.`. Another user may have filled one, and may go on filling it.
remove_staging_dir() {
  local left=''
  if [ -f "$STATE/desks" ]; then
    while IFS= read -r left; do
      if [ -d "./.cdktf-sidekiq-$left" ] && [ -O "./.cdktf-sidekiq-$left" ]; then rm -rf -- "./.cdktf-sidekiq-$left"; fi
    done <"$STATE/desks"
  fi
  if [ ! -e "./.cdktf-sidekiq-$TOKEN" ] && [ ! -L "./.cdktf-sidekiq-$TOKEN" ]; then return; fi
  if [ -O "./.cdktf-sidekiq-$TOKEN" ]; then rm -rf -- "./.cdktf-sidekiq-$TOKEN"; else timeout -k 2 20 rm -rf -- "./.cdktf-sidekiq-$TOKEN"; fi
}

clear_staging_dirs() {
  local cleared=0
  cd /
  [ -f "$WORK/plan.desks" ] || return 0
  local directory=''
  while IFS= read -r directory; do
    go_to "$directory"
    case $? in
    0) remove_staging_dir 2>>"$WORK/out" || add_place "$directory" || cleared=1 ;;
    *) is_own "$directory" || note_staging_dir ;;
    esac
  done <"$WORK/plan.desks"
  cd /
  return "$cleared"
}

# Records a staging directory that another user has moved away with its directory. The next transaction that comes by removes it,
# by its name: searching for all such names would mean reading a directory that others fill.
note_staging_dir() {
  [ -d "$STATE" ] || return 0
  { [ ! -f "$STATE/desks" ] || tail -n 50 "$STATE/desks"; echo "$TOKEN"; } >"$STATE/desks.new" 2>/dev/null && mv -f -- "$STATE/desks.new" "$STATE/desks"
}

# write_out DIRECTORY…: syncs each file system that one of these is on (syncfs(2)), including all changes by others: one wait for
# each file system, however many files. For a directory that was removed with its last file, the one above it counts.
write_out() {
  local written=' ' asked="$#" place='' device=''
  for place in "$@"; do
    while :; do
      if is_own "$place"; then
        [ ! -d "${REACHED:-/}" ] || { set -- "$@" "${REACHED:-/}" && break; }
      elif go_to "$place"; then
        device=$(stat -c %d .) || return 1
        case $written in *" $device "*) ;; *) sync -f . && written="$written$device " || return 1 ;; esac
        break
      fi
      [ -n "$place" ] || return 1
      place=${place%/*}
    done
  done
  cd /
  shift "$asked"
  [ $# -gt 0 ] || return 0
  local devices=''
  devices=$(stat -c %d -- "$@") || return 1
  for device in $devices; do
    place=$1
    shift
    case $written in
    *" $device "*) ;;
    *)
      written="$written$device "
      set -- "$@" "$place"
      ;;
    esac
  done
  [ $# -eq 0 ] || sync -f -- "$@"
}

make_directory() {
  go_to "${1%/*}" || return
  mkdir -m 0755 -- "./${1##*/}" 2>>"$WORK/out" || add_place "${1%/*}"
}

make_directories() {
  [ -z "$1" ] || go_to "$1" || { make_directories "${1%/*}" && make_directory "$1"; }
}

# remove_directory DIRECTORY: removes it if it is empty.
remove_directory() {
  if go_to "${1%/*}" && [ -d "./${1##*/}" ] && [ ! -L "./${1##*/}" ]; then rmdir -- "./${1##*/}" 2>>"$WORK/out" || :; fi
  cd /
}

# take NAME COPY: copies the content of a regular file in `.`. Whatever may have taken its place, it follows no link and waits for
# no pipe.
take() {
  dd if="./$1" of="$2" iflag=nofollow,nonblock,fullblock bs=65536 count="$((LARGEST_FILE / 65536))" status=none 2>>"$WORK/out"
}

# take_from PATH COPY: copies the content of a regular file anywhere, as `take` does.
take_from() {
  go_to "${1%/*}" && take "${1##*/}" "$2" && cd /
}

# look_at_files LIST…: looks at all paths in these files, and writes:
# have.stat, links not followed   ·   have.sums, of regular files, as sha256sum prints them
# unreached: directories behind another user's link. Fails if a file disappeared meanwhile.
look_at_files() {
  local empty=''
  for empty in have.stat have.sums foreign.paths hashed.paths unreached; do : >"$WORK/$empty"; done
  sort -u -- "$@" >"$WORK/looked.paths"
  set --
  local path=''
  while IFS= read -r path; do set -- "$@" "${path%/*}"; done <"$WORK/looked.paths"
  learn "$@"
  set --
  while IFS= read -r path; do
    if is_own "${path%/*}"; then set -- "$@" "$path"; else printf '%s\n' "$path" >>"$WORK/foreign.paths"; fi
  done <"$WORK/looked.paths"
  [ $# -eq 0 ] || stat -c '%04a %u %g %f %s %n' -- "$@" >"$WORK/have.stat" 2>/dev/null
  set --
  local raw='' size=''
  while read -r @{have.stat: raw size path}; do
    # A file too large to be one of ours isn't read.
    case $raw in 8*) [ "$size" -gt "$LARGEST_FILE" ] || { set -- "$@" "$path" && printf '%s\n' "$path" >>"$WORK/hashed.paths"; } ;; esac
  done <"$WORK/have.stat"
  local number=0 facts=''
  while IFS= read -r path; do
    go_to "${path%/*}"
    case $? in 0) ;; 2) continue ;; *) printf '%s\n' "${path%/*}" >>"$WORK/unreached" && continue ;; esac
    facts=$(stat -c '%04a %u %g %f %s' -- "./${path##*/}" 2>/dev/null) || continue
    printf '%s %s\n' "$facts" "$path" >>"$WORK/have.stat"
    case $facts in *' 8'???' '*) ;; *) continue ;; esac
    if [ "${facts##* }" -gt "$LARGEST_FILE" ] || ! take "${path##*/}" "$WORK/seen.$number"; then continue; fi
    set -- "$@" "$WORK/seen.$number"
    printf '%s\n' "$path" >>"$WORK/hashed.paths"
    number=$((number + 1))
  done <"$WORK/foreign.paths"
  cd /
  [ $# -gt 0 ] || return 0
  timeout -k 2 20 sha256sum -- "$@" >"$WORK/seen.sums" 2>>"$WORK/out" || return
  local sha=''
  # In the order in which they were named. sha256sum puts a backslash before a line whose name contains one.
  while IFS= read -r path && read -r sha _ <&5; do printf '%s  %s\n' "${sha#\\}" "$path"; done <"$WORK/hashed.paths" 5<"$WORK/seen.sums" >"$WORK/have.sums"
}

# copy_old PATH COPY: copies a file as it is, a symbolic link as a link. Limited in size and time, because another user may have
# put anything there.
copy_old() {
  go_to "${1%/*}" || return
  # dash and bash have ulimit -f, in blocks of 512 bytes.
  (ulimit -f "$((LARGEST_FILE / 512))" && exec timeout -k 2 30 cp -a -- "./${1##*/}" "$2") 2>>"$WORK/out" && return
  echo "$1 cannot be copied: it is larger than $((LARGEST_FILE / 1048576)) MiB, or is being changed" >>"$WORK/out"
  return 1
}

# copy_if_there PATH COPY: like copy_old, but succeeds if nothing is there.
copy_if_there() {
  go_to "${1%/*}"
  case $? in 0) ;; 2) return 0 ;; *) return 1 ;; esac
  if [ -e "./${1##*/}" ] || [ -L "./${1##*/}" ]; then copy_old "$1" "$2"; fi
}

# stage_file NUMBER TEXT MODE USER GROUP PATH: stages a file beside its target.
stage_file() {
  go_to_staging_dir "${6%/*}" || return 1
  install_file "$2" "$3" "$4" "$5" "./$1" 2>>"$WORK/out" || add_place "${6%/*}"
}

# swap_in NUMBER PATH: moves a staged file to its target, by a rename.
swap_in() {
  go_to_staging_dir "${2%/*}" || return 1
  mv -fT -- "./$1" "../${2##*/}" 2>>"$WORK/out" || add_place "${2%/*}"
}

# take_away PATH: removes a file. Succeeds if its directory doesn't exist.
take_away() {
  go_to "${1%/*}"
  case $? in 0) ;; 2) return 0 ;; *) return 1 ;; esac
  rm -f -- "./${1##*/}" 2>>"$WORK/out" || add_place "${1%/*}"
}

# remove_socket PATH: removes it if it is a socket.
remove_socket() {
  if go_to "${1%/*}" && [ -S "./${1##*/}" ]; then rm -f -- "./${1##*/}" 2>>"$WORK/out"; fi
  cd /
}

# put_back SAVED PATH: restores a saved file. If nothing was saved, nothing was there, so PATH is removed.
put_back() {
  if [ -e "$1" ] || [ -L "$1" ]; then
    ! as_saved "$1" "$2" || return 0
    # A directory of ours may have been removed with its last file.
    make_directories "${2%/*}" && go_to_staging_dir "${2%/*}" || return 1
    { rm -f -- ./back && cp -a -- "$1" ./back; } || add_place "${2%/*}" || return 1
    mv -fT -- ./back "../${2##*/}" || add_place "${2%/*}"
  else
    take_away "$2"
  fi
}

# as_saved SAVED PATH: succeeds when the file hasn't changed, so that restoring it needs no writable disk.
as_saved() {
  if [ ! -f "$1" ] || [ -L "$1" ] || ! go_to "${2%/*}"; then return 1; fi
  [ "$(stat -c '%a %u %g %f' -- "$1")" = "$(stat -c '%a %u %g %f' -- "./${2##*/}" 2>/dev/null)" ] && take "${2##*/}" "$WORK/compared" && cmp -s -- "$1" "$WORK/compared"
}
