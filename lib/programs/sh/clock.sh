# Reads a clock that can't be set: the time since boot. Embedded into the installer's program, too.

# Prints hundredths of a second since boot.
now() {
  local uptime=''
  read -r uptime _ </proc/uptime
  echo "$((${uptime%.*} * 100 + 1${uptime#*.} - 100))"
}

# Prints seconds since boot. /run is emptied at a boot, too, so a moment that is kept there is never one of an earlier boot.
uptime_seconds() {
  echo "$(($(now) / 100))"
}
