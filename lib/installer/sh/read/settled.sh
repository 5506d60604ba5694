# Finds out with a few processes that there is nothing to deploy.
# Reads: OWNER, RUN, STATE, WORK.
# Sets: MANIFEST.
# Since the last deployment nothing has changed in the upload, the manifest, the files, Monit's control files, or what systemd and
# Monit have loaded. The record of their state:
#     $STATE/owners/OWNER/settled/   looked · want.paths · want.checks · all.patterns · units

# Only for the upload in $WORK, and only while no deployment is running. The transaction finds out everything else.
settled() {
  read_words
  local record="$STATE/owners/$OWNER/settled"
  MANIFEST=$STATE/owners/$OWNER/manifest
  if [ -z "$OWNER" ] || [ ! -d "$record" ] || [ ! -d "$RUN" ]; then return 1; fi
  local unsettled=''
  for unsettled in "$STATE"/owners/*/open "$STATE/owners/$OWNER"/log/*.unseen; do [ ! -e "$unsettled" ] || return 1; done
  { command exec 9>>"$RUN/lock"; } 2>/dev/null || return 1
  flock -n 9 && look "$record" && cmp -s "$WORK/looked" "$record/looked" && checks_live "$record"
  local same="$?"
  exec 9>&-
  return "$same"
}

# look RECORD: writes `looked`: what a few processes can see of everything that a record names.
look() {
  local named="$1"
  cd "$WORK" && sha256sum program document "$MANIFEST" >"$WORK/looked" && cd / || return 1
  : >"$WORK/level"
  local pattern=''
  while IFS= read -r pattern; do expand_pattern "$pattern"; done <"$named/all.patterns"
  set --
  local path=''
  while IFS= read -r path; do set -- "$@" "$path"; done <"$WORK/level"
  stat -L -c '%s %Y %n' -- "$@" >>"$WORK/looked" 2>/dev/null
  look_at_files "$named/want.paths" && cat "$WORK/have.stat" "$WORK/have.sums" >>"$WORK/looked" || return 1
  set --
  local unit=''
  while read -r unit; do set -- "$@" "$unit"; done <"$named/units"
  : >"$WORK/shown"
  [ $# -eq 0 ] ||
    systemctl show -p Id,LoadState,ActiveState,Result,UnitFileState,NeedDaemonReload,FragmentPath,DropInPaths,MainPID -- "$@" >"$WORK/shown"
  local line=''
  while IFS= read -r line; do
    case $line in
    # A new main process isn't a change. One that takes no jobs is reported each time.
    MainPID=*) ! is_quiet "${line#*=}" || return 1 ;;
    *) printf '%s\n' "$line" >>"$WORK/looked" ;;
    esac
  done <"$WORK/shown"
}

# checks_live RECORD: succeeds when Monit monitors all checks of the record.
checks_live() {
  [ -s "$1/want.checks" ] || return 0
  # A check that isn't monitored is reported each time.
  monit_status && ! grep -qvixF -f "$WORK/monit.names" "$1/want.checks" && ! grep -q 'Not monitored$' "$WORK/monit.now"
}
