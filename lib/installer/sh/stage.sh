# Stages new files beside their targets, in a directory that systemd, Monit and sudo ignore. All are complete before the first is
# swapped in. Sets: SWAPPED.

# Prints the directories that have to be created, parents first.
missing_dirs() {
  local path='' directory=''
  while read -r _ _ _ _ path; do
    directory=${path%/*}
    while [ -n "$directory" ] && ! is_directory "$directory"; do
      printf '%s\n' "$directory"
      directory=${directory%/*}
    done
  done <"$WORK/plan.write" | sort -u
}

stage() {
  local directory=''
  while IFS= read -r directory; do
    make_directory "$directory" || return 1
    printf '%s\n' "$directory" >>"$WORK/made.dirs"
  done <"$WORK/plan.dirs"
  local number=0 mode='' user='' group='' sha='' path=''
  while read -r mode user group sha path; do
    put_on_desk "$number" "$sha" "$mode" "$user" "$group" "$path" || return 1
    number=$((number + 1))
  done <"$WORK/plan.write"
  cd /
}

# lay TEXT MODE USER GROUP TARGET: installs a text as TARGET. An original is restored exactly as it was, even a symbolic link.
lay() {
  case $1 in
  original.*) cp -aT -- "$WORK/text.$1" "$5" ;;
  *) install -T -m "$2" -o "$3" -g "$4" -- "$WORK/text.$1" "$5" ;;
  esac
}

# Saves the current state of every file that will change, for a rollback.
save_old() {
  local number=0 path=''
  while read -r _ _ _ _ path; do
    copy_if_there "$path" "$WORK/written.$number" || return 1
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

# Undoes `stage`.
unstage() {
  clear_desks
  local directory=''
  [ ! -f "$WORK/made.dirs" ] || tac "$WORK/made.dirs" | while IFS= read -r directory; do remove_directory "$directory"; done
}

# Moves the staged files into place and removes the unwanted ones. From here on a rollback restores the saved files.
swap() {
  SWAPPED=yes
  : >"$JOURNAL/swapping" || return 1
  local number=0 path=''
  while read -r _ _ _ _ path; do
    swap_in "$number" "$path" || return 1
    number=$((number + 1))
  done <"$WORK/plan.write"
  while IFS= read -r path; do take_away "$path" || return 1; done <"$WORK/plan.remove"
  clear_desks
}

# Restores the saved files, each by a rename. Before the swap it only removes what was staged.
swap_back() {
  if [ "${SWAPPED:-}" = no ]; then
    unstage
    return
  fi
  local status=0 number=0 path=''
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
  local directory=''
  [ ! -f "$WORK/made.dirs" ] || tac "$WORK/made.dirs" | while IFS= read -r directory; do remove_directory "$directory"; done
  return "$status"
}

# put_heir_back MANIFEST: uses plain names, because the manifest is in our own directory.
put_heir_back() {
  cp -a -- "$WORK/heir" "$1.new" && sync -- "$1.new" && mv -fT -- "$1.new" "$1"
}
