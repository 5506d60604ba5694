# Plans which owner inherits the socket of the monit command.
# Reads: WORK.
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
  local directory='' has_checks=''
  while read -r @{others: directory checks=has_checks}; do [ "$has_checks" = no ] || NEW_OWNER=$directory/manifest; done <"$WORK/others"
  local mode='' user='' group='' kind='' sha='' path='' other='' socket=''
  while read -r @{old.files: mode user group kind sha path}; do
    if [ "$kind" != monit-httpd ] || ! grep -qxF -e "$path" "$WORK/plan.remove"; then continue; fi
    if [ -n "$NEW_OWNER" ]; then
      printf '%s %s %s %s %s %s\n' "$mode" "$user" "$group" "$kind" "$sha" "$path" >>"$WORK/inherited"
      continue
    fi
    while IFS= read -r other && IFS= read -r socket; do
      [ "$other" != "$path" ] || printf '%s\n' "$socket" >>"$WORK/sockets"
    done <"$WORK/have.sockets"
  done <"$WORK/old.files"
  [ -s "$WORK/inherited" ] || return 0
  cut -d ' ' -f @{inherited.path}- "$WORK/inherited" >"$WORK/inherited.paths"
  grep -vxF -f "$WORK/inherited.paths" "$WORK/plan.remove" >"$WORK/plan.rest"
  mv -f -- "$WORK/plan.rest" "$WORK/plan.remove"
}
