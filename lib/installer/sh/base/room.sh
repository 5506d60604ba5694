# Reserves room in /run, and notices when it is full.
# Sets: TOKEN, WORK.

# Reserves room in $WORK for the end: if /run fills up meanwhile, a rollback and the last messages still fit. Written by the
# shell's own printf, which needs no process. Reserves as many files, too, because inodes can run out as well.
reserve() {
  # systemd refuses to reload if less than this is free.
  [ "$(($(stat -f -c '%a * %S' /run) >> 20))" -ge 18 ] && { printf '%1048576s' '' >"$WORK/reserve"; } 2>/dev/null || return 1
  local spare=64
  while [ "$spare" -gt 0 ]; do
    { : >"$WORK/reserve.$spare"; } 2>/dev/null || return 1
    spare=$((spare - 1))
  done
}

release() {
  rm -f -- "$WORK"/reserve*
}

# Fails when the disk is full: tables that were cut short must not be acted on.
has_room() {
  { printf '%65536s' '' >"$WORK/room"; } 2>/dev/null && : >"$WORK/room"
}

use_work() {
  WORK=$1
  TOKEN=${WORK##*.}
  [ -d "$WORK" ] && : >>"$WORK/made.dirs" && : >>"$WORK/halted"
}
