# Instances of one template restart one after another, each when the one before is ready: some always work, and the first one
# shows whether a release can boot.
#     want.rolling   units that are to do so   ·   plan.turns   UNIT TURN: those whose turn comes after the swap, from 2 on
# After the daemon-reload systemd stops a process by the new definition: with a shorter TimeoutStopSec a job would be lost. So a
# unit that waits for its turn keeps the stop settings that it was started with, by a drop-in in /run from before the swap until
# it has stopped.
STOP_SETTINGS=zz-cdktf-sidekiq-stop.conf

plan_turns() {
  awk -v work="$WORK/" '
    function template(unit) { return unit ~ /@.*\./ ? substr(unit, 1, index(unit, "@")) : "" }
    FILENAME == work "want.rolling" { rolling[$0] = 1; next }
    $1 == "restart" && $2 in rolling && template($2) != "" && ++turn[template($2)] > 1 { print $2, turn[template($2)] }
  ' "$WORK/want.rolling" "$WORK/plan.services" >"$WORK/plan.turns"
  TURNS=1
  while read -r _ turn; do [ "$turn" -le "$TURNS" ] || TURNS=$turn; done <"$WORK/plan.turns"
}

# in_turn TURN ACTION…: prints the units of this turn whose planned action is one of these, one per line.
in_turn() {
  turn_asked=$1
  shift
  with_action "$@" | while read -r unit; do
    column plan.turns "$unit" 2
    [ "${COLUMN:-1}" -ne "$turn_asked" ] || printf '%s\n' "$unit" || return
  done
}

# Runs before the swap, because until then the old settings are on disk.
keep_stop_settings() {
  while read -r unit _; do
    directory=/run/systemd/system/$unit.d
    (umask 022 && mkdir -p -- "$directory" && stop_settings "$unit" >"$directory/$STOP_SETTINGS") || return 1
  done <"$WORK/plan.turns"
}

# stop_settings UNIT: prints the settings of systemd.service(5) and systemd.kill(5) for the end of a process. Commands are taken
# from the files, because systemd shows them without their quotes.
stop_settings() {
  settings=$(systemctl show -p TimeoutStopUSec,TimeoutAbortUSec,TimeoutStopFailureMode,KillMode,KillSignal,RestartKillSignal,FinalKillSignal \
    -p SendSIGKILL,SendSIGHUP,WatchdogSignal -- "$1" 2>>"$WORK/out" | sed -n 's/USec=/Sec=/; /=./p')
  case $settings in *TimeoutStopSec=*) ;; *) return 1 ;; esac
  printf '[Service]\n%s\nExecStop=\nExecStopPost=\n' "$settings"
  systemctl cat -- "$1" 2>/dev/null | awk '
    goes_on { if (ours) print; goes_on = /\\$/ || /^[ \t]*[#;]/; next }
    /^[ \t]*[#;]/ { next }
    /^[ \t]*\[/ { service = /^[ \t]*\[Service\]/; next }
    { ours = service && /^[ \t]*ExecStop(Post)?[ \t]*=/; goes_on = /\\$/ }
    ours { print }
  '
}

# forget_stop_settings: removes those of the units on standard input. The caller reloads systemd.
forget_stop_settings() {
  while read -r unit _; do
    rm -f -- "/run/systemd/system/$unit.d/$STOP_SETTINGS"
    rmdir -- "/run/systemd/system/$unit.d" 2>/dev/null || :
  done
}

take_turns() {
  : >"$WORK/turned"
  turn=2
  while [ "$turn" -le "$TURNS" ]; do
    take_turn
    turn=$((turn + 1))
  done
  [ ! -s "$WORK/turned" ] || settle "$WORK/turned"
}

take_turn() {
  in_turn "$turn" restart >"$WORK/turn.all" || fail '/run is full'
  still_wanted <"$WORK/turn.all" >"$WORK/turn" || fail '/run is full'
  with_drain <"$WORK/turn" >"$WORK/drains" || fail '/run is full'
  drain_together
  [ ! -s "$WORK/turn" ] || stop_together "$WORK/turn"
  forget_stop_settings <"$WORK/turn.all"
  ask_systemd 300 daemon-reload || fail "systemctl daemon-reload failed: $(printf '%s\n' "$ANSWER" | tail -n 1)"
  [ ! -s "$WORK/turn" ] || start_together "$WORK/turn"
  cat "$WORK/turn" >>"$WORK/turned" || fail '/run is full'
}

# Prints the units of standard input, except those that an operator stopped while they waited.
still_wanted() {
  while read -r unit; do
    unit_show "$unit"
    case $ACTIVE in
    inactive | failed)
      if told_to_stop; then
        leave_halted
        continue
      fi
      ;;
    esac
    printf '%s\n' "$unit" || return 1
  done
}
