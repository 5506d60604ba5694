# The manifest: the host's record of what an owner has here. Plain text, so that an operator can read it.
#     file MODE USER GROUP KIND SHA256 PATH   ·   dir PATH   ·   service UNIT enabled|disabled running|stopped|waiting STOPSECONDS
#     check NAME   ·   monit proven|unproven   ·   claim ID   ·   stack NAME   ·   transaction TOKEN

load_manifest() {
  MANIFEST=$STATE/owners/$OWNER/manifest
  OLD_CLAIM='' OLD_MONIT=''
  for empty in old.files old.dirs old.services old.checks old.paths old.texts old.words others.paths others.dirs others.stacks; do
    : >"$WORK/$empty"
  done
  set --
  for other in "$STATE"/owners/*/manifest; do [ ! -f "$other" ] || set -- "$@" "$other"; done
  [ $# -gt 0 ] || return 0
  awk -v work="$WORK/" -v mine="$MANIFEST" '
    function rest(from,  text, i) { text = $0; for (i = 1; i < from; i++) text = substr(text, length($i) + 2); return text }
    $1 == "stack" { stack = rest(2) }
    FILENAME != mine && $1 == "file" { print rest(7) > (work "others.paths"); print stack > (work "others.stacks") }
    FILENAME != mine && $1 == "dir" { print rest(2) > (work "others.dirs") }
    FILENAME != mine { next }
    $1 == "file" { print rest(7) > (work "old.paths"); print rest(6) > (work "old.texts") }
    $1 ~ /^(file|dir|service|check)$/ { print rest(2) > (work "old." $1 "s") }
    $1 ~ /^(claim|monit)$/ { print > (work "old.words") }
  ' "$@"
  while read -r keyword value; do
    case $keyword in
    claim) OLD_CLAIM=$value ;;
    monit) OLD_MONIT=$value ;;
    esac
  done <"$WORK/old.words"
}

# write_manifest proven|unproven: the transaction's commit is this rename.
write_manifest() {
  directory=$STATE/owners/$OWNER
  [ -d "$directory" ] || (umask 077 && mkdir -p -- "$directory") || return 1
  {
    printf 'cdktf-sidekiq-manifest 1\nclaim %s\nstack %s\nmonit %s\ntransaction %s\n' "$CLAIM" "$STACK" "$1" "$TOKEN"
    awk '{ match(FILENAME, /[a-z]*$/); print substr(FILENAME, RSTART, RLENGTH - 1), $0 }' \
      "$WORK/want.files" "$WORK/new.dirs" "$WORK/new.services" "$WORK/want.checks"
  } >"$directory/manifest.new" || return 1
  cmp -s "$0" "$directory/installer" || { cp -- "$0" "$directory/installer.new" && mv -fT -- "$directory/installer.new" "$directory/installer"; } || return 1
  sync -- "$directory/manifest.new" "$directory/installer" && mv -fT -- "$directory/manifest.new" "$MANIFEST" && sync -- "$directory"
}
