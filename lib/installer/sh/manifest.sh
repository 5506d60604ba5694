# The manifest: the host's record of what an owner has here. Plain text, so that an operator can read it.
#     file MODE USER GROUP KIND SHA256 PATH   ·   dir PATH
#     service UNIT enabled|disabled running|stopped|waiting STOPSECONDS DRAINSECONDS (- for what is no Sidekiq)
#     check NAME   ·   monit proven|unproven   ·   claim ID   ·   stack NAME   ·   transaction TOKEN

load_manifest() {
  MANIFEST=$STATE/owners/$OWNER/manifest
  manifest=$MANIFEST
  [ -f "$manifest" ] || manifest=/dev/null
  for kind in file dir service check; do
    sed -n "s/^$kind //p" "$manifest" >"$WORK/old.${kind}s"
  done
  OLD_CLAIM=$(sed -n 's/^claim //p' "$manifest")
  OLD_MONIT=$(sed -n 's/^monit //p' "$manifest")
  cut -d ' ' -f 6- "$WORK/old.files" >"$WORK/old.paths"
  cut -d ' ' -f 5- "$WORK/old.files" >"$WORK/old.texts"
  : >"$WORK/others.paths"
  : >"$WORK/others.dirs"
  for other in "$STATE"/owners/*/manifest; do
    if [ "$other" = "$MANIFEST" ] || [ ! -f "$other" ]; then continue; fi
    sed -n 's/^file \([^ ]* \)\{5\}//p' "$other" >>"$WORK/others.paths"
    sed -n 's/^dir //p' "$other" >>"$WORK/others.dirs"
  done
}

# The name of the stack that another owner's path belongs to.
stack_of_path() {
  for other in "$STATE"/owners/*/manifest; do
    [ "$other" != "$MANIFEST" ] || continue
    if sed -n 's/^file \([^ ]* \)\{5\}//p' "$other" | grep -qxF -e "$1"; then
      sed -n 's/^stack //p' "$other"
      return
    fi
  done
}

# write_manifest proven|unproven: the transaction's commit is this rename.
write_manifest() {
  directory=$STATE/owners/$OWNER
  (umask 077 && mkdir -p -- "$directory") || return 1
  {
    echo 'cdktf-sidekiq-manifest 1'
    echo "claim $CLAIM"
    printf 'stack %s\n' "$STACK"
    echo "monit $1"
    echo "transaction $TOKEN"
    sed 's/^/file /' "$WORK/want.files"
    sed 's/^/dir /' "$WORK/new.dirs"
    sed 's/^/service /' "$WORK/new.services"
    sed 's/^/check /' "$WORK/want.checks"
  } >"$directory/manifest.new" || return 1
  cmp -s "$0" "$directory/installer" || { cp -- "$0" "$directory/installer.new" && mv -fT -- "$directory/installer.new" "$directory/installer"; } || return 1
  sync -- "$directory/manifest.new" "$directory/installer" && mv -fT -- "$directory/manifest.new" "$MANIFEST" && sync -- "$directory"
}
