# Plans what is taken over and what comes back, if the document allows it.
# Reads: OWNER, REST, RUN, STATE, WORK.
# The original is kept and comes back when this owner no longer needs the path.
#     $STATE/owners/OWNER/originals/   ID · ID.checks, of a control file: the checks in it
#     in the manifest                  original ID PATH   ·   was UNIT ENABLED ACTIVE (the unit before this owner)
# Tables: plan.adopt   paths that are taken over now   ·   plan.return   ID PATH of originals that come back

# adopt_control_file FILE: takes over a control file that isn't ours for its check, which a check of ours replaces. Only if the
# file has nothing but that check.
adopt_control_file() {
  check_names "$1" >"$WORK/named.checks"
  if [ "$(wc -l <"$WORK/named.checks")" -ne 1 ] || grep -qiE '^[[:blank:]]*(set|include)[[:blank:]]' "$1"; then
    problem "$1 holds more than the check that is to be taken over: take that check out of it by hand"
  elif ! grep -qxF -e "$1" "$WORK/adopt.controls"; then
    printf '%s\n' "$1" >>"$WORK/adopt.controls"
  fi
}

# Runs after plan_files has found what is no longer wanted. Originals to restore become rows of plan.write.
plan_originals() {
  : >"$WORK/returned.checks"
  [ ! -s "$WORK/adopt.controls" ] || { cat "$WORK/adopt.controls" >>"$WORK/plan.adopt" && cat "$WORK/adopt.controls" >>"$WORK/plan.remove"; }
  local id='' path='' original=''
  while read -r id path; do
    original=$STATE/owners/$OWNER/originals/$id
    if [ ! -e "$original" ] && [ ! -L "$original" ]; then continue; fi
    # A control file that was removed for its check comes back when our check is removed.
    if ! grep -qxF -e "$path" "$WORK/old.paths"; then
      ! grep -qixF -f "$WORK/want.checks" "$original.checks" || continue
      printf '%s\n' "$path" >>"$WORK/changed"
    elif is_wanted "$path"; then
      continue
    fi
    [ ! -f "$original.checks" ] || cat "$original.checks" >>"$WORK/returned.checks"
    cp -a -- "$original" "$WORK/text.original.$id" || fail "cannot keep copies in $RUN"
    printf '%s %s\n' "$id" "$path" >>"$WORK/plan.return"
    printf '%s original.%s %s\n' "$(stat -c '%04a %u %g' -- "$original")" "$id" "$path" >>"$WORK/plan.write"
  done <"$WORK/old.originals"
  [ ! -s "$WORK/plan.return" ] || {
    cut -d ' ' -f 2- "$WORK/plan.return" >"$WORK/return.paths"
    grep -vxF -f "$WORK/return.paths" "$WORK/plan.remove" >"$WORK/plan.rest"
    mv -f -- "$WORK/plan.rest" "$WORK/plan.remove"
  }
}

# is_given_back UNIT: succeeds when this owner lets go of it, and it ran before this owner and is to run on.
is_given_back() {
  [ -f "$WORK/old.was" ] && lookup old.was "$1" || return 1
  case $REST in *' active') ;; *) return 1 ;; esac
}

# Prints the units that are given back. They restart right after the swap, with all others: what starts then may wait for them.
given_back() {
  local unit=''
  while read -r unit; do
    ! is_given_back "$unit" || printf '%s\n' "$unit" || return 1
  done <"$WORK/plan.gone"
}
