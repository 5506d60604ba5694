# Asks systemd about units.
# Reads: ACTIVE, JOB, REMAINS, SUB, UNIT_PROPERTIES.
# Sets: TYPE.

# unit_show UNIT: reads its properties into the capitals of read_properties.
unit_show() {
  local properties=''
  # Not through a file, because a disk may be full. A systemd that re-executes itself, as it does when libc is upgraded, answers a
  # little later.
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    ! properties=$(systemctl show -p "$UNIT_PROPERTIES" -- "$1" 2>/dev/null) || break
    sleep 0.3
  done
  read_properties <<PROPERTIES
$properties
PROPERTIES
  # With RemainAfterExit=, a oneshot that is inactive hasn't just done its work: someone stopped it.
  [ "$TYPE/$REMAINS" != oneshot/yes ] || TYPE=remaining
}

# Prints the state on disk, not in the manager's memory, which a daemon-reload brings up to date.
enabled_on_disk() {
  systemctl is-enabled -- "$1" 2>/dev/null || :
}

shuts_down() {
  [ "$(systemctl is-system-running 2>/dev/null)" = stopping ]
}

# show_at_rest UNIT STOP START: like `unit_show`, but first lets a start, stop or restart that is in progress finish. Otherwise it
# would be taken for a stop by an operator, or started again. systemd enforces the limits; a unit that takes even longer isn't
# waited for.
show_at_rest() {
  local stop="$2" start="$3" rests_until=''
  unit_show "$1"
  under_way || return 0
  report "$1: waiting for the job in progress ($ACTIVE)"
  rests_until=$(($(now) + (stop + start + 30) * 100))
  while under_way && [ "$(now)" -lt "$rests_until" ]; do
    sleep 0.2
    unit_show "$1"
  done
}

# Succeeds while a start, stop or reload is in progress. The pause between a crash and systemd's restart isn't one.
under_way() {
  case $ACTIVE/$SUB in
  activating/auto-restart*) return 1 ;;
  activating/* | deactivating/* | reloading/*) return 0 ;;
  esac
  case $JOB in '' | 0) return 1 ;; esac
}

# is_settled UNIT: succeeds when it has ended or runs. A unit in between may be restarted from outside, for example by a code
# deployment, and our stop would cancel that restart.
is_settled() {
  unit_show "$1"
  case $ACTIVE in activating | deactivating) false ;; esac
}

is_up() {
  case $ACTIVE in inactive | failed) false ;; esac
}
