# The program. `deploy WORK`, with a document in WORK, and `uninstall OWNER CLAIM` attend `deploying` and `uninstalling`, which do
# the work in a unit of their own. `preview` and `recover` are further processes of the transaction. The commands for operators
# are in operator.sh. Sets: LISTENER, WORK, TOKEN.
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
      say 'nothing to do'
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

# Runs a command that only reads, and leaves nothing behind.
ask() {
  trap 'rm -rf -- "$WORK"' EXIT
  local question="$1"
  shift
  case $question in
  list) list_generations ;;
  show) show_generation "$@" ;;
  diff) diff_generations "$@" ;;
  probe) probe ;;
  esac
}

# Reserves room in $WORK for the end: if /run fills up meanwhile, a rollback and the last messages still fit. Written by the
# shell's own printf, which needs no process. Reserves as many files, too, because inodes can run out as well.
reserve() {
  # systemd refuses to reload if less than this is free.
  [ "$(($(stat -f -c '%a * %S' /run) >> 20))" -ge 18 ] && { printf '%1048576s' '' >"$WORK/reserve"; } 2>/dev/null || return 1
  local spare=64
  while [ "$spare" -gt 0 ]; do
    { : >"$WORK/reserve.$spare"; } 2>/dev/null || return 1
    spare=$((spare - 1))
  done
}

release() {
  rm -f -- "$WORK"/reserve*
}

# Fails when the disk is full: tables that were cut short must not be acted on.
has_room() {
  { printf '%65536s' '' >"$WORK/room"; } 2>/dev/null && : >"$WORK/room"
}

use_work() {
  WORK=$1
  TOKEN=${WORK##*.}
  [ -d "$WORK" ] && : >>"$WORK/made.dirs" && : >>"$WORK/halted"
}

main "$@"
