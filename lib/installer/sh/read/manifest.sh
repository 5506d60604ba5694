# Reads the manifests: the host's records (records.sh) of what each owner has here.
# Reads: OWNER, STATE, WORK.
# Sets: GENERATIONS, MANIFEST, MANIFESTS, OLD_CLAIM, OLD_GENERATION, OLD_GENERATIONS, OLD_MONIT, UNFIT.
#     file MODE USER GROUP KIND SHA PATH   ·   dir PATH
#     service UNIT ENABLED STATE STOP DRAIN: enabled|disabled|as-is, running|stopped|waiting, seconds, seconds (- if it
#     isn't a Sidekiq)
#     check NAME   ·   monit proven|unproven   ·   claim ID   ·   stack NAME   ·   transaction TOKEN   ·   generation N
#     generations N   ·   monit-interval SECONDS that supervision was computed for   ·   original ID PATH   ·   was UNIT ENABLED ACTIVE
# They are in plain text, so that an operator can read them.

# Writes the tables old.…, of this owner, and others.…, of all others:
#     others   one row for each owner; checks is yes if it has any, otherwise no
#     others.paths, others.owners, others.stacks   the files of the others, each with its owner's directory and stack, line by line
load_manifest() {
  MANIFEST=$STATE/owners/$OWNER/manifest
  MANIFESTS=unread
  OLD_CLAIM='' OLD_MONIT='' OLD_GENERATION=0 OLD_GENERATIONS=0
  local empty=''
  for empty in old.files old.dirs old.services old.checks old.originals old.was old.paths old.texts old.words others others.paths others.owners others.dirs \
    others.stacks others.intervals; do
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
    { keyword = $@{manifest.record} }
    keyword == "stack" { stack = rest(@{manifest.row}) }
    FILENAME != mine && FNR == 1 { owner = FILENAME; sub(/\/manifest$/, "", owner); directory[++owners] = owner }
    FILENAME != mine && keyword == "claim" { claim[owner] = $@{manifest.row} }
    FILENAME != mine && keyword == "stack" { name[owner] = stack }
    FILENAME != mine && keyword == "check" { checks[owner] = "yes" }
    FILENAME != mine && keyword == "file" {
      print rest(@{manifest.file.path}) > (work "others.paths")
      print owner > (work "others.owners")
      print stack > (work "others.stacks")
    }
    FILENAME != mine && keyword == "monit-interval" && $@{manifest.row} ~ /^[0-9]+$/ { print $@{manifest.row}, stack > (work "others.intervals") }
    FILENAME != mine && keyword == "dir" { print rest(@{manifest.row}) > (work "others.dirs") }
    FILENAME != mine { next }
    keyword == "file" { print rest(@{manifest.file.path}) > (work "old.paths"); print rest(@{manifest.file.sha}) > (work "old.texts") }
    keyword ~ /^(file|dir|service|check|original)$/ { print rest(@{manifest.row}) > (work "old." keyword "s") }
    keyword == "was" { print rest(@{manifest.row}) > (work "old.was") }
    keyword ~ /^(claim|monit|generations?)$/ { print > (work "old.words") }
    END {
      for (i = 1; i <= owners; i++) {
        owner = directory[i]
        print owner, claim[owner], (owner in checks ? "yes" : "no"), name[owner] > (work "others")
      }
    }
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
