# Hands the socket of the monit command over to another owner, or removes it.
# Reads: NEW_OWNER, WORK.

# Part of the commit: replaces the new owner's manifest by one rename.
hand_over() {
  [ -s "$WORK/inherited" ] || return 0
  { sed '$d' "$NEW_OWNER" && sed 's/^/file /' "$WORK/inherited"; } >"$NEW_OWNER.new" && seal "$NEW_OWNER.new" && sync -- "$NEW_OWNER.new" && mv -fT -- "$NEW_OWNER.new" "$NEW_OWNER" ||
    return 1
  report "$(words <"$WORK/inherited.paths"): left to the stack \"$(sed -n 's/^stack //p' "$NEW_OWNER")\", whose checks need it"
}

# Monit doesn't remove a socket that it no longer listens on.
remove_sockets() {
  if [ ! -s "$WORK/sockets" ] || monit_status; then return 0; fi
  local socket=''
  while IFS= read -r socket; do remove_socket "$socket"; done <"$WORK/sockets"
}
