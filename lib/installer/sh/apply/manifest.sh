# Writes this owner's manifest, which commits the transaction.
# Reads: CLAIM, GENERATION, GENERATIONS, MANIFEST, MONIT_INTERVAL, OWNER, RUN, STACK, STATE, TOKEN, WORK.

# write_manifest proven|unproven: commits the transaction, by a rename. What it promises is on disk before that. The rename itself
# is synced when the journal is closed; until then the journal undoes the transaction.
write_manifest() {
  local directory="$STATE/owners/$OWNER"
  [ -d "$directory" ] || (umask 077 && mkdir -p -- "$directory") || return 1
  {
    printf 'cdktf-sidekiq-manifest 1\nclaim %s\nstack %s\nmonit %s\ntransaction %s\n' "$CLAIM" "$STACK" "$1" "$TOKEN"
    printf 'generation %s\ngenerations %s\nmonit-interval %s\n' "$GENERATION" "$GENERATIONS" "$MONIT_INTERVAL"
    # A table's name is the plural of the name of its rows.
    awk '{ match(FILENAME, /[a-z]*$/); kind = substr(FILENAME, RSTART); if (kind != "was") sub(/s$/, "", kind); print kind, $0 }' \
      "$WORK/want.files" "$WORK/new.dirs" "$WORK/new.services" "$WORK/want.checks" "$WORK/new.originals" "$WORK/new.was"
  } >"$directory/manifest.new" && seal "$directory/manifest.new" || return 1
  cmp -s "$0" "$directory/installer" || { cp -- "$0" "$directory/installer.new" && mv -fT -- "$directory/installer.new" "$directory/installer"; } || return 1
  to_disk || return 1
  mv -fT -- "$directory/manifest.new" "$MANIFEST"
}

# Records that Monit has shown the new checks. If a power cut loses this, it only has to show them again.
note_proof() {
  sed '$d; s/^monit unproven$/monit proven/' "$MANIFEST" >"$MANIFEST.new" && seal "$MANIFEST.new" && sync -- "$MANIFEST.new" && mv -fT -- "$MANIFEST.new" "$MANIFEST"
}

# Removes what notifiers and queue checks remember under /run once they are uninstalled.
forget_remembered() {
  local remembered=''
  for remembered in "$RUN"/notify/*; do
    [ ! -d "$remembered" ] || [ -e "/usr/local/lib/cdktf-sidekiq/${remembered##*/}/notify" ] || rm -rf -- "$remembered"
  done
  local judges=no judge=''
  for judge in /usr/local/lib/cdktf-sidekiq/*/sidekiq; do [ ! -e "$judge" ] || judges=yes; done
  if [ "$judges" = no ] && [ -d "$RUN/queues" ]; then rm -rf -- "$RUN/queues"; fi
  [ ! -d "$RUN/notify" ] || rmdir -- "$RUN/notify" 2>/dev/null || :
}

# Commits an uninstallation: moves the owner's directory, with the journal in it, out of sight by one rename.
forget_owner() {
  mv -T -- "$STATE/owners/$OWNER" "$STATE/owners/.gone-$OWNER-$TOKEN" && sync -- "$STATE/owners"
}
