# Prints messages for the operator, as text that can't control a terminal.
# Reads: WORK.
# Sets: PRINTABLE.

# For messages: a signal's trap may run within a command whose output goes to a file.
exec 7>&1

# LISTENER: the named pipe to the connection's side, if there is one.
LISTENER=''

# Removes what controls a terminal or hides text from content that others can write, such as a link's target, a name or a line of
# the journal: control characters (C0 and C1), DEL, direction marks, invalid UTF-8. Keeps line breaks.
strip() {
  tr -d '\000-\010\013-\037\177' | iconv -c -f UTF-8 -t UTF-8 2>/dev/null |
    sed 's/\xc2[\x80-\x9f]//g; s/\xe2\x80[\x8b-\x8f\xa8-\xae]//g; s/\xe2\x81[\xa0-\xaf]//g; s/\xd8\x9c//g; s/\xef\xbb\xbf//g'
}

# printable TEXT: sets PRINTABLE to it as one line, no longer than a message may be. Starts a process only for anything but
# printable ASCII.
printable() {
  PRINTABLE=$1
  case $1 in *[!\ -~]*) PRINTABLE=$(printf '%s' "$1" | tr '\n\t' '  ' | head -c 4000 | strip) ;; esac
  [ ${#PRINTABLE} -le 4000 ] || PRINTABLE=$(printf '%.4000s...' "$PRINTABLE")
}

# Prints a line for the operator: a short one for each event, the cause of a failure last. Writing may fail, because a closed
# terminal must not stop a transaction halfway.
report() {
  printable "$*"
  printf '%s\n' "$PRINTABLE" 2>/dev/null >&7 || :
  # Wakes the connection's side. The pipe has room for 65536 of these and is held open here too, so this never blocks.
  [ ! -p "$LISTENER" ] || echo 1<>"$LISTENER"
}

# Prints lines of another program: indented, limited in number and length.
report_lines() {
  local line=''
  head -c 65536 | cut -c 1-300 | sed 40q | while IFS= read -r line; do report "    $line"; done
}

# Joins lines with commas.
words() {
  paste -s -d ' ' - | sed 's/ /, /g'
}

# Prints the last error of a command.
last_error() {
  tail -n 1 "$WORK/out"
}

# since MOMENT: prints the time since a moment of `now`, as "7 s".
since() {
  echo "$((($(now) - $1 + 50) / 100)) s"
}
