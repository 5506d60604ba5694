# Replaces `cpu > 65% per core` in our control files, for the number of cores of this host.
# Reads: WORK.
# Monit knows only a share of all cores.

# share PERCENT CORES: prints it with one decimal, rounded half up, at least 0.1 (Monit takes 0 for "always").
share() {
  local whole="${1%.*}" fraction=''
  case $1 in *.*) fraction=${1#*.}000000 ;; *) fraction=000000 ;; esac
  fraction=$(printf '%.6s' "$fraction")
  local tenths=''
  # The leading 1 keeps the shell from reading the digits as octal.
  tenths=$(((whole * 10000000 + (1$fraction - 1000000) * 10 + $2 * 500000) / ($2 * 1000000)))
  [ "$tenths" -gt 0 ] || tenths=1
  echo "$((tenths / 10)).$((tenths % 10))"
}

# scale FILE CORES: prints the control file with the shares filled in.
scale() {
  local per_core='^  if \(cpu\|totalcpu\) \(>=\|<=\|!=\|>\|<\|=\) \([0-9]\{1,\}\(\.[0-9]\{1,6\}\)\{0,1\}\)% per core \(for\|then\) .*$'
  local percent='' literal=''
  sed -n "s/$per_core/\\3/p" "$1" | sort -u | while read -r percent; do
    literal=$(printf '%s\n' "$percent" | sed 's/\./\\./')
    printf '%s\n' "/$per_core/s/ $literal% per core / $(share "$percent" "$2")% /"
  done >"$WORK/scale.sed"
  sed -f "$WORK/scale.sed" "$1"
}

# Fills in the shares, and records the resulting texts by their own hashes.
scale_contents() {
  grep -lF '% per core ' "$WORK"/text.* >"$WORK/scalable" 2>/dev/null || return 0
  local cores=''
  cores=$(getconf _NPROCESSORS_CONF)
  : >"$WORK/scaled.files"
  local mode='' user='' group='' kind='' sha='' path=''
  while read -r @{want.files: mode user group kind sha path}; do
    if [ "$kind" = monit ] && grep -qxF -e "$WORK/text.$sha" "$WORK/scalable"; then
      scale "$WORK/text.$sha" "$cores" >"$WORK/scaled" || fail "cannot scale $path to $cores cores"
      sha=$(sha256sum <"$WORK/scaled" | cut -c 1-64)
      mv -f -- "$WORK/scaled" "$WORK/text.$sha"
    fi
    printf '%s %s %s %s %s %s\n' "$mode" "$user" "$group" "$kind" "$sha" "$path" >>"$WORK/scaled.files"
  done <"$WORK/want.files"
  mv -f -- "$WORK/scaled.files" "$WORK/want.files"
}
