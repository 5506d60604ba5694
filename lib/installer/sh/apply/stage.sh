# Saves old files, and stages new ones beside their targets, in a directory that systemd, Monit and sudo ignore.
# Reads: JOURNAL, NEW_OWNER, WORK.
# Sets: SWAPPED.
# All are complete before the first is swapped in.

# Prints the directories that have to be created, parents first.
missing_dirs() {
  local path='' directory=''
  while read -r @{plan.write: path}; do
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
  while read -r @{plan.write: mode user group sha path}; do
    stage_file "$number" "$sha" "$mode" "$user" "$group" "$path" || return 1
    number=$((number + 1))
  done <"$WORK/plan.write"
  cd /
}

# Saves the current state of every file that will change, for a rollback.
save_old() {
  local number=0 path=''
  while read -r @{plan.write: path}; do
    copy_if_there "$path" "$WORK/written.$number" || return 1
    number=$((number + 1))
  done <"$WORK/plan.write"
  number=0
  while IFS= read -r path; do
    copy_old "$path" "$WORK/removed.$number" || return 1
    number=$((number + 1))
  done <"$WORK/plan.remove"
  cd /
  if [ -s "$WORK/inherited" ]; then cp -a -- "$NEW_OWNER" "$WORK/heir" && echo "$NEW_OWNER" >"$WORK/heir.path" || return 1; fi
}

# Undoes `stage`.
unstage() {
  clear_staging_dirs
  local directory=''
  [ ! -f "$WORK/made.dirs" ] || tac "$WORK/made.dirs" | while IFS= read -r directory; do remove_directory "$directory"; done
}

# Moves the staged files into place and removes the unwanted ones. From here on a rollback restores the saved files.
swap() {
  SWAPPED=yes
  : >"$JOURNAL/swapping" || return 1
  local number=0 path=''
  while read -r @{plan.write: path}; do
    swap_in "$number" "$path" || return 1
    number=$((number + 1))
  done <"$WORK/plan.write"
  while IFS= read -r path; do take_away "$path" || return 1; done <"$WORK/plan.remove"
  clear_staging_dirs
}
