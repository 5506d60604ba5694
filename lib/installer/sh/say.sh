# A signal's trap may speak within a command whose output goes into a file.
exec 7>&1

# LISTENER: the named pipe of who attends, if anybody does.
LISTENER=''

# What the operator reads: one short line for each thing that happened, the cause of a failure last. A terminal that has
# gone away must not stop a transaction half-way, so that writing may fail.
say() {
  printf '%s\n' "$*" 2>/dev/null >&7 || :
  # Wakes who attends. The pipe has room for 65536 of these, and is held open here, too: this never blocks.
  [ ! -p "$LISTENER" ] || echo 1<>"$LISTENER"
}

# Lines of another program: indented, bounded, without what could steer a terminal.
say_lines() {
  tr -d '\000-\010\013-\037\177' | cut -c 1-300 | while IFS= read -r said; do say "    $said"; done
}

# Hundredths of a second on a clock that nobody sets.
now() {
  read -r uptime _ </proc/uptime
  echo "$((${uptime%.*} * 100 + 1${uptime#*.} - 100))"
}

# "7 s" since a moment of `now`.
since() {
  echo "$((($(now) - $1 + 50) / 100)) s"
}
