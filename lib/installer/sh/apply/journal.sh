# Keeps the journal of an open transaction: everything that a rollback needs, on disk before anything is touched.
# Reads: EDITS, LOCKED, MANIFEST, MONIT_NEEDED, OWNER, RECOVERY_UNIT, STATE, TOKEN, WORK.
# Sets: JOURNAL, OPENED.
# An open journal is undone by the transaction's own unit after a SIGKILL, by a unit at boot after a power cut (undo/boot.sh), or by
# the next transaction.
#     $STATE/owners/OWNER/open/   journal: a record, with a hash of each file here · manifest · systems ·
#                                 tables and saved files, named as in $WORK
#     and what is added later: touched · monit · quieted · swapping · late.NAME, in place of a saved file (apply/meanwhile.sh)
# docs/reliability-power.md explains what is on disk at which point.

open_journal() {
  set --
  JOURNAL=$STATE/owners/$OWNER/open
  [ -d "$STATE/owners/$OWNER" ] || (umask 077 && mkdir -p -- "$STATE/owners/$OWNER") || return 1
  arm || return 1
  mkdir -- "$JOURNAL" || return 1
  local table=''
  for table in plan.write plan.remove plan.desks plan.services old.services plan.gone before changed want.checks old.checks returned.checks; do
    set -- "$@" "$WORK/$table"
  done
  [ ! -f "$MANIFEST" ] || set -- "$@" "$MANIFEST"
  cp -- "$@" "$JOURNAL/" || return 1
  cp -- "$WORK/plan.dirs" "$JOURNAL/made.dirs" || return 1
  real_staging_dirs >"$WORK/real.dirs" && systems_of "$WORK/real.dirs" >"$JOURNAL/systems" || return 1
  set --
  local saved=''
  for saved in "$WORK"/written.* "$WORK"/removed.* "$WORK"/heir*; do
    if [ -e "$saved" ] || [ -L "$saved" ]; then set -- "$@" "$saved"; fi
  done
  [ $# -eq 0 ] || cp -a -- "$@" "$JOURNAL/" || return 1
  { printf 'cdktf-sidekiq-journal 1\ntransaction %s\n' "$TOKEN" && list_journal "$JOURNAL"; } >"$WORK/journal" && seal "$WORK/journal" || return 1
  cp -- "$WORK/journal" "$JOURNAL/journal" && write_out "$STATE" "${RECOVERY_UNIT%/*}"
}

# list_journal JOURNAL: prints every file in it, with a hash of its content.
list_journal() {
  set -- "$1"/*
  local entry=''
  for entry in "$@"; do
    shift
    case ${entry##*/} in journal | touched | monit | quieted | swapping | late.*) continue ;; esac
    if [ -L "$entry" ]; then
      printf 'link %s %s\n' "$(readlink -- "$entry" | sha256sum | cut -c 1-64)" "${entry##*/}"
      continue
    fi
    # Another user may have put a pipe in place of a file, and reading it would block.
    if [ -f "$entry" ]; then set -- "$@" "$entry"; else printf 'other %s %s\n' "$(stat -c %f -- "$entry")" "${entry##*/}"; fi
  done
  sha256sum -- "$@" | sed 's|^\([0-9a-f]*\)  .*/|file \1 |'
}

# token_of OPEN: sets OPENED to the token of the transaction whose journal it is.
token_of() {
  OPENED=''
  { read -r _ && read -r _ OPENED; } 2>/dev/null <"$1/journal" || :
}

# From here on a recovery rolls back or, after a commit, finishes Monit's part. What was staged is on disk by then: a unit file
# that came back empty would keep its enable link, because systemctl finds no [Install] in it.
mark_touched() {
  has_room || fail '/run is full'
  [ "$MONIT_NEEDED" = no ] || : >"$JOURNAL/monit" || return 1
  : >"$JOURNAL/touched" && to_disk
}

# Syncs what a commit, or a journal closed after a rollback, promises: the files of the plan, their directories, the links that
# systemctl made or removed, and the edits that were kept. All of it is on disk before that commit or close.
to_disk() {
  set -- "$STATE" "${RECOVERY_UNIT%/*}"
  [ -z "${EDITS:-}" ] || set -- "$@" "$EDITS"
  local promised=''
  while IFS= read -r promised; do set -- "$@" "$promised"; done <"$WORK/plan.desks"
  write_out "$@"
}

# Moves the journal out of sight by one rename and syncs that before removing it, because half a journal must never be read. The
# journal of another transaction stays.
close_journal() {
  [ "$LOCKED" = yes ] || return 0
  [ ! -e "$STATE/owners/$OWNER/closed" ] || rm -rf -- "$STATE/owners/$OWNER/closed"
  # Before the journal is closed, so that a recovery repeats this if it is interrupted.
  prune
  token_of "$STATE/owners/$OWNER/open"
  # A journal has no token until it is complete.
  if [ "$OPENED" = "$TOKEN" ] || { [ -d "$STATE/owners/$OWNER/open" ] && [ ! -e "$STATE/owners/$OWNER/open/journal" ]; }; then
    mv -T -- "$STATE/owners/$OWNER/open" "$STATE/owners/$OWNER/closed" && sync -- "$STATE/owners/$OWNER" && rm -rf -- "$STATE/owners/$OWNER/closed"
  fi
  disarm
}
