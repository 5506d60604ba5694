# New files beside their targets, under names that systemd, Monit and sudo ignore; complete before the first is swapped in.

# The name beside a path under which row N of a table waits; TOKEN is this transaction's.
staged_name() {
  printf '%s/.cdktf-sidekiq-%s-%s\n' "${1%/*}" "$TOKEN" "$2"
}

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
    mkdir -m 0755 -- "$directory" 2>>"$WORK/out" || return 1
    printf '%s\n' "$directory" >>"$WORK/made.dirs"
  done <"$WORK/plan.dirs"
  number=0
  set --
  while read -r mode user group sha path; do
    staged=$(staged_name "$path" "$number")
    # install makes a new file, whatever lies under that name.
    install -T -m "$mode" -o "$user" -g "$group" -- "$WORK/text.$sha" "$staged" 2>>"$WORK/out" || return 1
    set -- "$@" "$staged"
    number=$((number + 1))
  done <"$WORK/plan.write"
  [ $# -eq 0 ] || sync -- "$@" 2>>"$WORK/out"
}

# Every file that will change, as it is now, for a rollback.
save_old() {
  number=0
  while read -r _ _ _ _ path; do
    if [ -e "$path" ] || [ -L "$path" ]; then cp -a -- "$path" "$WORK/written.$number" || return 1; fi
    number=$((number + 1))
  done <"$WORK/plan.write"
  number=0
  while IFS= read -r path; do
    cp -a -- "$path" "$WORK/removed.$number" || return 1
    number=$((number + 1))
  done <"$WORK/plan.remove"
  if [ -s "$WORK/inherited" ]; then cp -a -- "$HEIR" "$WORK/heir" && echo "$HEIR" >"$WORK/heir.path" || return 1; fi
}

# Takes back what `stage` did.
unstage() {
  [ ! -f "$WORK/plan.write" ] || {
    number=0
    while read -r _ _ _ _ path; do
      rm -f -- "$(staged_name "$path" "$number")"
      number=$((number + 1))
    done <"$WORK/plan.write"
  }
  [ ! -f "$WORK/made.dirs" ] || tac "$WORK/made.dirs" | while IFS= read -r directory; do rmdir -- "$directory" 2>/dev/null || :; done
}

# From here on a failure rolls back.
swap() {
  number=0
  while read -r _ _ _ _ path; do
    mv -fT -- "$(staged_name "$path" "$number")" "$path" 2>>"$WORK/out" || return 1
    number=$((number + 1))
  done <"$WORK/plan.write"
  while IFS= read -r path; do
    rm -f -- "$path" 2>>"$WORK/out" || return 1
  done <"$WORK/plan.remove"
}

# Puts the saved files back, each by a rename.
swap_back() {
  status=0
  number=0
  while read -r _ _ _ _ path; do
    staged=$(staged_name "$path" "$number")
    rm -f -- "$staged" || status=1
    put_back "$WORK/written.$number" || status=1
    number=$((number + 1))
  done <"$WORK/plan.write"
  number=0
  while IFS= read -r path; do
    staged=$(staged_name "$path" "$number")
    put_back "$WORK/removed.$number" || status=1
    number=$((number + 1))
  done <"$WORK/plan.remove"
  if [ -e "$WORK/heir" ]; then
    path=$(cat "$WORK/heir.path")
    staged=$path.new
    put_back "$WORK/heir" || status=1
  fi
  [ ! -f "$WORK/made.dirs" ] || tac "$WORK/made.dirs" | while IFS= read -r directory; do rmdir -- "$directory" 2>/dev/null || :; done
  return "$status"
}

put_back() {
  if [ -e "$1" ] || [ -L "$1" ]; then
    ! as_saved "$1" || return 0
    # A directory of ours may have gone with its last file.
    [ -d "${path%/*}" ] || (umask 022 && mkdir -p -- "${path%/*}") || return 1
    cp -a -- "$1" "$staged" && { [ -L "$staged" ] || sync -- "$staged"; } && mv -fT -- "$staged" "$path" && sync -- "${path%/*}"
  else
    rm -f -- "$path"
  fi
}

# What never changed needs no disk that can be written.
as_saved() {
  [ -f "$path" ] && [ ! -L "$path" ] && [ ! -L "$1" ] && cmp -s -- "$1" "$path" &&
    [ "$(stat -c '%a %u %g' -- "$1")" = "$(stat -c '%a %u %g' -- "$path")" ]
}
