# Before a process that works is stopped, its new definition is shown to boot: a second process of it, in a unit of its own in /run, until it is
# ready. It has the new unit's user, environment, sandbox and limits, reads copies of the new files, and has nothing to do with the live
# pidfile, sockets and directories. It goes with the transaction's unit, whatever becomes of that.
#     want.boots    UNIT ready|ends EXECSTART: what asks for it. A Sidekiq takes no jobs there, and is tried until it is ready; any
#                   other command until it ends with success.
#     trial.words   PATH COPY: what the trial reads in the place of a path   ·   trial.binds   COPY PATH: what is mounted over one
TRIAL=cdktf-sidekiq-check-

check_boots() {
  in_turn 1 restart >"$WORK/trials" || fail '/run is full'
  tried=' '
  while read -r unit; do
    # Of the instances of a template, one.
    template_of "$unit"
    case $tried in *" $TEMPLATE "*) continue ;; esac
    lookup want.boots "$unit" || continue
    tried="$tried$TEMPLATE "
    kind=${REST%% *}
    line=${REST#* }
    check_boot
  done <"$WORK/trials"
}

check_boot() {
  trial=$TRIAL$unit
  trial_text >"$WORK/trial.unit" || fail '/run is full'
  unit_show "$unit"
  reason=$(why_not)
  if [ -n "$reason" ]; then
    say "$unit: not tried before its process is stopped: $reason"
    return
  fi
  (umask 022 && cat -- "$WORK/trial.unit" >"/run/systemd/system/$trial") 2>>"$WORK/out" || fail '/run is full'
  ask_systemd 300 daemon-reload || fail "systemctl daemon-reload failed: $(printf '%s\n' "$ANSWER" | tail -n 1)"
  begun=$(now)
  start_second=$(date +%s)
  column want.services "$unit" 6
  started=0
  ask_systemd "$((COLUMN + 60))" start "$trial" || started=1
  [ "$started" -ne 0 ] || await_boot || started=1
  [ "$started" -eq 0 ] || fail_trial
  # It ends while the old one does: an idle Sidekiq takes 2 s for it.
  systemctl --no-ask-password --no-block stop -- "$trial" >>"$WORK/out" 2>&1 || :
  say "$unit: its new definition boots, shown in $(since "$begun") by a second process"
}

# A Sidekiq before 6.0.6 does not say that it is ready: once it is, its title tells of its threads, and then it has to stay up. A condition that is
# not met fails no start.
await_boot() {
  column want.services "$unit" 6
  waits_until=$(($(now) + COLUMN * 100))
  column want.services "$unit" 4
  stability=$COLUMN
  up_since=''
  while :; do
    unit_show "$trial"
    case $kind/$ACTIVE in
    ends/active) return 0 ;;
    ready/active)
      case $TYPE in notify*) return 0 ;; esac
      case $(process_title "$PID") in 'sidekiq '*' busy]'*) [ -n "$up_since" ] || up_since=$(now) ;; esac
      [ -z "$up_since" ] || [ "$(($(now) - up_since))" -lt "$((stability * 100))" ] || return 0
      ;;
    ready/activating) ;;
    *) return 1 ;;
    esac
    [ "$(now)" -lt "$waits_until" ] || return 1
    sleep 0.2
  done
}

# In the words of a service that fails, as the service's own name says it.
fail_trial() {
  timeout 5 journalctl --sync >/dev/null 2>&1 || :
  unit_show "$trial"
  shown=$unit
  unit=$trial
  cause=$(known_cause)
  # By the unit's name, which nothing else has: journald may be too late to learn in which invocation somebody said something.
  [ -n "$cause" ] || cause=$(last_words _TRANSPORT=stdout --unit="$trial" --since="@$start_second")
  column want.services "$shown" 6
  [ "$RESULT" != timeout ] || cause="it was not ready within $COLUMN s"
  [ "$CONDITION" != no ] || cause='one of its conditions is not met'
  say "$shown: a second process with the new definition did not boot (${RESULT:-unknown}); its journal ends:"
  journalctl -q --no-pager -o cat -n 12 -u "$trial" --since="@$start_second" 2>/dev/null | say_lines
  fail "$shown would not boot (${RESULT:-unknown})${cause:+: $cause}"
}

# Waits for the end of what was tried, in this transaction or in one that was killed, and forgets it.
end_trials() {
  rm -rf -- "$RUN"-check.*
  set -- "/run/systemd/system/$TRIAL"*
  [ -e "$1" ] || return 0
  for left in "$@"; do
    timeout 900 systemctl --no-ask-password stop -- "${left##*/}" >>"$WORK/out" 2>&1 || :
    rm -f -- "$left"
    systemctl reset-failed -- "${left##*/}" >>"$WORK/out" 2>&1 || :
  done
  ask_systemd 300 daemon-reload || :
}

# Why there can be no trial, in words; of the unit that `unit_show` has just described.
why_not() {
  if [ -s "$WORK/trial.reason" ]; then
    cat "$WORK/trial.reason"
  elif [ "$kind" = ready ] && ! has_memory; then
    echo "$free MB of memory are free, and it uses $used MB"
  fi
}

has_memory() {
  used=$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\) kB$/\1/p' "/proc/$PID/status" 2>/dev/null)
  free=$(sed -n 's/^MemAvailable:[^0-9]*\([0-9]*\) kB$/\1/p' /proc/meminfo)
  used=$((${used:-0} / 1024))
  free=$((${free:-0} / 1024))
  [ "$free" -gt "$((used + used / 4 + 64))" ]
}

# The unit that is tried: the new unit file and all that extends it, without what reaches beyond the process. trial.reason: why there can be none.
trial_text() {
  : >"$WORK/trial.reason"
  trial_sources || return 1
  look_for_reasons
  stand_ins || return 1
  kept_lines unit <"$WORK/trial.raw"
  printf '\n[Unit]\nDescription=Shows whether %s boots\nStartLimitIntervalSec=0\n' "$unit"
  printf 'BindsTo=%s\nAfter=%s\n' "cdktf-sidekiq-transaction-$TOKEN.service" "cdktf-sidekiq-transaction-$TOKEN.service"
  echo '[Service]'
  [ "$kind" = ready ] || printf 'Type=oneshot\nRemainAfterExit=yes\n'
  kept_lines line <"$WORK/trial.line"
  printf 'Restart=no\nRuntimeDirectoryPreserve=yes\n'
  while read -r copy path; do echo "BindReadOnlyPaths=$copy:$path"; done <"$WORK/trial.binds"
}

# trial.raw: the unit file, then what extends it, by name as systemd reads it: ours as they will be, others as they are.
trial_sources() {
  template_of "$unit"
  systemctl show -P DropInPaths -- "$unit" 2>>"$WORK/out" | tr ' ' '\n' >"$WORK/trial.dropins"
  {
    while read -r _ _ _ kind_of sha path; do
      case $kind_of/${path%/*}/ in
      unit//etc/systemd/system/) [ "${path##*/}" != "$unit" ] && [ "${path##*/}" != "$TEMPLATE" ] || echo "0 - $WORK/text.$sha" ;;
      "unit//etc/systemd/system/$unit.d/" | "unit//etc/systemd/system/$TEMPLATE.d/") echo "1 ${path##*/} $WORK/text.$sha" ;;
      esac
    done <"$WORK/want.files"
    while read -r path; do
      case $path in '' | */zz-cdktf-sidekiq-*) continue ;; esac
      is_wanted "$path" || grep -qxF -e "$path" "$WORK/plan.remove" || echo "1 ${path##*/} $path"
    done <"$WORK/trial.dropins"
  } | sort -u >"$WORK/trial.sources"
  while read -r _ _ source; do cat -- "$source" && echo || return 1; done <"$WORK/trial.sources" >"$WORK/trial.raw"
  printf '%s\n' "$line" >"$WORK/trial.line"
}

look_for_reasons() {
  case $(sed -n 's/^Type=//p' "$WORK/trial.raw" | tail -n 1) in
  forking | dbus) echo 'its Type= is made for one process' >"$WORK/trial.reason" ;;
  esac
  case $(sed -n 's/^DynamicUser=//p' "$WORK/trial.raw" | tail -n 1) in
  yes | true | on | 1) echo 'its DynamicUser= would be another user' >"$WORK/trial.reason" ;;
  esac
  # systemd gives a directory of the service to whoever runs it.
  if grep -qE '^(Runtime|State|Cache|Logs|Configuration)Directory=' "$WORK/trial.raw" &&
    [ "$(sed -n 's/^User=//p' "$WORK/trial.raw" | tail -n 1)" != "$(systemctl show -P User -- "$unit")" ]; then
    echo 'its directories would change hands' >"$WORK/trial.reason"
  fi
}

# What the trial has instead of the files that change: systemd reads an environment file before there is any mount, and can't mount over what is
# not there. Nothing is mounted into a directory that others can change.
stand_ins() {
  : >"$WORK/trial.words"
  : >"$WORK/trial.binds"
  [ -d "$RUN-check.$TOKEN" ] || mkdir -m 0711 -- "$RUN-check.$TOKEN" 2>>"$WORK/out" || return 1
  number=0
  while read -r mode user group sha path; do
    stand_in || return 1
    number=$((number + 1))
  done <"$WORK/plan.write"
}

stand_in() {
  named=no
  ! grep -qF -e "$path" "$WORK/trial.raw" "$WORK/trial.line" || named=yes
  [ "$named" = yes ] || grep -qxF -e "$unit $path" "$WORK/want.restarts" || return 0
  case $path in
  *[!A-Za-z0-9/._@+-]*) echo "$path has a name that a unit file has to quote" >"$WORK/trial.reason" && return ;;
  esac
  if ! grep -qxF -e "EnvironmentFile=$path" -e "EnvironmentFile=-$path" "$WORK/trial.raw"; then
    if is_own "${path%/*}" && [ -f "$path" ] && [ ! -L "$path" ]; then
      echo "$REACHED/.cdktf-sidekiq-$TOKEN/$number $path" >>"$WORK/trial.binds"
      return
    fi
    case $named/$mode in
    yes/*[1357]*) echo "$path is a new program" >"$WORK/trial.reason" && return ;;
    no/*) echo "$path is new, and nothing can stand in for it" >"$WORK/trial.reason" && return ;;
    esac
  fi
  lay "$sha" "$mode" "$user" "$group" "$RUN-check.$TOKEN/$number" 2>>"$WORK/out" && echo "$path $RUN-check.$TOKEN/$number" >>"$WORK/trial.words"
}

# kept_lines unit|line: reads text of unit files, or the one line that is run there. Leaves out [Install] and what reaches beyond the process; puts
# stand-ins for paths, and the unit's own name for specifiers.
kept_lines() {
  UNIT=$unit awk -v what="$1" -v kind="$kind" -v words="$WORK/trial.words" '
    function stand_in(text, path, copy,   done, at, before, after) {
      while ((at = index(text, path)) > 0) {
        before = at > 1 ? substr(text, at - 1, 1) : substr(done, length(done))
        after = substr(text, at + length(path), 1)
        done = done substr(text, 1, at - 1) (before ~ /^[-= "'"'"':@+!]?$/ && after ~ /^[ "'"'"';]?$/ ? copy : path)
        text = substr(text, at + length(path))
      }
      return done text
    }
    function keep(text,   key) {
      if (text ~ /^[ \t]*\[/) { ours = text !~ /\[Install\]/; if (ours) print text; return }
      if (!ours || text ~ /^[ \t]*$/) return
      key = text
      sub(/[ \t]*=.*/, "", key); sub(/^[ \t]*/, "", key)
      if (key in dropped) return
      if (key ~ /^(EnvironmentFile|Environment|ExecStart|ExecStartPre|ExecCondition)$/) for (path in copies) text = stand_in(text, path, copies[path])
      if (name !~ /\\/) {
        gsub(/%%/, "\001", text); gsub(/%n/, name, text); gsub(/%N/, base, text); gsub(/%p/, prefix, text); gsub(/\001/, "%%", text)
      }
      print text
    }
    BEGIN {
      ours = 1
      name = ENVIRON["UNIT"]; base = name; sub(/\.[^.]*$/, "", base); prefix = base; sub(/@.*/, "", prefix)
      while ((getline row < words) > 0) { split(row, pair, " "); copies[pair[1]] = pair[2] }
      count = split("ExecStartPost ExecReload ExecStop ExecStopPost Restart RestartSec PIDFile BusName Sockets RuntimeDirectoryPreserve Slice " \
        "StandardInput StandardOutput StandardError LogNamespace OnFailure OnSuccess PartOf BindsTo Requires Requisite Conflicts Upholds " \
        "PropagatesReloadTo ReloadPropagatedFrom PropagatesStopTo StopPropagatedFrom Before RefuseManualStart StopWhenUnneeded Description", keys, " ")
      for (i = 1; i <= count; i++) dropped[keys[i]] = 1
      if (what == "unit") dropped["ExecStart"] = 1
      if (kind == "ends") dropped["Type"] = dropped["WatchdogSec"] = dropped["RemainAfterExit"] = 1
    }
    /^[ \t]*[#;]/ { next }
    { joined = joined $0 }
    /\\$/ { joined = substr(joined, 1, length(joined) - 1) " "; next }
    { keep(joined); joined = "" }
  '
}
