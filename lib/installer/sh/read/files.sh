# Looks at the files of this owner on the host, and at the directories that they are in.
# Reads: LINK, OWNER, REACHED, RUN, STATE, WORK.

# Looks at all that this owner has here or wants.
read_state() {
  read_files
  read_directories
  read_originals
  read_sockets
  read_services
}

# Writes have.stat, have.sums and unreached (look_at_files), and `unsteady` if a file changed meanwhile.
read_files() {
  : >"$WORK/unsteady"
  look_at_files "$WORK/want.paths" "$WORK/old.paths" || echo changed >"$WORK/unsteady"
}

# Writes open.dirs, the directories that others than root can change, and linked.dirs: DIRECTORY, LINK and TARGET, one a line, where
# another user's symbolic link is on the way.
read_directories() {
  : >"$WORK/open.dirs"
  : >"$WORK/linked.dirs"
  cut -d ' ' -f @{old.originals.path}- "$WORK/old.originals" | cat - "$WORK/want.paths" "$WORK/old.paths" "$WORK/foreign.control.files" |
    sed 's|/[^/]*$||' | sort -u >"$WORK/named.dirs" || fail '/run is full'
  local directory='' target=''
  while IFS= read -r directory; do
    if ! reach "$directory"; then
      # Another user's text, which may have line breaks.
      target=$(target_of_link)
      printf '%s\n' "$directory" "$LINK" "$(printf '%s' "$target" | tr '\n' ' ')" >>"$WORK/linked.dirs" || fail '/run is full'
    elif ! only_root_changes "$REACHED"; then
      printf '%s\n' "$directory" >>"$WORK/open.dirs" || fail '/run is full'
    fi
  done <"$WORK/named.dirs"
}

# Writes have.originals, the originals that this owner keeps, and original.ID.checks.
read_originals() {
  : >"$WORK/have.originals"
  local id='' path='' original=''
  while read -r @{old.originals: id path}; do
    original=$STATE/owners/$OWNER/originals/$id
    if [ ! -e "$original" ] && [ ! -L "$original" ]; then continue; fi
    [ ! -f "$original.checks" ] || cp -- "$original.checks" "$WORK/original.$id.checks" || fail "cannot keep copies in $RUN"
    printf '%s %s %s\n' "$(stat -c '%04a %u %g' -- "$original")" "$id" "$path" >>"$WORK/have.originals"
  done <"$WORK/old.originals"
}

# Writes have.sockets: PATH and SOCKET, one a line, of our control files with `set httpd`.
read_sockets() {
  : >"$WORK/have.sockets"
  local kind='' path='' socket=''
  while read -r @{old.files: kind path}; do
    if [ "$kind" != monit-httpd ] || ! is_own_file "$path"; then continue; fi
    sed -n 's/^set httpd unixsocket "\([^"]*\)" .*/\1/p' "$path" 2>/dev/null |
      while IFS= read -r socket; do printf '%s\n' "$path" "$socket"; done >>"$WORK/have.sockets"
  done <"$WORK/old.files"
}

# Warns about environment files that others can redirect. systemd reads them as root and follows links: anyone who can change the
# way there chooses what the service gets, perhaps another application's secrets.
warn_open_environment() {
  set --
  local kind='' sha=''
  while read -r @{want.files: kind sha}; do
    [ "$kind" != unit ] || set -- "$@" "$WORK/text.$sha"
  done <"$WORK/want.files"
  [ $# -gt 0 ] || return 0
  sed -n 's/^EnvironmentFile=-\{0,1\}\//\//p' "$@" >"$WORK/environments"
  local path=''
  while IFS= read -r path; do
    is_own_file "$path" ||
      report "warning: $path, an environment file, is below a directory that other users can change, so they control what the service gets; move it to /etc"
  done <"$WORK/environments"
}
