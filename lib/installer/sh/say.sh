# A signal's trap may speak within a command whose output goes into a file.
exec 7>&1

# LISTENER: the named pipe of who attends, if anybody does.
LISTENER=''

# What others can write, as a link's target, a name or a line of the journal, without what steers a terminal or hides text: control
# characters (C0 and C1), DEL, marks of direction, what is no UTF-8. Lines stay lines.
strip() {
  tr -d '\000-\010\013-\037\177' | iconv -c -f UTF-8 -t UTF-8 2>/dev/null |
    sed 's/\xc2[\x80-\x9f]//g; s/\xe2\x80[\x8b-\x8f\xa8-\xae]//g; s/\xe2\x81[\xa0-\xaf]//g; s/\xd8\x9c//g; s/\xef\xbb\xbf//g'
}

# printable TEXT: as one line, in PRINTABLE, and no longer than a message is. Costs a process only where there is something else than
# printable ASCII.
printable() {
  PRINTABLE=$1
  case $1 in *[!\ -~]*) PRINTABLE=$(printf '%s' "$1" | tr '\n\t' '  ' | head -c 4000 | strip) ;; esac
  [ ${#PRINTABLE} -le 4000 ] || PRINTABLE=$(printf '%.4000s...' "$PRINTABLE")
}

# What the operator reads: one short line for each thing that happened, the cause of a failure last. A terminal that has
# gone away must not stop a transaction half-way, so that writing may fail.
say() {
  printable "$*"
  printf '%s\n' "$PRINTABLE" 2>/dev/null >&7 || :
  # Wakes who attends. The pipe has room for 65536 of these, and is held open here, too: this never blocks.
  [ ! -p "$LISTENER" ] || echo 1<>"$LISTENER"
}

# Lines of another program: indented, bounded in number and length.
say_lines() {
  head -c 65536 | cut -c 1-300 | sed 40q | while IFS= read -r said; do say "    $said"; done
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
