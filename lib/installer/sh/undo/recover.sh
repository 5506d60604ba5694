# Undoes what an interrupted transaction has left: the host is as before it, or as after it if it had committed.
# Reads: FILES_BACK, MONIT_REASON, OPENED, RECOVERY_LINK, RECOVERY_UNIT, RUN, STATE, TAB.
# Sets: HINDERED, LISTENER, MANIFEST, MANIFESTS, OWNER, SWAPPED, TOKEN, UNFIT, WHEN, WORK.
# WHEN is before-another (transaction), own (the end of its unit), at-boot or again (undo/boot.sh).

# Recovers before another transaction, which fails if that isn't possible.
recover_first() {
  recover_all before-another || fail "an earlier transaction could not be rolled back: $(cat "$WORK/hindered")"
}

# recover_all WHEN: recovers every owner. The lock is held.
recover_all() {
  WHEN=$1
  begin_to_end_trials
  local undone=0 open=''
  for open in "$STATE"/owners/*/open; do
    [ -d "$open" ] || continue
    (recover_one "$open" "$WHEN") || undone=1
  done
  end_trials
  [ "$undone" -eq 0 ] || return 1
  for open in "$STATE"/owners/.gone-*/open; do
    [ ! -d "$open" ] || (recover_uninstalled "$open" "$WHEN")
  done
  local left=''
  # Leftovers that aren't yet, or are no longer, a journal, a manifest or an owner.
  for left in "$STATE"/owners/.gone-* "$STATE"/owners/*/closed "$STATE"/owners/*/*.new; do
    [ ! -e "$left" ] || rm -rf -- "$left"
  done
  local owner=''
  for owner in "$STATE"/owners/*; do
    if [ ! -d "$owner" ] || [ -f "$owner/manifest" ]; then continue; fi
    # Left by a first deployment that never committed. More than one generation, or an original, means that a manifest was lost.
    set -- "$owner"/generations/*
    if [ $# -le 1 ] && [ ! -e "$owner/originals" ]; then rm -rf -- "$owner/generations" "$owner/installer"; fi
    rmdir -- "$owner" 2>/dev/null || :
  done
  for left in "$RECOVERY_UNIT" "$RECOVERY_UNIT.new" "$RECOVERY_LINK" "$STATE/recovery" "$STATE/recovery.new"; do
    if [ -e "$left" ] || [ -L "$left" ]; then disarm; fi
  done
}

# recover_one OPEN WHEN: works on a copy, because the journal's disk may be full.
recover_one() {
  local hindered="$WORK/hindered"
  WHEN=$2
  OWNER=${1%/open}
  OWNER=${OWNER##*/}
  if ! is_journal "$1"; then
    # The journal is incomplete: nothing was touched before it was complete.
    case $UNFIT in 'is damaged'*) [ -e "$1/touched" ] || { rm -rf -- "$1" && exit 0; } ;; esac
    echo "$1 $UNFIT" >"$hindered"
    report "$1 $UNFIT"
    exit 1
  fi
  token_of "$1"
  TOKEN=$OPENED
  rm -rf -- "$WORK/recovery"
  if ! cp -a -- "$1" "$WORK/recovery" 2>"$hindered"; then
    report_lines <"$hindered"
    exit 1
  fi
  WORK=$WORK/recovery
  use_late 2>>"$hindered" || exit 1
  # Not after a power cut, which may lose the mark but keep the swapped files.
  if [ "$WHEN" = own ] && [ ! -e "$WORK/swapping" ]; then SWAPPED=no; fi
  MANIFEST=$STATE/owners/$OWNER/manifest
  : >"$WORK/out" || exit 1
  # A file system without a journal of its own may lose both the file that a rename replaces and its replacement.
  if [ -f "$WORK/manifest" ] && ! is_whole manifest "$MANIFEST" && [ "${UNFIT#is damaged}" != "$UNFIT" ]; then
    if ! cp -- "$WORK/manifest" "$MANIFEST.new" 2>"$hindered" || ! mv -fT -- "$MANIFEST.new" "$MANIFEST" 2>"$hindered"; then
      report_lines <"$hindered"
      exit 1
    fi
  fi
  if [ -f "$MANIFEST" ] && ! is_whole manifest "$MANIFEST"; then
    echo "$MANIFEST $UNFIT" >"$hindered"
    report "$MANIFEST $UNFIT"
    exit 1
  fi
  MANIFESTS=whole
  if [ -f "$MANIFEST" ] && grep -qx "transaction $TOKEN" "$MANIFEST"; then
    report 'a transaction that was cut off was complete but for Monit'
    finish_reload
    close_journal
    report_outcome 'deployed, but'
    exit 0
  fi
  if ! systems_agree "$WHEN"; then
    printf '%s\n' "$HINDERED" >"$hindered"
    exit 1
  fi
  report 'a transaction was cut off'
  if [ ! -e "$WORK/touched" ]; then
    unstage
    to_disk 2>>"$WORK/out" || :
    close_journal
    report_outcome 'refused, nothing changed'
    exit 0
  fi
  local unattended=''
  case $WHEN in at-boot | again) unattended=$WHEN ;; *) unattended='' ;; esac
  if roll_back "$unattended"; then
    report_outcome 'failed, rolled back'
  else
    report_outcome 'failed, and not everything could be rolled back'
  fi
  [ "$FILES_BACK" = yes ] || printf '%s\n' "$HINDERED" >"$hindered"
  [ "$FILES_BACK" = yes ]
}

# is_journal OPEN: succeeds when the journal is complete and all its files are there. It lists everything that was saved: an entry
# that is missing from it wasn't there before.
is_journal() {
  is_whole journal "$1/journal" || return 1
  UNFIT="is damaged: $(how_to_repair journal "$1/journal")"
  { sed '1,2d; $d' "$1/journal"; } >"$WORK/listed" && list_journal "$1" | cmp -s - "$WORK/listed"
}

# systems_agree WHEN: succeeds when each file system of the journal in $WORK is mounted. They are compared by mount point, because
# device names change, or otherwise by what is mounted, because a bind mount of the same one is still the same. At boot it refuses
# those that need a network or another process to answer.
systems_agree() {
  [ -s "$WORK/systems" ] || return 0
  cut -f 5 "$WORK/systems" >"$WORK/real.dirs" && systems_of "$WORK/real.dirs" >"$WORK/systems.now" || return 1
  local type='' point='' source='' inner='' directory='' type_now='' point_now='' source_now='' inner_now=''
  while IFS=$TAB read -r type point source inner directory && IFS=$TAB read -r type_now point_now source_now inner_now _ <&5; do
    if [ "$type $point" != "$type_now $point_now" ] && [ "$type $source $inner" != "$type_now $source_now $inner_now" ]; then
      HINDERED="$directory was on the $type file system mounted at $point, and is now on the $type_now one mounted at $point_now"
      return 1
    fi
    case $1/$type in
    at-boot/autofs | at-boot/nfs* | at-boot/cifs | at-boot/smb* | at-boot/fuse | at-boot/fuse.* | at-boot/9p | at-boot/ceph | at-boot/afs | \
      at-boot/gfs2 | at-boot/ocfs2 | at-boot/lustre | at-boot/glusterfs)
      HINDERED="$directory is on a $type file system, which a boot does not wait for"
      return 1
      ;;
    esac
  done <"$WORK/systems" 5<"$WORK/systems.now"
}

# recover_uninstalled OPEN WHEN: finishes the uninstallation of an owner, which had committed.
recover_uninstalled() {
  WORK=$1
  WHEN=$2
  finish_reload
}

# Has Monit load the new files, if that was still to come. At boot Monit starts with them anyway.
finish_reload() {
  if [ "$WHEN" = at-boot ] || [ "$WHEN" = again ] || [ ! -e "$WORK/monit" ]; then return 0; fi
  apply_monit || report "$MONIT_REASON"
}

# report_outcome TEXT: reports to the transaction itself if it still runs. If the host went down, the log went with it, and the next
# deployment reports this line.
report_outcome() {
  if [ "$WHEN" = at-boot ] || [ "$WHEN" = again ]; then
    echo "$1: the host went down" >"$WORK/log"
    keep_log
  elif [ -d "$RUN-transaction.$TOKEN" ]; then
    echo "$1" >"$RUN-transaction.$TOKEN/outcome"
  fi
}

# recover WORK: run by the transaction's unit when its main process has ended for any reason.
recover_own() {
  WORK=$1
  TOKEN=${WORK##*.}
  LISTENER=$WORK/status
  trap report_exit EXIT
  # The transaction ended normally.
  [ ! -f "$WORK/ended" ] || exit 0
  OWNER=$(sed -n 's/^owner //p' "$WORK/document" 2>/dev/null)
  MANIFEST=$STATE/owners/${OWNER:-unknown}/manifest
  take_lock
  [ ! -d "$STATE/owners/.gone-$OWNER-$TOKEN" ] || : >"$WORK/committed"
  recover_all own
  # Another transaction may have taken the lock first and undone this one, or there was no open journal, not yet or no longer.
  if [ ! -f "$WORK/outcome" ]; then
    if [ -f "$WORK/committed" ]; then echo 'deployed, but'; else echo 'refused, nothing changed'; fi >"$WORK/outcome"
  fi
  end "$(cat "$WORK/outcome"): the transaction was killed"
}

# Sends the result to the connection's side, once everything is removed.
report_exit() {
  # Open at both ends, so that it doesn't block if the other side is gone.
  exec 8<>"$WORK/status"
  local ended=''
  if [ -f "$WORK/ended" ]; then ended=$(cat "$WORK/ended"); else ended=gone; fi
  rm -rf -- "$WORK"
  printf '%s\n' "$ended" >&8
}
