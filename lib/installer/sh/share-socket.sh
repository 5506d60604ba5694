# The socket of the monit command serves the checks of all owners. The owner that brought it must not remove it while another one
# has checks: the file stays, and belongs to that one from then on. Sets: HEIR.

# Takes the file off the list of removals, and chooses the owner that inherits it.
plan_inheritance() {
  : >"$WORK/inherited"
  : >"$WORK/sockets"
  : >"$WORK/inherited.paths"
  HEIR=''
  [ -s "$WORK/plan.remove" ] || return 0
  local other=''
  for other in "$STATE"/owners/*/manifest; do
    if [ "$other" != "$MANIFEST" ] && [ -f "$other" ] && grep -q '^check ' "$other"; then HEIR=$other; fi
  done
  local mode='' user='' group='' kind='' sha='' path=''
  while read -r mode user group kind sha path; do
    if [ "$kind" != monit-httpd ] || ! grep -qxF -e "$path" "$WORK/plan.remove"; then continue; fi
    if [ -n "$HEIR" ]; then
      printf '%s %s %s %s %s %s\n' "$mode" "$user" "$group" "$kind" "$sha" "$path" >>"$WORK/inherited"
    elif is_own_file "$path"; then
      sed -n 's/^set httpd unixsocket "\([^"]*\)" .*/\1/p' "$path" >>"$WORK/sockets"
    fi
  done <"$WORK/old.files"
  [ -s "$WORK/inherited" ] || return 0
  cut -d ' ' -f 6- "$WORK/inherited" >"$WORK/inherited.paths"
  grep -vxF -f "$WORK/inherited.paths" "$WORK/plan.remove" >"$WORK/plan.rest"
  mv -f -- "$WORK/plan.rest" "$WORK/plan.remove"
}

# Part of the commit: replaces the new owner's manifest by one rename.
hand_over() {
  [ -s "$WORK/inherited" ] || return 0
  { sed '$d' "$HEIR" && sed 's/^/file /' "$WORK/inherited"; } >"$HEIR.new" && seal "$HEIR.new" && sync -- "$HEIR.new" && mv -fT -- "$HEIR.new" "$HEIR" ||
    return 1
  say "$(words <"$WORK/inherited.paths"): left to the stack \"$(sed -n 's/^stack //p' "$HEIR")\", whose checks need it"
}

# Monit doesn't remove a socket that it no longer listens on.
remove_sockets() {
  if [ ! -s "$WORK/sockets" ] || monit_status; then return 0; fi
  local socket=''
  while IFS= read -r socket; do remove_socket "$socket"; done <"$WORK/sockets"
}
