# The program: `deploy WORK` with a document in WORK, or `uninstall OWNER CLAIM`. `preview WORK` is its own second process.
main() {
  umask 077
  # A connection that is lost stops nothing. PIPE is caught, not ignored: the children keep their own ways with it.
  trap '' HUP
  trap : PIPE
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  export PATH LC_ALL=C TERM=dumb PAGER='' SYSTEMD_PAGER='' SYSTEMD_COLORS=0
  command=$1
  shift
  case $command in
  deploy | preview)
    WORK=$1
    TOKEN=${WORK##*.}
    : >>"$WORK/made.dirs"
    "$command"
    ;;
  uninstall) uninstall "$@" ;;
  esac
}

main "$@"
