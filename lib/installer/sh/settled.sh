# A host on which a deployment has left nothing to do is told by a few looks: nothing has changed since, not the upload, not the
# manifest, not the files, not Monit's control files, not what systemd and Monit have loaded. The record of what they have shown:
#     $STATE/owners/OWNER/settled/   looked · want.paths · want.checks · all.patterns · units

# Only for the upload in $WORK, and only while nobody deploys; anything else is for the transaction to find out.
settled() {
  read_words
  record=$STATE/owners/$OWNER/settled
  MANIFEST=$STATE/owners/$OWNER/manifest
  if [ -z "$OWNER" ] || [ ! -d "$record" ] || [ ! -d "$RUN" ]; then return 1; fi
  for unsettled in "$STATE"/owners/*/open "$STATE/owners/$OWNER"/log/*.unseen; do [ ! -e "$unsettled" ] || return 1; done
  { command exec 9>>"$RUN/lock"; } 2>/dev/null || return 1
  flock -n 9 && look "$record" && cmp -s "$WORK/looked" "$record/looked" && checks_live
  same=$?
  exec 9>&-
  return "$same"
}

# look RECORD: what there is to see by few processes, of what a record names.
look() {
  named=$1
  cd "$WORK" && sha256sum program document "$MANIFEST" >"$WORK/looked" && cd / || return 1
  : >"$WORK/level"
  while IFS= read -r pattern; do expand_pattern "$pattern"; done <"$named/all.patterns"
  set --
  while IFS= read -r path; do set -- "$@" "$path"; done <"$WORK/level"
  stat -L -c '%s %Y %n' -- "$@" >>"$WORK/looked" 2>/dev/null
  look_at_files "$named/want.paths" && cat "$WORK/have.stat" "$WORK/have.sums" >>"$WORK/looked" || return 1
  set --
  while read -r unit; do set -- "$@" "$unit"; done <"$named/units"
  : >"$WORK/shown"
  [ $# -eq 0 ] ||
    systemctl show -p Id,LoadState,ActiveState,Result,UnitFileState,NeedDaemonReload,FragmentPath,DropInPaths,MainPID -- "$@" >"$WORK/shown"
  while IFS= read -r line; do
    case $line in
    # Another process is nothing new; one that takes no jobs is told each time.
    MainPID=*) ! is_quiet "${line#*=}" || return 1 ;;
    *) printf '%s\n' "$line" >>"$WORK/looked" ;;
    esac
  done <"$WORK/shown"
}

checks_live() {
  [ -s "$record/want.checks" ] || return 0
  # One that is not monitored is told each time.
  monit_status && ! grep -qvixF -f "$WORK/monit.names" "$record/want.checks" && ! grep -q 'Not monitored$' "$WORK/monit.now"
}

# Nothing is recorded where something has to be told each time.
settle_record() {
  record=$STATE/owners/$OWNER/settled
  [ ! -e "$record.new" ] || rm -rf -- "$record.new"
  while read -r _ _ state _; do [ "$state" = running ] || return 0; done <"$WORK/new.services"
  mkdir -- "$record.new" && cp -- "$WORK/want.paths" "$WORK/want.checks" "$WORK/all.patterns" "$record.new/" || return 0
  # The main one is there without being included.
  monitrc >>"$record.new/all.patterns"
  while read -r unit _; do printf '%s\n' "$unit"; done <"$WORK/new.services" >"$record.new/units"
  if look "$record.new" && mv -- "$WORK/looked" "$record.new/looked"; then
    { [ ! -e "$record" ] || rm -rf -- "$record"; } && mv -T -- "$record.new" "$record"
  else
    rm -rf -- "$record.new"
  fi
}
