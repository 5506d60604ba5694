# Prints one JSON document on what is deployed here and what state it is in.
# Reads: ACTIVE, CONDITION, ENABLED, LOADED, OLD_CLAIM, OLD_GENERATION, OLD_MONIT, RESTARTS, RESULT, RUN, STALE, STATE, SUB,
# TRIED, TYPE, WORK.
# Sets: MANIFEST, OWNER.
# Only reads. docs/guides/on-the-host.md describes it; `version` rises when a field changes its meaning or is removed.

JSON='function json(text,  out, i, c) {
  for (i = 1; i <= length(text); i++) {
    c = substr(text, i, 1)
    if (c == "\"" || c == "\\") c = "\\" c
    else if (c < " ") c = sprintf("\\u%04x", index(low, c))
    out = out c
  }
  return "\"" out "\""
}
function list(words,  count, word, i, out) {
  count = split(words, word, " ")
  for (i = 1; i <= count; i++) out = out (i > 1 ? "," : "") json(word[i])
  return "[" out "]"
}
function rest(from,  text, i) { text = $0; for (i = 1; i < from; i++) text = substr(text, length($i) + 2); return text }
BEGIN { for (i = 1; i < 32; i++) low = low sprintf("%c", i) }'

probe() {
  mkdir -p -- "$WORK/probe"
  # A long line may have been cut within a character, which isn't valid JSON; and people read this in a terminal.
  probe_host | strip
}

probe_host() {
  local busy=false
  if [ -f "$RUN/lock" ] && ! flock -n "$RUN/lock" true; then busy=true; fi
  printf '{"version":1,"host":%s,"time":"%s","busy":%s,"owners":[' "$(json_of "$(uname -n)")" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$busy"
  monit_status 2>/dev/null || : >"$WORK/monit.now"
  local separator=''
  for MANIFEST in "$STATE"/owners/*/manifest; do
    [ -f "$MANIFEST" ] || continue
    OWNER=${MANIFEST%/manifest}
    OWNER=${OWNER##*/}
    printf %s "$separator"
    separator=,
    probe_owner "$busy"
  done
  printf ']}\n'
}

json_of() {
  printf '%s\n' "$1" | awk "$JSON"'{ print json($0) }'
}

# probe_owner BUSY: prints one of them.
probe_owner() {
  load_manifest
  # A file that disappeared meanwhile has no content, which is drift.
  look_at_files "$WORK/old.paths" || :
  local id=''
  cut -d ' ' -f @{have.stat.uid} "$WORK/have.stat" | sort -u | while read -r id; do echo "user $id $(name_of passwd "$id")"; done >"$WORK/have.names"
  cut -d ' ' -f @{have.stat.gid} "$WORK/have.stat" | sort -u | while read -r id; do echo "group $id $(name_of group "$id")"; done >>"$WORK/have.names"
  printf '{"owner":%s,"stack":%s,"claim":%s,"generation":%s,"generations":[%s],"monit":%s,"interrupted":%s,' \
    "$(json_of "$OWNER")" "$(json_of "$(sed -n 's/^stack //p' "$MANIFEST")")" "$(json_of "$OLD_CLAIM")" "$OLD_GENERATION" \
    "$(list_numbers | paste -s -d , -)" "$(json_of "${OLD_MONIT:-unknown}")" \
    "$([ -d "$STATE/owners/$OWNER/open" ] && [ "$1" = false ] && echo true || echo false)"
  printf '"files":[%s],' "$(probe_files)"
  printf '"services":[%s],' "$(probe_services)"
  printf '"checks":[%s],' "$(probe_checks)"
  printf '"transactions":[%s]}' "$(probe_transactions)"
}

probe_files() {
  awk -v work="$WORK/" "$JSON"'
    FILENAME == work "have.stat" { path = rest(@{have.stat.path}); mode[path] = $@{have.stat.mode}; ids[path] = $@{have.stat.uid} " " $@{have.stat.gid}; type[path] = substr($@{have.stat.raw}, 1, 1); next }
    FILENAME == work "have.names" { names[$@{have.names.kind}, $@{have.names.id}] = $@{have.names.name}; next }
    FILENAME == work "have.sums" { sum[substr($0, 67)] = $@{have.sums.sha}; next }
    FILENAME == work "old.originals" { adopted[rest(@{old.originals.path})] = 1; next }
    {
      path = rest(@{old.files.path})
      split(ids[path], is, " ")
      is[3] = names["user", is[1]]
      is[4] = names["group", is[2]]
      drift = ""
      if (!(path in type)) drift = "missing"
      else if (type[path] != "8") drift = "type"
      else {
        if (sum[path] != $@{old.files.sha}) drift = drift " content"
        if (mode[path] != $@{old.files.mode}) drift = drift " mode"
        if (($@{old.files.user} ~ /[^0-9]/ ? is[3] : is[1]) != $@{old.files.user}) drift = drift " user"
        if (($@{old.files.group} ~ /[^0-9]/ ? is[4] : is[2]) != $@{old.files.group}) drift = drift " group"
      }
      printf "%s{\"path\":%s,\"mode\":\"%s\",\"user\":%s,\"group\":%s,\"kind\":\"%s\",\"sha256\":\"%s\",\"adopted\":%s,\"drift\":%s}", \
        (count++ ? "," : ""), json(path), $@{old.files.mode}, json($@{old.files.user}), json($@{old.files.group}), $@{old.files.kind}, $@{old.files.sha}, (path in adopted ? "true" : "false"), list(drift)
    }
  ' "$WORK/have.stat" "$WORK/have.names" "$WORK/have.sums" "$WORK/old.originals" "$WORK/old.files"
}

probe_services() {
  local separator='' unit='' enabled='' state='' drift=''
  while read -r @{old.services: unit enabled state}; do
    unit_show "$unit"
    drift=''
    [ "$LOADED" = loaded ] || drift="$drift $LOADED"
    case $enabled/$ENABLED in enabled/disabled | disabled/enabled) drift="$drift $ENABLED" ;; esac
    case $state/$ACTIVE/$TYPE/$RESULT in
    */active/* | */reloading/* | */activating/* | stopped/inactive/* | waiting/* | running/inactive/oneshot/success) ;;
    *)
      # systemd has tried to start it, and its condition wasn't met.
      if [ "$ACTIVE/$CONDITION" = inactive/no ] && [ "$TRIED" -gt 0 ]; then drift="$drift waiting-for-code"; else drift="$drift $ACTIVE"; fi
      ;;
    esac
    [ "$STALE" != yes ] || drift="$drift daemon-reload"
    printf '%s\n' "$unit" "$enabled" "$state" "$LOADED" "$ACTIVE" "$SUB" "$RESULT" "${ENABLED:-none}" "${RESTARTS:-0}" \
      "$(systemctl show -P DropInPaths -- "$unit" 2>/dev/null)" "$drift" | awk -v separator="$separator" "$JSON"'
      { is[NR] = $0 }
      END {
        printf "%s{\"unit\":%s,\"enabled\":%s,\"state\":%s,", separator, json(is[1]), json(is[2]), json(is[3])
        printf "\"now\":{\"load\":%s,\"active\":%s,\"sub\":%s,\"result\":%s,\"enabled\":%s,\"restarts\":%d},\"dropIns\":%s,\"drift\":%s}", \
          json(is[4]), json(is[5]), json(is[6]), json(is[7]), json(is[8]), is[9], list(is[10]), list(is[11])
      }'
    separator=,
  done <"$WORK/old.services"
}

probe_checks() {
  awk -v work="$WORK/" "$JSON"'
    FILENAME == work "monit.now" {
      if (match($0, /^[A-Z][A-Za-z ]* \047.*\047$/)) { name = $0; sub(/^[^\047]*\047/, "", name); sub(/\047$/, "", name); name = tolower(name); known[name] = 1 }
      else if ($1 == "status") { sub(/^ *status */, ""); status[name] = $0 }
      else if ($1 == "monitoring" && $2 == "status") { sub(/^ *monitoring status */, ""); monitored[name] = $0 == "Monitored" || $0 == "Initializing" || $0 == "Waiting" }
      next
    }
    {
      name = tolower($0)
      printf "%s{\"name\":%s,\"known\":%s,\"monitored\":%s,\"status\":%s}", (count++ ? "," : ""), json($0), \
        (name in known ? "true" : "false"), (monitored[name] ? "true" : "false"), (name in status ? json(status[name]) : "null")
    }
  ' "$WORK/monit.now" "$WORK/old.checks"
}

# Prints the last transactions, oldest first.
probe_transactions() {
  local log='' name='' seen=''
  for log in "$STATE/owners/$OWNER"/log/*; do
    [ -f "$log" ] || continue
    name=${log##*/}
    seen=true
    case $name in *.unseen) seen=false ;; esac
    printf '%s\n' "${name%%-*}" "$seen" "$(tail -n 1 "$log")"
  done | awk "$JSON"'
    NR % 3 == 1 { time = substr($0, 1, 4) "-" substr($0, 5, 2) "-" substr($0, 7, 5) ":" substr($0, 12, 2) ":" substr($0, 14) }
    NR % 3 == 2 { seen = $0 }
    NR % 3 == 0 { printf "%s{\"time\":%s,\"seen\":%s,\"lastLine\":%s}", (count++ ? "," : ""), json(time), seen, json($0) }
  '
}
