# Uninstalls by deploying an empty bundle, if the caller still has the claim. A later deployment, from a renamed construct or
# another one with this address, has taken the host over. Sets: RUNNING, OWNER, CLAIM, STACK, MONIT.
uninstall() {
  RUNNING=uninstall
  OWNER=$1
  CLAIM=$2
  case $OWNER$CLAIM in *[!0-9A-Za-z-]*) exit 1 ;; esac
  trap 'fail "stopped by a signal"' INT TERM
  echo "owner $OWNER" >"$WORK/document"
  local empty=''
  for empty in want.files want.services want.restarts want.boots want.rolling want.checks want.paths adopt.paths adopt.checks adopt.controls passwd group; do : >"$WORK/$empty"; done
  : >"$WORK/made.dirs"
  take_lock
  recover_first
  load_manifest || fail "$UNFIT"
  [ -n "$OLD_CLAIM" ] || succeed 'nothing to uninstall: this host has no deployment of this stack'
  [ "$OLD_CLAIM" = "$CLAIM" ] || succeed 'nothing uninstalled: a later deployment of this stack has taken this host over'
  STACK=$(sed -n 's/^stack //p' "$MANIFEST")
  MONIT=no
  if command -v monit >/dev/null; then MONIT=yes; fi
  plan_files
  plan_desks
  plan_services
  refuse_if_problems
  transact
  forget_remembered
  succeed 'uninstalled'
}

# Commits an uninstallation: moves the owner's directory, with the journal in it, out of sight by one rename.
forget_owner() {
  mv -T -- "$STATE/owners/$OWNER" "$STATE/owners/.gone-$OWNER-$TOKEN" && sync -- "$STATE/owners"
}
