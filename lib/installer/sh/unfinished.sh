# A transaction that was cut off by a SIGKILL or a power cut leaves a note of what it had in hand, so that the next one of the
# same owner knows these files for its own, starts these services, and clears away what was staged. It goes forward from what
# it finds; going back is not its business.
#     path P  ·  dir D  ·  unit U  ·  told

note_unfinished() {
  (umask 077 && mkdir -p -- "$STATE/owners/$OWNER") || return 1
  {
    sort -u "$WORK/changed" "$WORK/cut.paths" | sed 's/^/path /'
    sort -u "$WORK/plan.dirs" "$WORK/cut.dirs" | sed 's/^/dir /'
    { with_action start restart && cat "$WORK/cut.units"; } | sort -u | sed 's/^/unit /'
  } >"$STATE/owners/$OWNER/unfinished" && sync -- "$STATE/owners/$OWNER/unfinished" "$STATE/owners/$OWNER"
}

load_unfinished() {
  for kind in path dir unit; do : >"$WORK/cut.${kind}s"; done
  CUT=no
  [ -f "$STATE/owners/$OWNER/unfinished" ] || return 0
  CUT=yes
  grep -qx told "$STATE/owners/$OWNER/unfinished" || say 'the last deployment of this stack was cut off here; this one takes over from it'
  for kind in path dir unit; do sed -n "s/^$kind //p" "$STATE/owners/$OWNER/unfinished" >"$WORK/cut.${kind}s"; done
  sort -u -o "$WORK/old.paths" -- "$WORK/old.paths" "$WORK/cut.paths"
  sort -u -o "$WORK/old.dirs" -- "$WORK/old.dirs" "$WORK/cut.dirs"
  while IFS= read -r path; do rm -f -- "${path%/*}"/.cdktf-sidekiq-*; done <"$WORK/cut.paths"
}

# Everything of this transaction is done, or undone.
finished() {
  rm -f -- "$STATE/owners/$OWNER/unfinished"
}

# What was cut off before this transaction still is, but an operator has been told.
undone() {
  case ${CUT:-} in
  no) finished ;;
  yes) echo told >>"$STATE/owners/$OWNER/unfinished" ;;
  esac
}

was_cut() {
  grep -qxF -e "$1" "$WORK/cut.units"
}
