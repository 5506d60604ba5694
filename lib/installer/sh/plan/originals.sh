# Plans what is taken over and what comes back, if the document allows it.
# Reads: REST, WORK.
# The original is kept and comes back when this owner no longer needs the path.
#     $STATE/owners/OWNER/originals/   ID · ID.checks, of a control file: the checks in it
#     in the manifest                  original ID PATH   ·   was UNIT ENABLED ACTIVE (the unit before this owner)
# Tables: plan.adopt   paths that are taken over now   ·   plan.return   ID PATH of originals that come back

# Runs after plan_files has found what is no longer wanted. Originals to restore become rows of plan.write.
plan_originals() {
  : >"$WORK/returned.checks"
  [ ! -s "$WORK/adopt.controls" ] || { cat "$WORK/adopt.controls" >>"$WORK/plan.adopt" && cat "$WORK/adopt.controls" >>"$WORK/plan.remove"; }
  local mode='' user='' group='' id='' path=''
  while read -r @{have.originals: mode uid=user gid=group id path}; do
    # A control file that was removed for its check comes back when our check is removed.
    if ! grep -qxF -e "$path" "$WORK/old.paths"; then
      ! grep -qsixF -f "$WORK/want.checks" "$WORK/original.$id.checks" || continue
    elif is_wanted "$path"; then
      continue
    fi
    printf '%s\n' "$path" >>"$WORK/changed"
    [ ! -f "$WORK/original.$id.checks" ] || cat "$WORK/original.$id.checks" >>"$WORK/returned.checks"
    printf '%s %s\n' "$id" "$path" >>"$WORK/plan.return"
    printf '%s %s %s original.%s %s\n' "$mode" "$user" "$group" "$id" "$path" >>"$WORK/plan.write"
  done <"$WORK/have.originals"
  [ ! -s "$WORK/plan.return" ] || {
    cut -d ' ' -f @{plan.return.path}- "$WORK/plan.return" >"$WORK/return.paths"
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
