# The journal of an open transaction: all that a rollback needs, on disk before anything is touched. Who finds one undoes it:
# the transaction's own unit after a SIGKILL, a unit at boot after a power cut, else the next transaction.
#     $STATE/owners/OWNER/open/   token · touched · monit · quieted · heir · tables and saved files, named as in $WORK
RECOVERY_UNIT=/etc/systemd/system/cdktf-sidekiq-recovery.service
RECOVERY_LINK=/etc/systemd/system/sysinit.target.wants/cdktf-sidekiq-recovery.service

open_journal() {
  set --
  JOURNAL=$STATE/owners/$OWNER/open
  [ -d "$STATE/owners/$OWNER" ] || (umask 077 && mkdir -p -- "$STATE/owners/$OWNER") || return 1
  arm || return 1
  [ ! -e "$JOURNAL.new" ] || rm -rf -- "$JOURNAL.new" || return 1
  mkdir -- "$JOURNAL.new" || return 1
  for table in plan.write plan.remove plan.desks plan.services plan.gone before changed want.checks old.checks returned.checks; do
    set -- "$@" "$WORK/$table"
  done
  cp -- "$@" "$JOURNAL.new/" || return 1
  cp -- "$WORK/plan.dirs" "$JOURNAL.new/made.dirs" || return 1
  set --
  for saved in "$WORK"/written.* "$WORK"/removed.* "$WORK"/heir*; do
    if [ -e "$saved" ] || [ -L "$saved" ]; then set -- "$@" "$saved"; fi
  done
  [ $# -eq 0 ] || cp -a -- "$@" "$JOURNAL.new/" || return 1
  echo "$TOKEN" >"$JOURNAL.new/token" || return 1
  sync_in "$JOURNAL.new" "$STATE/recovery" "$STATE" "$RECOVERY_UNIT" "${RECOVERY_UNIT%/*}" "${RECOVERY_LINK%/*}" || return 1
  mv -T -- "$JOURNAL.new" "$JOURNAL" && sync -- "$STATE/owners/$OWNER"
}

# sync_in DIRECTORY [MORE…]: it, the files in it, and what else there is: together, because each wait for a disk takes as long.
sync_in() {
  directory=$1
  for file in "$directory"/*; do
    if [ -f "$file" ] && [ ! -L "$file" ]; then set -- "$@" "$file"; fi
  done
  sync -- "$@"
}

# From here on a recovery rolls back, or, once there is a commit, sees to Monit.
mark_touched() {
  has_room || fail '/run is full'
  [ "$monit_needed" = no ] || : >"$JOURNAL/monit" || return 1
  : >"$JOURNAL/touched" && sync -- "$JOURNAL/touched" "$JOURNAL"
}

# First out of sight by one rename: half a journal must never be read. That of another transaction stays.
close_journal() {
  [ "$LOCKED" = yes ] || return 0
  for left in "$STATE/owners/$OWNER/closed" "$STATE/owners/$OWNER/open.new"; do [ ! -e "$left" ] || rm -rf -- "$left"; done
  opened=''
  { read -r opened <"$STATE/owners/$OWNER/open/token"; } 2>/dev/null || :
  if [ "$opened" = "$TOKEN" ]; then
    mv -T -- "$STATE/owners/$OWNER/open" "$STATE/owners/$OWNER/closed" && rm -rf -- "$STATE/owners/$OWNER/closed"
  fi
  prune
  disarm
}

# At boot, before any service: files first, and systemd reads them again. On disk with the journal, which it is for.
arm() {
  cp -- "$0" "$STATE/recovery.new" && mv -fT -- "$STATE/recovery.new" "$STATE/recovery" || return 1
  cat >"$RECOVERY_UNIT.new" <<UNIT && mv -fT -- "$RECOVERY_UNIT.new" "$RECOVERY_UNIT" || return 1
[Unit]
Description=Undoes a cdktf-sidekiq transaction that was cut off
DefaultDependencies=no
RequiresMountsFor=$STATE /etc /run /usr
After=local-fs.target
Before=sysinit.target shutdown.target
Conflicts=shutdown.target

[Service]
Type=oneshot
UnsetEnvironment=$LOADER_VARIABLES
ExecStart=/bin/sh $STATE/recovery recover-at-boot
UNIT
  chmod 0644 -- "$RECOVERY_UNIT" || return 1
  { [ -d "${RECOVERY_LINK%/*}" ] || mkdir -p -- "${RECOVERY_LINK%/*}"; } && ln -sfT -- "$RECOVERY_UNIT" "$RECOVERY_LINK"
}

# Unless another owner's transaction still is to be undone.
disarm() {
  for other in "$STATE"/owners/*/open; do [ ! -d "$other" ] || return 0; done
  rm -f -- "$RECOVERY_LINK" "$RECOVERY_UNIT" "$RECOVERY_UNIT.new" "$STATE/recovery" "$STATE/recovery.new"
}
