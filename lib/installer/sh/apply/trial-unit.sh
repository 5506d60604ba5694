# Prints the unit of a boot check: the new unit file and everything that extends it, without what affects more than the process.
# Reads: REACHED, RUN, TEMPLATE, TOKEN, WORK.
#     trial.reason   why a trial isn't possible   ·   trial.words   PATH COPY: a copy to read in place of a path
#     trial.binds    COPY PATH: a copy to mount over a path

# trial_text UNIT KIND LINE: prints it. LINE is the one that it runs.
trial_text() {
  : >"$WORK/trial.reason"
  trial_sources "$1" "$3" || return 1
  look_for_reasons "$1"
  stand_ins "$1" || return 1
  kept_lines unit "$1" "$2" <"$WORK/trial.raw"
  printf '\n[Unit]\nDescription=Shows whether %s boots\nStartLimitIntervalSec=0\n' "$1"
  printf 'BindsTo=%s\nAfter=%s\n' "cdktf-sidekiq-transaction-$TOKEN.service" "cdktf-sidekiq-transaction-$TOKEN.service"
  echo '[Service]'
  [ "$2" = ready ] || printf 'Type=oneshot\nRemainAfterExit=yes\n'
  kept_lines line "$1" "$2" <"$WORK/trial.line"
  printf 'Restart=no\nRuntimeDirectoryPreserve=yes\n'
  local copy='' path=''
  while read -r copy path; do echo "BindReadOnlyPaths=$copy:$path"; done <"$WORK/trial.binds"
}

# trial_sources UNIT LINE: writes trial.line, and trial.raw: the unit file, then what extends it, by name as systemd reads it: our
# files as they will be, others as they are.
trial_sources() {
  template_of "$1"
  systemctl show -P DropInPaths -- "$1" 2>>"$WORK/out" | tr ' ' '\n' >"$WORK/trial.dropins"
  local kind_of='' sha='' path=''
  {
    while read -r @{want.files: kind=kind_of sha path}; do
      case $kind_of/${path%/*}/ in
      unit//etc/systemd/system/) [ "${path##*/}" != "$1" ] && [ "${path##*/}" != "$TEMPLATE" ] || echo "0 - $WORK/text.$sha" ;;
      "unit//etc/systemd/system/$1.d/" | "unit//etc/systemd/system/$TEMPLATE.d/") echo "1 ${path##*/} $WORK/text.$sha" ;;
      esac
    done <"$WORK/want.files"
    while read -r path; do
      case $path in '' | */zz-cdktf-sidekiq-*) continue ;; esac
      is_wanted "$path" || grep -qxF -e "$path" "$WORK/plan.remove" || echo "1 ${path##*/} $path"
    done <"$WORK/trial.dropins"
  } | sort -u >"$WORK/trial.sources"
  local source=''
  while read -r @{trial.sources: source}; do cat -- "$source" && echo || return 1; done <"$WORK/trial.sources" >"$WORK/trial.raw"
  printf '%s\n' "$2" >"$WORK/trial.line"
}

# look_for_reasons UNIT: writes trial.reason if there is one.
look_for_reasons() {
  case $(sed -n 's/^Type=//p' "$WORK/trial.raw" | tail -n 1) in
  forking | dbus) echo 'its Type= is made for one process' >"$WORK/trial.reason" ;;
  esac
  case $(sed -n 's/^DynamicUser=//p' "$WORK/trial.raw" | tail -n 1) in
  yes | true | on | 1) echo 'its DynamicUser= would be another user' >"$WORK/trial.reason" ;;
  esac
  # systemd gives a service's directory to the user that the service runs as.
  if grep -qE '^(Runtime|State|Cache|Logs|Configuration)Directory=' "$WORK/trial.raw" &&
    [ "$(sed -n 's/^User=//p' "$WORK/trial.raw" | tail -n 1)" != "$(systemctl show -P User -- "$1")" ]; then
    echo 'its directories would change hands' >"$WORK/trial.reason"
  fi
}

# stand_ins UNIT: finds copies for the files that change. systemd reads an environment file before any mount, and can't mount over
# a path that doesn't exist. Nothing is mounted into a directory that others can change.
stand_ins() {
  : >"$WORK/trial.words"
  : >"$WORK/trial.binds"
  [ -d "$RUN-check.$TOKEN" ] || mkdir -m 0711 -- "$RUN-check.$TOKEN" 2>>"$WORK/out" || return 1
  local number=0 mode='' user='' group='' sha='' path=''
  while read -r @{plan.write: mode user group sha path}; do
    stand_in "$1" "$number" "$mode" "$user" "$group" "$sha" "$path" || return 1
    number=$((number + 1))
  done <"$WORK/plan.write"
}

# stand_in UNIT NUMBER MODE USER GROUP SHA256 PATH: finds a copy for one of them.
stand_in() {
  local path="$7" named=no
  ! grep -qF -e "$path" "$WORK/trial.raw" "$WORK/trial.line" || named=yes
  [ "$named" = yes ] || grep -qxF -e "$1 $path" "$WORK/want.restarts" || return 0
  case $path in
  *[!A-Za-z0-9/._@+-]*) echo "$path has a name that needs quoting in a unit file" >"$WORK/trial.reason" && return ;;
  esac
  if ! grep -qxF -e "EnvironmentFile=$path" -e "EnvironmentFile=-$path" "$WORK/trial.raw"; then
    if is_own "${path%/*}" && [ -f "$path" ] && [ ! -L "$path" ]; then
      echo "$REACHED/.cdktf-sidekiq-$TOKEN/$2 $path" >>"$WORK/trial.binds"
      return
    fi
    case $named/$3 in
    yes/*[1357]*) echo "$path is a new program" >"$WORK/trial.reason" && return ;;
    no/*) echo "$path is new, so a copy cannot be mounted over it" >"$WORK/trial.reason" && return ;;
    esac
  fi
  install_file "$6" "$3" "$4" "$5" "$RUN-check.$TOKEN/$2" 2>>"$WORK/out" && echo "$path $RUN-check.$TOKEN/$2" >>"$WORK/trial.words"
}

# kept_lines unit|line UNIT KIND: reads unit files, or the one line that the trial runs, and prints what the trial keeps. Leaves out
# [Install] and what affects more than the process; replaces paths by their copies, and specifiers by the unit's own name.
kept_lines() {
  UNIT=$2 awk -v what="$1" -v kind="$3" -v words="$WORK/trial.words" '
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
