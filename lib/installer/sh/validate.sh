# What systemd and Monit say to the files as they will be. Any word about a unit of ours is a failure: systemd ignores what
# it does not understand and runs on, and its exit code says nothing (systemd.unit(5); versions differ too much to ask more).

validate() {
  while read -r _ _ _ kind _ path; do
    case $kind/$path in unit/*.d/*.conf) continue ;; unit/*) ;; *) continue ;; esac
    if grep -qxF -e "$path" "$WORK/changed"; then printf '%s\n' "$path"; fi
  done <"$WORK/want.files" >"$WORK/verify.units"
  # A control file of somebody else's that Monit cannot read stops its reload just as well.
  if [ "$monit_needed" = yes ] && [ -n "$(monitrc)" ]; then : >"$WORK/verify.monit"; fi
  [ -s "$WORK/verify.units" ] || [ -e "$WORK/verify.monit" ] || return 0
  cat "$WORK/want.files" "$WORK/old.files" >"$WORK/all.files"
  if ! unshare -m -- sh "$0" preview "$WORK" >>"$WORK/out" 2>&1 || [ ! -e "$WORK/previewed" ]; then
    say_lines <"$WORK/out"
    fail 'the new files could not be previewed'
  fi
  judge_units
  [ ! -e "$WORK/verify.monit" ] || judge_monit
  refuse_if_problems
}

judge_units() {
  [ -s "$WORK/verify.out" ] || return 0
  while IFS= read -r unit_path; do
    name=$(printf '%s\n' "${unit_path##*/}" | sed 's/[[\.*^$]/\\&/g')
    grep -E "(^|[^A-Za-z0-9_.@:-])$name([^A-Za-z0-9_.@:-]|:|\$)" "$WORK/verify.out" | sort -u | while IFS= read -r line; do
      excused "$line" "${unit_path##*/}" || problem "$line"
    done
  done <"$WORK/verify.units"
}

# A missing executable may be one of these files, or the code that the service waits for.
excused() {
  executable=$(printf '%s\n' "$1" | sed -n 's/^.*Command \(.*\) is not executable: No such file or directory$/\1/p')
  [ -n "$executable" ] || return 1
  ! grep -qxF -e "$executable" "$WORK/want.paths" || return 0
  column want.services "$2" 8
  [ -n "$REST" ] && [ ! -e "$REST" ]
}

judge_monit() {
  if [ "$(cat "$WORK/monit.status")" != 0 ]; then
    grep -v 'syntax OK' "$WORK/monit.err" | sed -n 1,3p | while IFS= read -r line; do problem "Monit: $line"; done
    [ -s "$WORK/problems" ] || problem "monit -t ended with status $(cat "$WORK/monit.status")"
    return
  fi
  cycle=$(sed -n 's/^ *Poll time *= *\([0-9]*\) .*/\1/p' "$WORK/monit.dump")
  [ -n "$cycle" ] || return 0
  if [ "$MONIT_INTERVAL" != - ] && [ "$cycle" -lt "$MONIT_INTERVAL" ]; then
    problem "Monit's cycle is $cycle s here, and supervision was computed for $MONIT_INTERVAL s: say so in the stack, or raise set daemon"
  fi
  while read -r interval stack; do
    [ "$cycle" -ge "$interval" ] ||
      problem "Monit's cycle would be $cycle s, and the stack \"$stack\" computed its supervision here for $interval s: change it there first"
  done <"$WORK/others.intervals"
}
