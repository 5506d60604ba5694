# Finds Monit's control files on this host: the main one and those that it includes.
# Reads: NEWLINE, WORK.

monitrc() {
  local rc=''
  for rc in /etc/monit/monitrc /etc/monitrc; do
    [ ! -f "$rc" ] || { echo "$rc" && return; }
  done
}

# Prints the patterns that control files include, one per line.
include_patterns() {
  awk 'tolower($1) == "include" {
    sub(/^[ \t]*[^ \t]+[ \t]*/, "")
    sub(/[ \t]*$/, "")
    sub(/^["\047]/, "")
    sub(/["\047]$/, "")
    print
  }' "$@"
}

# Writes control.files: every control file that Monit would read, with includes of includes, to a depth that ends loops.
# Writes foreign.control.files: those in neither the old nor the new bundle of this owner. Another owner's files are foreign too.
find_control_files() {
  : >"$WORK/control.files"
  : >"$WORK/foreign.control.files"
  : >"$WORK/all.patterns"
  : >"$WORK/open.patterns"
  monitrc >"$WORK/level"
  [ -s "$WORK/level" ] || return 0
  local seen="$NEWLINE" file='' pattern=''
  for _ in 1 2 3 4 5; do
    set --
    while IFS= read -r file; do
      case $seen in *"$NEWLINE$file$NEWLINE"*) continue ;; esac
      seen=$seen$file$NEWLINE
      set -- "$@" "$file"
    done <"$WORK/level"
    [ $# -gt 0 ] || break
    printf '%s\n' "$@" >>"$WORK/control.files"
    include_patterns "$@" >"$WORK/patterns" 2>/dev/null
    : >"$WORK/level"
    while IFS= read -r pattern; do
      printf '%s\n' "$pattern" >>"$WORK/all.patterns"
      expand_pattern "$pattern"
    done <"$WORK/patterns"
  done
  awk -v work="$WORK/" '
    FILENAME == work "others.paths" { others[$0] = 1; next }
    FILENAME == work "old.paths" { own[$0] = 1; next }
    FILENAME == work "want.paths" { if (!($0 in others)) own[$0] = 1; next }
    !($0 in own)
  ' "$WORK/others.paths" "$WORK/old.paths" "$WORK/want.paths" "$WORK/control.files" >"$WORK/foreign.control.files"
}

# Expands a pattern as Monit does, which leaves out names that end in `~`. Directories that others can change are neither read nor
# listed. Monit does read them, and reports errors in them in the preview.
expand_pattern() {
  local fixed=''
  fixed=${1%%[*?[]*}
  case ${1#"$fixed"} in */*) open_to_others "$1" && return ;; esac
  is_own "${fixed%/*}" || { open_to_others "$1" && return; }
  local old_ifs="$IFS" file=''
  IFS=''
  for file in $1; do
    # The list is complete by now, and the functions below split lines.
    IFS=$old_ifs
    case $file in *~) continue ;; esac
    if [ -L "$file" ] && ! is_own_file "$file"; then
      open_to_others "$file"
    elif [ -f "$file" ]; then
      printf '%s\n' "$file" >>"$WORK/level"
    fi
  done
  IFS=$old_ifs
}

open_to_others() {
  printf '%s\n' "$1" >>"$WORK/open.patterns"
}

warn_open_patterns() {
  [ -s "$WORK/open.patterns" ] || return 0
  local pattern=''
  sort -u "$WORK/open.patterns" | sed 20q | while IFS= read -r pattern; do
    report "warning: Monit reads $pattern as root, and other users can change it; make its directory writable only by root"
  done
}

# Writes what the foreign control files have:
#     foreign.checks     NAME FILE, separated by a tab
#     foreign.settings   files with `set` or `include`   ·   foreign.httpd   files with `set httpd`
read_foreign_control_files() {
  : >"$WORK/foreign.checks"
  : >"$WORK/foreign.settings"
  : >"$WORK/foreign.httpd"
  set --
  local file=''
  while IFS= read -r file; do set -- "$@" "$file"; done <"$WORK/foreign.control.files"
  [ $# -gt 0 ] || return 0
  check_names "$@" >"$WORK/foreign.checks"
  grep -liE '^[[:blank:]]*(set|include)[[:blank:]]' -- "$@" >"$WORK/foreign.settings" 2>/dev/null || :
  grep -liE '^[[:blank:]]*set[[:blank:]]+httpd([[:blank:]]|$)' -- "$@" >"$WORK/foreign.httpd" 2>/dev/null || :
}

# check_names FILE…: prints NAME FILE of the checks in control files, one per line, separated by a tab.
check_names() {
  awk '
    tolower($0) ~ /^[ \t]*check[ \t]+(process|file|directory|fifo|filesystem|device|host|network|system|program)[ \t]/ {
      name = $0
      sub(/^[ \t]*[^ \t]+[ \t]+[^ \t]+[ \t]+/, "", name)
      quote = substr(name, 1, 1)
      if (quote == "\"" || quote == "\047") { name = substr(name, 2); sub(quote ".*", "", name) } else sub(/[ \t].*/, "", name)
      print name "\t" FILENAME
    }' "$@"
}
