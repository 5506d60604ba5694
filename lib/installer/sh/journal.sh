# The journal of an open transaction: all that a rollback needs, on disk before anything is touched. Who finds one undoes it:
# the transaction's own unit after a SIGKILL, a unit at boot after a power cut (boot.sh), else the next transaction.
#     $STATE/owners/OWNER/open/   journal: a record, with a hash of each file here · manifest · systems · tables and saved files, named as in $WORK
#     and what comes later: touched · monit · quieted · swapping · late.NAME, in the place of a saved file (meanwhile.sh)
# What is on disk when: docs/reliability-power.md.

open_journal() {
  set --
  JOURNAL=$STATE/owners/$OWNER/open
  [ -d "$STATE/owners/$OWNER" ] || (umask 077 && mkdir -p -- "$STATE/owners/$OWNER") || return 1
  arm || return 1
  mkdir -- "$JOURNAL" || return 1
  for table in plan.write plan.remove plan.desks plan.services plan.turns plan.gone before changed want.checks old.checks returned.checks; do
    set -- "$@" "$WORK/$table"
  done
  [ ! -f "$MANIFEST" ] || set -- "$@" "$MANIFEST"
  cp -- "$@" "$JOURNAL/" || return 1
  cp -- "$WORK/plan.dirs" "$JOURNAL/made.dirs" || return 1
  real_desks >"$WORK/desks" && systems_of "$WORK/desks" >"$JOURNAL/systems" || return 1
  set --
  for saved in "$WORK"/written.* "$WORK"/removed.* "$WORK"/heir*; do
    if [ -e "$saved" ] || [ -L "$saved" ]; then set -- "$@" "$saved"; fi
  done
  [ $# -eq 0 ] || cp -a -- "$@" "$JOURNAL/" || return 1
  { printf 'cdktf-sidekiq-journal 1\ntransaction %s\n' "$TOKEN" && list_journal "$JOURNAL"; } >"$WORK/journal" && seal "$WORK/journal" || return 1
  cp -- "$WORK/journal" "$JOURNAL/journal" && write_out "$STATE" "${RECOVERY_UNIT%/*}"
}

# list_journal JOURNAL: every file in it, and what it holds.
list_journal() {
  set -- "$1"/*
  for entry in "$@"; do
    shift
    case ${entry##*/} in journal | touched | monit | quieted | swapping | late.*) continue ;; esac
    if [ -L "$entry" ]; then
      printf 'link %s %s\n' "$(readlink -- "$entry" | sha256sum | cut -c 1-64)" "${entry##*/}"
      continue
    fi
    # What another user has put in the place of a file may be a pipe, which nobody writes to.
    if [ -f "$entry" ]; then set -- "$@" "$entry"; else printf 'other %s %s\n' "$(stat -c %f -- "$entry")" "${entry##*/}"; fi
  done
  sha256sum -- "$@" | sed 's|^\([0-9a-f]*\)  .*/|file \1 |'
}

# is_journal OPEN: whole, with all that it lists. It says all of it: an entry that it lacks was not there to be saved.
is_journal() {
  is_whole journal "$1/journal" || return 1
  UNFIT="is damaged: $(how_to_mend journal "$1/journal")"
  { sed '1,2d; $d' "$1/journal"; } >"$WORK/listed" && list_journal "$1" | cmp -s - "$WORK/listed"
}

# token_of OPEN: whose journal it is, in OPENED.
token_of() {
  OPENED=''
  { read -r _ && read -r _ OPENED; } 2>/dev/null <"$1/journal" || :
}

# From here on a recovery rolls back, or, once there is a commit, sees to Monit. What was staged is on disk with it: a unit file that came
# back empty would keep its enable link, because systemctl finds no [Install] in it.
mark_touched() {
  has_room || fail '/run is full'
  [ "$monit_needed" = no ] || : >"$JOURNAL/monit" || return 1
  : >"$JOURNAL/touched" && to_disk
}

# What a commit, or a closed journal after a rollback, promises: the files of the plan, their directories, the links that systemctl made
# or removed, what was kept. On disk before it.
to_disk() {
  set -- "$STATE" "${RECOVERY_UNIT%/*}"
  [ -z "${EDITS:-}" ] || set -- "$@" "$EDITS"
  while IFS= read -r promised; do set -- "$@" "$promised"; done <"$WORK/plan.desks"
  write_out "$@"
}

# First out of sight by one rename, and on disk so, because half a journal must never be read. That of another transaction stays.
close_journal() {
  [ "$LOCKED" = yes ] || return 0
  [ ! -e "$STATE/owners/$OWNER/closed" ] || rm -rf -- "$STATE/owners/$OWNER/closed"
  # While somebody would still do it again.
  prune
  token_of "$STATE/owners/$OWNER/open"
  # It has no token before it is complete.
  if [ "$OPENED" = "$TOKEN" ] || { [ -d "$STATE/owners/$OWNER/open" ] && [ ! -e "$STATE/owners/$OWNER/open/journal" ]; }; then
    mv -T -- "$STATE/owners/$OWNER/open" "$STATE/owners/$OWNER/closed" && sync -- "$STATE/owners/$OWNER" && rm -rf -- "$STATE/owners/$OWNER/closed"
  fi
  disarm
}
