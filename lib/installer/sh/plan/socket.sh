# Plans which owner inherits the socket of the monit command.
# Reads: MANIFEST, STATE, WORK.
# Sets: NEW_OWNER.
# It serves the checks of all owners. The owner that brought it must not remove it while another one has checks: the file stays,
# and belongs to that one from then on.

# Takes the file off the list of removals, and chooses the owner that inherits it.
plan_inheritance() {
  : >"$WORK/inherited"
  : >"$WORK/sockets"
  : >"$WORK/inherited.paths"
  NEW_OWNER=''
  [ -s "$WORK/plan.remove" ] || return 0
  local other=''
  for other in "$STATE"/owners/*/manifest; do
    if [ "$other" != "$MANIFEST" ] && [ -f "$other" ] && grep -q '^check ' "$other"; then NEW_OWNER=$other; fi
  done
  local mode='' user='' group='' kind='' sha='' path=''
  while read -r mode user group kind sha path; do
    if [ "$kind" != monit-httpd ] || ! grep -qxF -e "$path" "$WORK/plan.remove"; then continue; fi
    if [ -n "$NEW_OWNER" ]; then
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
