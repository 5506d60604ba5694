# Reads the document, the wanted state with one record per line, into tables in $WORK.
# Reads: WORK.
# Sets: CLAIM, DEPLOYED_BY, FORMAT, GENERATIONS, MONIT_INTERVAL, NEED_MONIT, NEED_SYSTEMD, OWNER, STACK, WORKSPACE.
# Each table has one row per record, with the text last.

# The word of each record that is a base64 text, and the record's table. `file` has its content after the path.
RECORDS='@{records}'

# Defaults for records that an uninstallation's document doesn't have.
MONIT_INTERVAL=-
GENERATIONS=5
WORKSPACE=-
DEPLOYED_BY=-

# Decodes base64 words, one per line (`-` is empty), to lines of text. One process decodes all of them.
decode_lines() {
  sed 's/^-$//; s/$/\nCg==/' | base64 -d
}

read_document() {
  read_words
  if [ "$FORMAT" != 'cdktf-sidekiq 1' ] || [ "$(tail -n 1 "$WORK/document")" != end ]; then fail 'the upload is incomplete'; fi
  case $OWNER$CLAIM in '' | *[!0-9A-Za-z-]*) fail 'the upload names no valid owner' ;; esac
  if [ -z "$OWNER" ] || [ -z "$CLAIM" ]; then fail 'the upload names no owner or no claim'; fi
  read_tables || fail 'the upload cannot be read'
  local path=''
  if [ -s "$WORK/bad.path" ]; then
    IFS= read -r path <"$WORK/bad.path"
    fail "a path is not absolute or ends in a blank: \"$path\""
  fi
  IFS= read -r STACK <"$WORK/stack"
  unpack_contents
}

# Reads the records with a single value, which come first.
read_words() {
  OWNER='' CLAIM='' NEED_SYSTEMD=- NEED_MONIT=- MONIT_INTERVAL=-
  read -r FORMAT <"$WORK/document"
  local keyword='' value=''
  while read -r keyword value; do
    case $keyword in
    owner) OWNER=$value ;;
    claim) CLAIM=$value ;;
    systemd) NEED_SYSTEMD=$value ;;
    monit) NEED_MONIT=$value ;;
    monit-interval) MONIT_INTERVAL=$value ;;
    generations) GENERATIONS=$value ;;
    workspace) WORKSPACE=$value ;;
    deployed-by) DEPLOYED_BY=$value ;;
    cdktf-sidekiq | stack) ;;
    *) break ;;
    esac
  done <"$WORK/document"
}

# Writes the tables, and beside them want.paths, the users and groups that are named, and base64.N, the content of row N of
# want.files.
read_tables() {
  local empty=''
  for empty in stack need.programs need.files need.users need.groups want.files want.paths want.services want.restarts want.boots want.rolling want.checks adopt.paths adopt.checks \
    bad.path; do
    : >"$WORK/$empty"
  done
  awk -v records="$RECORDS" '
    BEGIN { count = split(records, words, /[ =\n]+/); for (i = 1; i < count; i += 3) place[words[i]] = words[i + 1] }
    $1 in place { print $place[$1] }
  ' "$WORK/document" | decode_lines >"$WORK/texts" || return 1
  awk -v records="$RECORDS" -v work="$WORK/" '
    BEGIN {
      count = split(records, words, /[ =\n]+/)
      for (i = 1; i < count; i += 3) { place[words[i]] = words[i + 1]; table[words[i]] = work words[i + 2] }
    }
    function name(kind, word) { if (word ~ /[^0-9]/ && !((kind, word) in named)) { named[kind, word]; print word > (work "need." kind) } }
    NR == FNR { text[NR] = $0; next }
    $1 in place {
      row = ""
      for (i = 2; i < place[$1]; i++) row = row $i " "
      path = text[++number]
      print row path > table[$1]
    }
    $1 == "user" || $1 == "group" { name($1 "s", $@{document.user.name}) }
    $1 == "file" {
      if (path !~ /^\// || path ~ /[ \t]$/) print path > (work "bad.path")
      print path > (work "want.paths")
      name("users", $@{document.file.user})
      name("groups", $@{document.file.group})
      content = work "base64." files++
      print ($@{document.file.content} == "-" ? "" : $@{document.file.content}) > content
      close(content)
    }
  ' "$WORK/texts" "$WORK/document"
}

# Stores each content under its hash, and verifies that it is what was sent.
unpack_contents() {
  local number=0
  : >"$WORK/sums"
  local sha='' path=''
  while read -r @{want.files: sha path}; do
    base64 -d <"$WORK/base64.$number" >"$WORK/text.$sha" 2>/dev/null || fail "the text of $path is damaged"
    printf '%s  %s\n' "$sha" "$WORK/text.$sha" >>"$WORK/sums"
    number=$((number + 1))
  done <"$WORK/want.files"
  [ "$number" -eq 0 ] || sha256sum --check --status "$WORK/sums" || fail 'a file does not have the content it was sent with'
}

# want_nothing CLAIM: writes the tables of an empty document, for an uninstallation by the claim.
want_nothing() {
  CLAIM=$1
  echo "owner $OWNER" >"$WORK/document"
  local empty=''
  for empty in want.files want.services want.restarts want.boots want.rolling want.checks want.paths adopt.paths adopt.checks adopt.controls passwd group foreign.control.files; do
    : >"$WORK/$empty"
  done
  : >"$WORK/made.dirs"
}
