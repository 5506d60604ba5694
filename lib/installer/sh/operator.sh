# What an operator asks of the installed program:  sh /var/lib/cdktf-sidekiq/owners/OWNER/installer COMMAND
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

# Whose program this is, by where it lies.
own_stack() {
  OWNER=$(readlink -f -- "$0")
  OWNER=${OWNER%/*}
  OWNER=${OWNER##*/}
  load_manifest
  [ -n "$OLD_CLAIM" ] || refuse "this is not the installed program of a stack: $0"
}

refuse() {
  printf '%s\n' "$*" >&2
  leave 1
}

leave() {
  [ -z "${WORK:-}" ] || rm -rf -- "$WORK"
  exit "$1"
}

# generation N: its directory, in KEPT_DOCUMENT the document.
generation() {
  case $1 in '' | *[!0-9]*) usage ;; esac
  KEPT_DOCUMENT=$STATE/owners/$OWNER/generations/$1/document
  [ -f "$KEPT_DOCUMENT" ] || refuse "generation $1 is not kept here; these are: $(list_numbers | paste -s -d ' ' -)"
}

list_numbers() {
  for kept in "$STATE/owners/$OWNER"/generations/*/document; do
    [ ! -f "$kept" ] || { kept=${kept%/document} && printf '%s\n' "${kept##*/}"; }
  done | sort -n
}

list_generations() {
  own_stack
  list_numbers | while read -r number; do
    mark=' '
    [ "$number" -ne "$OLD_GENERATION" ] || mark='*'
    document=$STATE/owners/$OWNER/generations/$number/document
    printf '%s %s  %s  %s files, %s services\n' "$mark" "$number" "$(date -u -r "$document" +%Y-%m-%dT%H:%M:%SZ)" \
      "$(grep -c '^file ' "$document")" "$(grep -c '^service ' "$document")"
    find "${document%/*}" -path '*/edited/*' ! -type d 2>/dev/null | sort | sed 's/^/     edited by hand: /'
  done
}

# unpack N: as the host would have it, in tables and texts of a directory of its own.
unpack() {
  generation "$1"
  outer=$WORK
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
  if [ $# -lt 2 ]; then
    while read -r mode user group _ _ path; do printf '%s %s %s %s\n' "$mode" "$user" "$group" "$path"; done <"$UNPACKED/want.files"
    return
  fi
  while read -r _ _ _ _ sha path; do
    [ "$path" != "$2" ] || { cat "$UNPACKED/text.$sha" && return; }
  done <"$UNPACKED/want.files"
  refuse "generation $1 has no file $2"
}

# diff [A [B]]: 0 when there is no difference, 1 when there is.
diff_generations() {
  own_stack
  first=${1:-$OLD_GENERATION}
  unpack "$first"
  lay_out "$UNPACKED" "$WORK/generation-$first"
  if [ $# -gt 1 ]; then
    unpack "$2"
    second=generation-$2
    lay_out "$UNPACKED" "$WORK/$second"
  else
    second=now
    lay_out_host
  fi
  cd "$WORK" && diff -urN "generation-$first" "$second"
}

# lay_out UNPACKED TARGET: the files below TARGET, and a list of their modes and owners.
lay_out() {
  mkdir -- "$2"
  while read -r mode user group kind sha path; do
    # Another owner's, or somebody else's, may serve instead.
    [ "$kind" != monit-httpd ] || grep -qxF -e "$path" "$WORK/old.paths" || continue
    mkdir -p -- "$2${path%/*}" && cp -- "$1/text.$sha" "$2$path"
    printf '%s %s %s %s\n' "$mode" "$user" "$group" "$path" >>"$2/modes and owners"
  done <"$1/want.files"
}

lay_out_host() {
  mkdir -- "$WORK/now"
  while read -r _ user group _ _ path; do
    if [ ! -f "$path" ] || [ -L "$path" ]; then continue; fi
    mkdir -p -- "$WORK/now${path%/*}" && timeout -k 2 20 head -c "$LARGEST_FILE" -- "$path" >"$WORK/now$path"
    # By number where the generation says a number.
    stat -c "%04a $(is_id "$user" && echo %u || echo %U) $(is_id "$group" && echo %g || echo %G) %n" -- "$path" >>"$WORK/now/modes and owners"
  done <"$UNPACKED/want.files"
}

# The document of a generation, as a deployment by whoever has the claim now.
prepare_rollback() {
  own_stack
  number=${1:-$((OLD_GENERATION - 1))}
  generation "$number"
  sed "s/^claim .*/claim $OLD_CLAIM/" "$KEPT_DOCUMENT" >"$WORK/document"
  echo "$number" >"$WORK/rollback"
}
