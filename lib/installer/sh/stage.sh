# New files beside their targets, in a directory that systemd, Monit and sudo ignore; complete before the first is swapped in.

# The directories that have to be made, parents first.
missing_dirs() {
  while read -r _ _ _ _ path; do
    directory=${path%/*}
    while [ -n "$directory" ] && ! is_directory "$directory"; do
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
    put_on_desk "$number" "$sha" "$mode" "$user" "$group" "$path" || return 1
    number=$((number + 1))
  done <"$WORK/plan.write"
  cd /
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

# Takes back what `stage` did.
unstage() {
  clear_desks
  [ ! -f "$WORK/made.dirs" ] || tac "$WORK/made.dirs" | while IFS= read -r directory; do remove_directory "$directory"; done
}

# From here on a failure rolls back.
swap() {
  SWAPPED=yes
  : >"$JOURNAL/swapping" || return 1
  number=0
  while read -r _ _ _ _ path; do
    swap_in "$number" "$path" || return 1
    number=$((number + 1))
  done <"$WORK/plan.write"
  while IFS= read -r path; do take_away "$path" || return 1; done <"$WORK/plan.remove"
  clear_desks
}

# Puts the saved files back, each by a rename. Before the swap there is nothing to put back.
swap_back() {
  if [ "${SWAPPED:-}" = no ]; then
    unstage
    return
  fi
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

# In our own directory.
put_heir_back() {
  cp -a -- "$WORK/heir" "$1.new" && sync -- "$1.new" && mv -fT -- "$1.new" "$1"
}
