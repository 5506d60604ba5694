# Runs the transaction step by step, and dispatches the commands of this program.
# Reads: CLAIM, MONIT_NEEDED, OLD_CLAIM, RUN, STATE, UNFIT, WORK.
# Sets: LISTENER, OWNER, PHASE, RUNNING, SWAPPED.
# The steps have the numbers and names of docs/reliability.md. `deploy WORK`, with a document in WORK, and `uninstall OWNER CLAIM`
# attend `deploying` and `uninstalling`, which do the work in a unit of their own. `preview` and `recover` are further processes of
# the transaction. The commands for operators are in ask/operator.sh.

# Takes the host from its current bundle to the one in the upload.
deploy() {
  begin deploy unknown
  # 1. Read the upload. One that was changed in transit must have no effect, not even the recovery of an earlier transaction.
  read_document
  # 2. Lock the host, and undo what an interrupted transaction has left.
  take_lock
  recover_first
  # 3. Read the host.
  load_manifest || fail "$UNFIT"
  report_unseen
  read_host
  scale_contents
  find_control_files
  warn_open_patterns
  read_foreign_control_files
  read_state
  # 4. Plan, and refuse before anything is touched.
  plan_host
  plan_control_files
  plan_files
  plan_staging_dirs
  plan_services
  refuse_if_problems
  warn_open_environment
  local result=deployed
  if changes_nothing && monit_agrees; then
    keep_unchanged
    result='nothing to do'
  else
    transact
    forget_remembered
  fi
  warn_quiet
  report_unmonitored
  settle_record
  succeed "$(as_rollback "$result")"
}

# Takes the host to what is planned. Until step 8 a failure removes what was staged; then, until the commit, it rolls back.
transact() {
  # 5. Save the old files, and arm the recovery: from here on, a boot undoes this transaction.
  announce
  copy_originals || fail "cannot keep copies in $RUN: $(last_error)"
  save_old || fail "cannot keep copies in $RUN: $(last_error)"
  missing_dirs >"$WORK/plan.dirs"
  open_journal 2>>"$WORK/out" || fail_to_write
  keep_originals || fail "cannot keep the adopted files: $(last_error)"
  # 6. Stage each new file beside its target.
  stage || fail "cannot write beside a target: $(last_error)"
  # 7. Validate the files at their final paths, and check that the new definitions boot.
  decide_on_monit
  validate
  check_boots
  # 8. Mark the host as touched, and stop what is no longer wanted. Everything else runs on until its new files are in place.
  mark_touched 2>>"$WORK/out" || fail_to_write
  PHASE=touched
  SWAPPED=no
  stop_unwanted
  disable_unwanted || fail "systemctl disable failed: $(last_error)"
  has_room || fail '/run is full'
  # 9. Swap the files in, and reload systemd.
  keep_settings_that_change || fail "cannot keep a service's stop settings: $(last_error)"
  look_again || fail "cannot keep a file edited meanwhile: $(last_error)"
  swap || fail "cannot install a file: $(last_error)"
  report_changes
  has_room || fail '/run is full'
  enable_services || fail "systemctl enable failed: $(last_error)"
  reload_systemd
  # 10. Start and restart the services, and wait until they are stable.
  start_services
  end_trials
  give_units_back
  # 11. Commit, by one rename.
  describe_host
  commit
  PHASE=committed
  : >"$WORK/committed"
  forget_unwanted
  # 12. Have Monit load the new files, and disarm the recovery.
  [ "$MONIT_NEEDED" = no ] || finish_monit
  # While the recovery unit is still armed: it would finish this after a power cut.
  [ "$RUNNING" != uninstall ] || rm -rf -- "$STATE"/owners/.gone-*
  close_journal
}

# Uninstalls by deploying an empty bundle, if the caller still has the claim. A later deployment, from a renamed construct or
# another one with this address, has taken the host over.
uninstall() {
  case $1$2 in *[!0-9A-Za-z-]*) exit 1 ;; esac
  begin uninstall "$1"
  want_nothing "$2"
  take_lock
  recover_first
  load_manifest || fail "$UNFIT"
  [ -n "$OLD_CLAIM" ] || succeed 'nothing to uninstall: this host has no deployment of this stack'
  [ "$OLD_CLAIM" = "$CLAIM" ] || succeed 'nothing uninstalled: a later deployment of this stack has taken this host over'
  find_monit
  read_state
  plan_files
  plan_staging_dirs
  plan_services
  refuse_if_problems
  transact
  forget_remembered
  succeed 'uninstalled'
}

# begin deploy|uninstall OWNER: begins a transaction.
begin() {
  RUNNING=$1
  OWNER=$2
  trap 'fail "stopped by a signal"' INT TERM
}

main() {
  umask 077
  # A lost connection stops nothing. PIPE is caught, not ignored, so that child processes keep their default action.
  trap '' HUP
  trap : PIPE
  local command="${1:-}"
  [ $# -eq 0 ] || shift
  case $command in
  deploy | preview) use_work "$1" ;;
  deploying) use_work "$1" && LISTENER=$WORK/status ;;
  uninstalling) use_work "$3" && LISTENER=$WORK/status ;;
  uninstall | rollback | list | show | diff | probe)
    use_work "$(mktemp -d /run/cdktf-sidekiq-transaction.XXXXXXXXXX)" || exit 1
    cp -- "$0" "$WORK/program" || exit 1
    ;;
  esac
  case $command in
  deploy)
    if settled; then
      rm -rf -- "$WORK"
      report 'nothing to do'
      exit 0
    fi
    attend deploying "$WORK"
    ;;
  deploying) deploy ;;
  preview) preview ;;
  uninstall) attend uninstalling "$1" "$2" "$WORK" ;;
  uninstalling) uninstall "$1" "$2" ;;
  rollback)
    prepare_rollback "$@"
    attend deploying "$WORK"
    ;;
  list | show | diff | probe) ask "$command" "$@" ;;
  recover) recover_own "$1" ;;
  recover-at-boot) recover_at_boot ;;
  recover-again) recover_again ;;
  hold) hold ;;
  *) usage ;;
  esac
}

main "$@"
