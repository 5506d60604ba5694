# The socket of the monit command serves the checks of all owners. The owner who brought it must not take it away while another
# has checks: the file stays, and is that one's from then on.

# Takes the file out of what is removed, and finds its heir.
plan_inheritance() {
  : >"$WORK/inherited"
  : >"$WORK/sockets"
  : >"$WORK/inherited.paths"
  HEIR=''
  [ -s "$WORK/plan.remove" ] || return 0
  for other in "$STATE"/owners/*/manifest; do
    if [ "$other" != "$MANIFEST" ] && [ -f "$other" ] && grep -q '^check ' "$other"; then HEIR=$other; fi
  done
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

# Part of the commit: the heir's manifest is replaced by one rename.
hand_over() {
  [ -s "$WORK/inherited" ] || return 0
  { sed '$d' "$HEIR" && sed 's/^/file /' "$WORK/inherited"; } >"$HEIR.new" && seal "$HEIR.new" && sync -- "$HEIR.new" && mv -fT -- "$HEIR.new" "$HEIR" ||
    return 1
  say "$(words <"$WORK/inherited.paths"): left to the stack \"$(sed -n 's/^stack //p' "$HEIR")\", whose checks need it"
}

# Monit does not remove a socket that it no longer listens on.
remove_sockets() {
  if [ ! -s "$WORK/sockets" ] || monit_status; then return 0; fi
  while IFS= read -r socket; do remove_socket "$socket"; done <"$WORK/sockets"
}
