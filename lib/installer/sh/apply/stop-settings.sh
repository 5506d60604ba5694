# Keeps the stop settings of a running process until it has stopped.
# Reads: STALE, WORK.
# Sets: FORGOT.
# After a daemon-reload the new definition governs the old process, too: a shorter TimeoutStopSec would cost it its jobs, a lower
# MemoryMax its life. Where such settings change, a unit keeps those that it was started with, by a drop-in in /run from before the
# swap until its process has stopped.

STOP_SETTINGS=zz-cdktf-sidekiq-stop.conf

# Settings of [Service] that matter only when a process is started or reloaded.
START_SETTINGS='^(Exec(Start|StartPre|StartPost|Reload|Condition)|(Pass|Unset)?Environment|EnvironmentFile|WorkingDirectory)$'

# Runs before the swap, because until then the old settings are on disk.
keep_settings_that_change() {
  with_action restart >"$WORK/replaced" && given_back >>"$WORK/replaced" && with_other_settings <"$WORK/replaced" >"$WORK/keeping" &&
    keep_stop_settings <"$WORK/keeping"
}

# keep_stop_settings: keeps the settings of the units on standard input, as they are on disk.
keep_stop_settings() {
  local unit='' directory=''
  while read -r unit _; do
    case $unit in *.service) ;; *) continue ;; esac
    directory=/run/systemd/system/$unit.d
    (umask 022 && mkdir -p -- "$directory" && stop_settings "$unit" >"$directory/$STOP_SETTINGS") || return 1
  done
}

# Prints the units of standard input whose new definition would govern the old process otherwise.
with_other_settings() {
  local unit=''
  while read -r unit; do
    unit_show "$unit"
    if [ "$STALE" = yes ] || settings_change "$unit"; then printf '%s\n' "$unit" || return 1; fi
  done
}

# settings_change UNIT: succeeds when this transaction changes what governs its old process.
settings_change() {
  local path='' text='' now_set='' then_set=''
  while IFS= read -r path; do
    defines "$path" "$1" || continue
    text=$(path=$path awk '{ row = $0; for (i = 1; i < @{plan.write.path}; i++) sub(/^[^ ]* /, "", row) } row == ENVIRON["path"] { print $@{plan.write.sha}; exit }' "$WORK/plan.write")
    now_set='' then_set=''
    [ ! -f "$path" ] || now_set=$(service_settings "$START_SETTINGS" 0 <"$path")
    [ -z "$text" ] || then_set=$(service_settings "$START_SETTINGS" 0 <"$WORK/text.$text")
    [ "$now_set" = "$then_set" ] || return 0
  done <"$WORK/changed"
  return 1
}

# stop_settings UNIT: prints what governs a running process and its end, by systemd.service(5), systemd.kill(5),
# systemd.resource-control(5) and systemd.exec(5). Commands are taken from the files, because systemd shows them without their
# quotes.
stop_settings() {
  local settings=''
  settings=$(systemctl show -p TimeoutStopUSec,TimeoutAbortUSec,TimeoutStopFailureMode,KillMode,KillSignal,RestartKillSignal,FinalKillSignal \
    -p SendSIGKILL,SendSIGHUP,WatchdogSignal,WatchdogUSec,RuntimeMaxUSec,MemoryMax,MemoryHigh,MemorySwapMax,TasksMax \
    -p RuntimeDirectory,RuntimeDirectoryPreserve,PIDFile -- "$1" 2>>"$WORK/out" | sed -n 's/USec=/Sec=/; s/%/%%/g; /=./p')
  case $settings in *TimeoutStopSec=*) ;; *) return 1 ;; esac
  printf '[Service]\nRuntimeDirectory=\nExecStop=\nExecStopPost=\n%s\n' "$settings"
  systemctl cat -- "$1" 2>/dev/null | service_settings '^ExecStop(Post)?$' 1
}

# service_settings NAMES WANTED: prints the settings of [Service] on standard input whose names match, or with WANTED 0 all others.
service_settings() {
  awk -v names="$1" -v wanted="$2" '
    goes_on { if (ours) print; goes_on = /\\$/ || /^[ \t]*[#;]/; next }
    /^[ \t]*([#;]|$)/ { next }
    /^[ \t]*\[/ { service = /^[ \t]*\[Service\]/; next }
    {
      name = $0
      sub(/[ \t]*=.*/, "", name)
      sub(/^[ \t]*/, "", name)
      ours = service && (name ~ names) == wanted
      goes_on = /\\$/
    }
    ours { print }
  '
}

keeps_stop_settings() {
  [ -e "/run/systemd/system/$1.d/$STOP_SETTINGS" ]
}

# Prints the units that keep theirs. Only one transaction at a time has any.
keeping_stop_settings() {
  local kept=''
  for kept in /run/systemd/system/*.d/zz-cdktf-sidekiq-stop.conf; do
    [ -e "$kept" ] || continue
    kept=${kept%.d/*}
    printf '%s\n' "${kept##*/}"
  done
}

# forget_stop_settings: removes those of the units on standard input. The caller reloads systemd if FORGOT is yes.
forget_stop_settings() {
  FORGOT=no
  local unit=''
  while read -r unit _; do
    keeps_stop_settings "$unit" || continue
    FORGOT=yes
    rm -f -- "/run/systemd/system/$unit.d/$STOP_SETTINGS"
    rmdir -- "/run/systemd/system/$unit.d" 2>/dev/null || :
  done
}
