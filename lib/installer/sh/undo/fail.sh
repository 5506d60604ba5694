# Ends a run that failed, and undoes what it has done so far.
# Reads: FILES_BACK, HINDERED, JOURNAL, PHASE, RUNNING, WORK.
# Sets: AT_FAILURE.

# `fail`, in all phases, ends in this function.
AT_FAILURE=undo_and_end

# undo_and_end REASON: undoes what PHASE requires, and ends the run with the reason in its last line.
undo_and_end() {
  trap '' INT TERM
  release
  local last=''
  case $PHASE in
  untouched)
    end_trials
    unstage
    [ -z "${JOURNAL:-}" ] || to_disk 2>>"$WORK/out" || :
    close_journal
    last="refused, nothing changed: $1"
    ;;
  touched)
    if roll_back; then
      last="failed, rolled back: $1"
    elif [ "$FILES_BACK" = yes ]; then
      last="failed, and not everything could be rolled back: $1"
    else
      last="failed, and not all files could be put back ($HINDERED; the next deployment or boot tries again): $1"
    fi
    ;;
  committed)
    # The manifest records what is left for Monit.
    close_journal
    if [ "$RUNNING" = uninstall ]; then last="uninstalled, but $1"; else last="deployed, but $1; the services run with the new files"; fi
    ;;
  esac
  end "$last"
}
