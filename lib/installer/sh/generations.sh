# Generations: what an owner has deployed here, so that one can look at it and go back to it.
#     $STATE/owners/OWNER/generations/N/   document · generation: a record (records.sh) of its hash, and of who deployed it when ·
#     edited/TIME-TOKEN/PATH: what was edited by hand in this generation, and replaced
# The manifest names the current one, and how many are kept; what it does not name is no generation.

# Of one generation: a file that is edited and repaired every day must not fill the disk.
KEPT_EDITS=20

# Part of the commit, before the manifest, which takes it to the disk. The same document again is the same generation, whoever has the claim.
keep_generation() {
  generations=$STATE/owners/$OWNER/generations
  GENERATION=$OLD_GENERATION
  ! same_document "$generations/$GENERATION/document" || return 0
  GENERATION=$((GENERATION + 1))
  rm -rf -- "${generations:?}/$GENERATION" && mkdir -p -- "$generations/$GENERATION" || return 1
  cp -- "$WORK/document" "$generations/$GENERATION/document" && describe_generation >"$generations/$GENERATION/generation" &&
    seal "$generations/$GENERATION/generation"
}

# WORKSPACE and DEPLOYED_BY are base64, as the document has them.
describe_generation() {
  sum=$(sha256sum <"$WORK/document") || return 1
  login=-
  { read -r login <"$WORK/login"; } 2>/dev/null || :
  case $login in '' | *[!A-Za-z0-9._@-]*) login=- ;; esac
  printf 'cdktf-sidekiq-generation 1\ndocument %s\ndeployed %s\nlogin %s\nworkspace %s\ndeployed-by %s\n' "${sum%% *}" \
    "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$login" "$WORKSPACE" "$DEPLOYED_BY"
}

# generation_fits DIRECTORY: is the document in it the one that was deployed? If not, UNFIT says so.
generation_fits() {
  is_whole generation "$1/generation" || return 1
  UNFIT="is damaged: $(how_to_mend generation)"
  sum=$(sha256sum <"$1/document") && grep -qxF -e "document ${sum%% *}" "$1/generation"
}

same_document() {
  [ -f "$1" ] || return 1
  ! cmp -s "$WORK/document" "$1" || return 0
  said_otherwise "$1" >"$WORK/left" && said_otherwise "$WORK/document" | cmp -s - "$WORK/left"
}

# Who deploys makes no other generation.
said_otherwise() {
  sed -e '/^claim /d' -e '/^workspace /d' -e '/^deployed-by /d' "$1"
}

# Where what was edited by hand is kept, in EDITS: an uninstallation takes the generations along.
plan_edits() {
  [ -s "$WORK/edited" ] || return 0
  EDITS=$STATE/owners/$OWNER/generations/$OLD_GENERATION/edited
  [ "$RUNNING" = deploy ] || EDITS=/var/backups/cdktf-sidekiq
  EDITS=$EDITS/$(date -u +%Y%m%dT%H%M%SZ)-$TOKEN
}

# Part of the commit: from the copies that a rollback would have used.
keep_edits() {
  [ -s "$WORK/edited" ] || return 0
  number=0
  while read -r _ _ _ _ path; do
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

# What the manifest names no more, or not yet: generations, and originals of what was taken over. Not before the manifest is on disk: the one
# before it names them.
prune() {
  # By a manifest that names too little everything would go.
  [ "${MANIFESTS:-unread}" = whole ] || return 0
  if [ ! -f "$STATE/owners/$OWNER/manifest" ]; then
    rm -rf -- "$STATE/owners/$OWNER/generations" "$STATE/owners/$OWNER/originals" "$STATE/owners/$OWNER/installer"
    return
  fi
  read_manifest_words <"$STATE/owners/$OWNER/manifest"
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
  for kept in "$STATE/owners/$OWNER"/originals/*; do
    if [ ! -e "$kept" ] && [ ! -L "$kept" ]; then continue; fi
    id=${kept##*/}
    grep -q "^original ${id%.checks} " "$STATE/owners/$OWNER/manifest" || drop "$kept" || return 0
  done
  [ ! -d "$STATE/owners/$OWNER/originals" ] || rmdir -- "$STATE/owners/$OWNER/originals" 2>/dev/null || :
}

# drop PATH: where the manifest can't be taken to the disk, all stays.
drop() {
  [ "${MANIFEST_SYNCED:-no}" = yes ] || sync -- "$STATE/owners/$OWNER" || return 1
  MANIFEST_SYNCED=yes
  rm -rf -- "$1"
}
