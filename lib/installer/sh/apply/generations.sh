# Keeps generations and the edits that a deployment replaces, and removes old ones.
# Reads: DEPLOYED_BY, GENERATIONS, MANIFESTS, OLD_GENERATION, OWNER, RUNNING, STATE, TOKEN, WORK, WORKSPACE.
# Sets: EDITS, GENERATION, MANIFEST_SYNCED.

# Per generation: a file that is edited and repaired every day must not fill the disk.
KEPT_EDITS=20

# Part of the commit. Runs before the manifest is written, whose sync covers it. The same document is the same generation,
# whatever its claim.
keep_generation() {
  local generations="$STATE/owners/$OWNER/generations"
  GENERATION=$OLD_GENERATION
  ! same_document "$generations/$GENERATION/document" || return 0
  GENERATION=$((GENERATION + 1))
  rm -rf -- "${generations:?}/$GENERATION" && mkdir -p -- "$generations/$GENERATION" || return 1
  cp -- "$WORK/document" "$generations/$GENERATION/document" && describe_generation >"$generations/$GENERATION/generation" &&
    seal "$generations/$GENERATION/generation"
}

# Prints the record. WORKSPACE and DEPLOYED_BY are base64, as in the document.
describe_generation() {
  local sum=''
  sum=$(sha256sum <"$WORK/document") || return 1
  local login=-
  { read -r login <"$WORK/login"; } 2>/dev/null || :
  case $login in '' | *[!A-Za-z0-9._@-]*) login=- ;; esac
  printf 'cdktf-sidekiq-generation 1\ndocument %s\ndeployed %s\nlogin %s\nworkspace %s\ndeployed-by %s\n' "${sum%% *}" \
    "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$login" "$WORKSPACE" "$DEPLOYED_BY"
}

# Sets EDITS to the directory for files that were edited by hand. An uninstallation removes the generations, so it uses another
# one.
plan_edits() {
  [ -s "$WORK/edited" ] || return 0
  EDITS=$STATE/owners/$OWNER/generations/$OLD_GENERATION/edited
  [ "$RUNNING" = deploy ] || EDITS=/var/backups/cdktf-sidekiq
  EDITS=$EDITS/$(date -u +%Y%m%dT%H%M%SZ)-$TOKEN
}

# Part of the commit: keeps the edits, from the copies that a rollback would have used.
keep_edits() {
  [ -s "$WORK/edited" ] || return 0
  local number=0 path=''
  while read -r @{plan.write: path}; do
    keep_edit "$WORK/written.$number" "$path" || return 1
    number=$((number + 1))
  done <"$WORK/plan.write"
  number=0
  while IFS= read -r path; do
    keep_edit "$WORK/removed.$number" "$path" || return 1
    number=$((number + 1))
  done <"$WORK/plan.remove"
}

keep_edit() {
  grep -qxF -e "$2" "$WORK/edited" || return 0
  mkdir -p -- "$EDITS${2%/*}" && cp -a -- "$1" "$EDITS$2"
}

# Removes generations and originals that the manifest doesn't name any longer, or yet. Only once the manifest is on disk, because
# the one before it names them.
prune() {
  # A manifest that names too little would remove everything.
  [ "${MANIFESTS:-unread}" = whole ] || return 0
  if [ ! -f "$STATE/owners/$OWNER/manifest" ]; then
    rm -rf -- "$STATE/owners/$OWNER/generations" "$STATE/owners/$OWNER/originals" "$STATE/owners/$OWNER/installer"
    return
  fi
  read_manifest_words <"$STATE/owners/$OWNER/manifest"
  local kept='' number=''
  for kept in "$STATE/owners/$OWNER"/generations/*; do
    number=${kept##*/}
    if [ -d "$kept" ] && { [ "$number" -gt "$OLD_GENERATION" ] || [ "$number" -le "$((OLD_GENERATION - GENERATIONS))" ]; }; then
      drop "$kept" || return 0
    fi
  done
  set -- "$STATE/owners/$OWNER/generations/$OLD_GENERATION"/edited/*
  while [ $# -gt "$KEPT_EDITS" ]; do
    drop "$1" || return 0
    shift
  done
  local id=''
  for kept in "$STATE/owners/$OWNER"/originals/*; do
    if [ ! -e "$kept" ] && [ ! -L "$kept" ]; then continue; fi
    id=${kept##*/}
    grep -q "^original ${id%.checks} " "$STATE/owners/$OWNER/manifest" || drop "$kept" || return 0
  done
  [ ! -d "$STATE/owners/$OWNER/originals" ] || rmdir -- "$STATE/owners/$OWNER/originals" 2>/dev/null || :
}

# drop PATH: removes it, unless the manifest can't be synced: then everything stays.
drop() {
  [ "${MANIFEST_SYNCED:-no}" = yes ] || sync -- "$STATE/owners/$OWNER" || return 1
  MANIFEST_SYNCED=yes
  rm -rf -- "$1"
}
