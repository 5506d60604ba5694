# New files beside their targets, in a directory that systemd, Monit and sudo ignore; complete before the first is swapped in.

# What one of ours may hold at most: a copy of anything larger would fill /run.
LARGEST_FILE=16777216

# The directories that have to be made, parents first.
missing_dirs() {
  while read -r _ _ _ _ path; do
    directory=${path%/*}
    while [ -n "$directory" ] && [ ! -d "$directory" ]; do
      printf '%s\n' "$directory"
      directory=${directory%/*}
    done
  done <"$WORK/plan.write" | sort -u
}

stage() {
  while IFS= read -r directory; do
    make_directory "$directory" || return 1
    printf '%s\n' "$directory" >>"$WORK/made.dirs"
  done <"$WORK/plan.dirs"
  number=0
  while read -r mode user group sha path; do
    go_to_desk "${path%/*}" || return 1
    lay "$sha" "$mode" "$user" "$group" "./$number" 2>>"$WORK/out" || tell_place "${path%/*}" || return 1
    number=$((number + 1))
  done <"$WORK/plan.write"
  sync_desks
}

# lay TEXT MODE USER GROUP TARGET: what was here before us comes back as it was, be it a symbolic link.
lay() {
  case $1 in
  original.*) cp -aT -- "$WORK/text.$1" "$5" ;;
  *) install -T -m "$2" -o "$3" -g "$4" -- "$WORK/text.$1" "$5" ;;
  esac
}

# Every file that will change, as it is now, for a rollback.
save_old() {
  number=0
  while read -r _ _ _ _ path; do
    if [ -e "$path" ] || [ -L "$path" ]; then copy_old "$path" "$WORK/written.$number" || return 1; fi
    number=$((number + 1))
  done <"$WORK/plan.write"
  number=0
  while IFS= read -r path; do
    copy_old "$path" "$WORK/removed.$number" || return 1
    number=$((number + 1))
  done <"$WORK/plan.remove"
  cd /
  if [ -s "$WORK/inherited" ]; then cp -a -- "$HEIR" "$WORK/heir" && echo "$HEIR" >"$WORK/heir.path" || return 1; fi
}

# copy_old PATH COPY: bounded, because somebody else may have put anything there.
copy_old() {
  go_to "${1%/*}" || return
  # shellcheck disable=SC3045 # dash and bash have ulimit -f, in blocks of 512 bytes.
  (ulimit -f "$((LARGEST_FILE / 512))" && exec timeout -k 2 30 cp -a -- "./${1##*/}" "$2") 2>>"$WORK/out" && return
  echo "$1 cannot be copied: it is larger than $((LARGEST_FILE / 1048576)) MiB, or changed at this moment" >>"$WORK/out"
  return 1
}

# Takes back what `stage` did.
unstage() {
  clear_desks
  [ ! -f "$WORK/made.dirs" ] || tac "$WORK/made.dirs" | while IFS= read -r directory; do remove_directory "$directory"; done
}

# From here on a failure rolls back.
swap() {
  number=0
  while read -r _ _ _ _ path; do
    go_to_desk "${path%/*}" || return 1
    mv -fT -- "./$number" "../${path##*/}" 2>>"$WORK/out" || tell_place "${path%/*}" || return 1
    number=$((number + 1))
  done <"$WORK/plan.write"
  while IFS= read -r path; do
    go_to "${path%/*}" || return 1
    rm -f -- "./${path##*/}" 2>>"$WORK/out" || tell_place "${path%/*}" || return 1
  done <"$WORK/plan.remove"
  clear_desks
}

# Puts the saved files back, each by a rename.
swap_back() {
  status=0
  number=0
  while read -r _ _ _ _ path; do
    put_back "$WORK/written.$number" "$path" || status=1
    number=$((number + 1))
  done <"$WORK/plan.write"
  number=0
  while IFS= read -r path; do
    put_back "$WORK/removed.$number" "$path" || status=1
    number=$((number + 1))
  done <"$WORK/plan.remove"
  if [ -e "$WORK/heir" ]; then put_heir_back "$(cat "$WORK/heir.path")" || status=1; fi
  clear_desks || status=1
  [ ! -f "$WORK/made.dirs" ] || tac "$WORK/made.dirs" | while IFS= read -r directory; do remove_directory "$directory"; done
  return "$status"
}

# put_back SAVED PATH: where nothing was saved, nothing was there.
put_back() {
  if [ -e "$1" ] || [ -L "$1" ]; then
    ! as_saved "$1" "$2" || return 0
    # A directory of ours may have gone with its last file.
    make_directories "${2%/*}" && go_to_desk "${2%/*}" || return 1
    { rm -f -- ./back && cp -a -- "$1" ./back; } || tell_place "${2%/*}" || return 1
    if [ -f ./back ] && [ ! -L ./back ]; then sync -- ./back || return 1; fi
    mv -fT -- ./back "../${2##*/}" || tell_place "${2%/*}" || return 1
    sync -- ..
  else
    [ ! -d "${2%/*}" ] || { go_to "${2%/*}" && { rm -f -- "./${2##*/}" || tell_place "${2%/*}"; }; }
  fi
}

# In our own directory.
put_heir_back() {
  cp -a -- "$WORK/heir" "$1.new" && sync -- "$1.new" && mv -fT -- "$1.new" "$1" && sync -- "${1%/*}"
}

# as_saved SAVED PATH: what never changed needs no disk that can be written.
as_saved() {
  [ -d "${2%/*}" ] && go_to "${2%/*}" || return 1
  [ -f "./${2##*/}" ] && [ ! -L "./${2##*/}" ] && [ ! -L "$1" ] && timeout -k 2 30 cmp -s -- "$1" "./${2##*/}" &&
    [ "$(stat -c '%a %u %g' -- "$1")" = "$(stat -c '%a %u %g' -- "./${2##*/}")" ]
}
