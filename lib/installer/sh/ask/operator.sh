# Runs the installed program's commands for operators.
# Reads: OLD_CLAIM, OLD_GENERATION, PRINTABLE, STATE, UNFIT.
# Sets: FILE_GROUP, FILE_MODE, FILE_USER, KEPT_DOCUMENT, OWNER, UNPACKED, WORK.
# They are run by:  sh /var/lib/cdktf-sidekiq/owners/OWNER/installer COMMAND

usage() {
  cat <<'USAGE'
usage: sh installer COMMAND
  list             the generations of this stack that are kept here; * is the current one
  show N [PATH]    the files of generation N, or the text of one of them
  diff [A [B]]     generation A (default: the current one) against generation B (default: what the files are now)
  rollback [N]     goes back to generation N (default: the one before the current one), in one transaction
  probe            one JSON document on all that is deployed on this host
  uninstall OWNER CLAIM
USAGE
  leave 2
}

# Runs a command that only reads, and leaves nothing behind.
ask() {
  trap 'rm -rf -- "$WORK"' EXIT
  local question="$1"
  shift
  case $question in
  list) list_generations ;;
  show) show_generation "$@" ;;
  diff) diff_generations "$@" ;;
  probe) probe ;;
  esac
}

# Finds the owner of this program by the program's location.
own_stack() {
  OWNER=$(readlink -f -- "$0")
  OWNER=${OWNER%/*}
  OWNER=${OWNER##*/}
  load_manifest || refuse "$UNFIT"
  [ -n "$OLD_CLAIM" ] || refuse "this is not the installed program of a stack: $0"
}

refuse() {
  printable "$*"
  printf '%s\n' "$PRINTABLE" >&2
  leave 1
}

leave() {
  [ -z "${WORK:-}" ] || rm -rf -- "$WORK"
  exit "$1"
}

# generation N: sets KEPT_DOCUMENT to its document.
generation() {
  case $1 in '' | *[!0-9]*) usage ;; esac
  KEPT_DOCUMENT=$STATE/owners/$OWNER/generations/$1/document
  [ -f "$KEPT_DOCUMENT" ] || refuse "generation $1 is not kept here; these are: $(list_numbers | paste -s -d ' ' -)"
  generation_fits "${KEPT_DOCUMENT%/document}" || refuse "generation $1 $UNFIT"
}

list_numbers() {
  local kept=''
  for kept in "$STATE/owners/$OWNER"/generations/*/document; do
    [ ! -f "$kept" ] || { kept=${kept%/document} && printf '%s\n' "${kept##*/}"; }
  done | sort -n
}

list_generations() {
  own_stack
  local number='' mark='' document=''
  list_numbers | while read -r number; do
    mark=' '
    [ "$number" -ne "$OLD_GENERATION" ] || mark='*'
    document=$STATE/owners/$OWNER/generations/$number/document
    printf '%s %s  ' "$mark" "$number"
    if generation_fits "${document%/document}"; then
      printf '%s  %s files, %s services%s\n' "$(sed -n 's/^deployed //p' "${document%/document}/generation")" \
        "$(grep -c '^file ' "$document")" "$(grep -c '^service ' "$document")" "$(deployed_by "${document%/document}/generation")"
    else
      echo "$UNFIT"
    fi
    find "${document%/*}" -path '*/edited/*' ! -type d 2>/dev/null | sort | sed 's/^/     edited by hand: /'
  done
}

# deployed_by RECORD: prints the end of a line of the list.
deployed_by() {
  sed -n 's/^login //p' "$1" | sed -n 's/^\([^-].*\)/, by \1/p' | tr -d '\n'
  sed -n 's/^workspace //p' "$1" | decode_lines | sed -n 's/^\(..*\)/, workspace \1/p' | strip | tr -d '\n'
  sed -n 's/^deployed-by //p' "$1" | decode_lines | sed -n 's/^\(..*\)/: \1/p' | strip | tr -d '\n'
}

# unpack N: unpacks it as the host would have it, into tables and texts in a directory of its own.
unpack() {
  generation "$1"
  local outer="$WORK"
  WORK=$outer/generation.$1
  mkdir -- "$WORK" && cp -- "$KEPT_DOCUMENT" "$WORK/document"
  read_document
  scale_contents
  UNPACKED=$WORK
  WORK=$outer
}

show_generation() {
  own_stack
  unpack "${1:-}"
  local mode='' user='' group='' path=''
  if [ $# -lt 2 ]; then
    while read -r @{want.files: mode user group path}; do printf '%s %s %s %s\n' "$mode" "$user" "$group" "$path"; done <"$UNPACKED/want.files"
    return
  fi
  local sha=''
  while read -r @{want.files: sha path}; do
    [ "$path" != "$2" ] || { cat "$UNPACKED/text.$sha" && return; }
  done <"$UNPACKED/want.files"
  refuse "generation $1 has no file $2"
}

# diff [A [B]]: returns 0 if there is no difference, 1 if there is.
diff_generations() {
  own_stack
  local first="${1:-$OLD_GENERATION}"
  unpack "$first"
  export_generation "$UNPACKED" "$WORK/generation-$first"
  local second=''
  if [ $# -gt 1 ]; then
    unpack "$2"
    second=generation-$2
    export_generation "$UNPACKED" "$WORK/$second"
  else
    second=now
    export_host
  fi
  # The output contains files that others have changed.
  cd "$WORK" && { diff -urN "generation-$first" "$second"; echo $? >differs; } | strip
  return "$(cat "$WORK/differs")"
}

# export_generation UNPACKED TARGET: copies the files to TARGET, with a list of their modes and owners.
export_generation() {
  mkdir -- "$2"
  local mode='' user='' group='' kind='' sha='' path=''
  while read -r @{want.files: mode user group kind sha path}; do
    # Another owner's file, or one that isn't ours at all, may serve instead.
    [ "$kind" != monit-httpd ] || grep -qxF -e "$path" "$WORK/old.paths" || continue
    mkdir -p -- "$2${path%/*}" && cp -- "$1/text.$sha" "$2$path"
    printf '%s %s %s %s\n' "$mode" "$user" "$group" "$path" >>"$2/modes and owners"
  done <"$1/want.files"
}

export_host() {
  mkdir -- "$WORK/now"
  cut -d ' ' -f @{want.files.path}- "$UNPACKED/want.files" >"$WORK/want.paths"
  look_at_files "$WORK/want.paths" || refuse 'a file was changed while it was looked at: ask again'
  local user='' group='' path=''
  while read -r @{want.files: user group path}; do
    lookup_path "$path" || continue
    mkdir -p -- "$WORK/now${path%/*}" && take_from "$path" "$WORK/now$path"
    # As a number if the generation has a number.
    is_id "$user" || FILE_USER=$(name_of passwd "$FILE_USER")
    is_id "$group" || FILE_GROUP=$(name_of group "$FILE_GROUP")
    printf '%s %s %s %s\n' "$FILE_MODE" "$FILE_USER" "$FILE_GROUP" "$path" >>"$WORK/now/modes and owners"
  done <"$UNPACKED/want.files"
}

# name_of DATABASE NUMBER: prints the name, or UNKNOWN.
name_of() {
  local name=''
  name=$(getent "$1" "$2" | cut -d : -f 1)
  echo "${name:-UNKNOWN}"
}

# lookup_path PATH: sets FILE_MODE, FILE_USER and FILE_GROUP to what was seen of a regular file.
lookup_path() {
  local raw='' seen=''
  while read -r @{have.stat: mode=FILE_MODE uid=FILE_USER gid=FILE_GROUP raw path=seen}; do
    case $raw in 8*) [ "$seen" != "$1" ] || return 0 ;; esac
  done <"$WORK/have.stat"
  return 1
}
