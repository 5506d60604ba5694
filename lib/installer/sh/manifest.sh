# The manifest: the host's record (records.sh) of what an owner has here, in plain text so that an operator can read it.
#     file MODE USER GROUP KIND SHA256 PATH   ·   dir PATH
#     service UNIT enabled|disabled|as-is running|stopped|waiting STOPSECONDS DRAINSECONDS (- if it isn't a Sidekiq)
#     check NAME   ·   monit proven|unproven   ·   claim ID   ·   stack NAME   ·   transaction TOKEN   ·   generation N
#     generations N   ·   monit-interval SECONDS that supervision was computed for   ·   original ID PATH   ·   was UNIT ENABLED ACTIVE
# Sets: MANIFEST, MANIFESTS, OLD_CLAIM, OLD_MONIT, OLD_GENERATION, OLD_GENERATIONS, UNFIT, GENERATIONS.

load_manifest() {
  MANIFEST=$STATE/owners/$OWNER/manifest
  MANIFESTS=unread
  OLD_CLAIM='' OLD_MONIT='' OLD_GENERATION=0 OLD_GENERATIONS=0
  local empty=''
  for empty in old.files old.dirs old.services old.checks old.originals old.was old.paths old.texts old.words others.paths others.dirs others.stacks \
    others.intervals; do
    : >"$WORK/$empty"
  done
  set --
  local other=''
  for other in "$STATE"/owners/*/manifest; do
    [ -f "$other" ] || continue
    is_whole manifest "$other" || { UNFIT="$other $UNFIT" && return 1; }
    set -- "$@" "$other"
  done
  MANIFESTS=whole
  [ $# -gt 0 ] || return 0
  awk -v work="$WORK/" -v mine="$MANIFEST" '
    function rest(from,  text, i) { text = $0; for (i = 1; i < from; i++) text = substr(text, length($i) + 2); return text }
    $1 == "stack" { stack = rest(2) }
    FILENAME != mine && $1 == "file" { print rest(7) > (work "others.paths"); print stack > (work "others.stacks") }
    FILENAME != mine && $1 == "monit-interval" && $2 ~ /^[0-9]+$/ { print $2, stack > (work "others.intervals") }
    FILENAME != mine && $1 == "dir" { print rest(2) > (work "others.dirs") }
    FILENAME != mine { next }
    $1 == "file" { print rest(7) > (work "old.paths"); print rest(6) > (work "old.texts") }
    $1 ~ /^(file|dir|service|check|original)$/ { print rest(2) > (work "old." $1 "s") }
    $1 == "was" { print rest(2) > (work "old.was") }
    $1 ~ /^(claim|monit|generations?)$/ { print > (work "old.words") }
  ' "$@"
  local wanted="$GENERATIONS"
  read_manifest_words <"$WORK/old.words"
  OLD_GENERATIONS=$GENERATIONS
  GENERATIONS=$wanted
}

read_manifest_words() {
  OLD_GENERATION=0
  local keyword='' value=''
  while read -r keyword value; do
    case $keyword in
    claim) OLD_CLAIM=$value ;;
    monit) OLD_MONIT=$value ;;
    generation) OLD_GENERATION=$value ;;
    generations) GENERATIONS=$value ;;
    esac
  done
}

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
