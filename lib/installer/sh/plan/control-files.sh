# Plans around other control files: reports names that are taken, and drops a second socket.
# Reads: WORK.

# Reports conflicts with other control files. A check name belongs to one owner (Monit compares names without case; a path that
# two owners want is reported separately). A socket for Monit's command line is added only if no other file has `set httpd`: a
# second one is a syntax error.
check_control_files() {
  : >"$WORK/adopt.controls"
  set --
  local file=''
  while IFS= read -r file; do set -- "$@" "$file"; done <"$WORK/foreign.control.files"
  [ $# -gt 0 ] || return 0
  check_names "$@" | awk -F '\t' -v work="$WORK/" '
    FILENAME == work "want.checks" { wanted[tolower($0)] = 1; next }
    FILENAME == work "want.paths" { ours[$0] = 1; next }
    tolower($1) in wanted && !($2 in ours) { print $1; print $2 }
  ' "$WORK/want.checks" "$WORK/want.paths" - >"$WORK/taken.checks"
  local name=''
  while IFS= read -r name && IFS= read -r file; do
    if grep -qixF -e "$name" "$WORK/adopt.checks"; then
      adopt_control_file "$file"
    else
      problem "Monit has a check named \"$name\" already, in $file: choose another checkName, remove that one, or take it over with adopt: true"
    fi
  done <"$WORK/taken.checks"
  local kind=''
  while read -r _ _ _ kind _; do
    [ "$kind" = monit-httpd ] || continue
    if grep -qiE '^[[:blank:]]*set[[:blank:]]+httpd([[:blank:]]|$)' -- "$@" 2>/dev/null; then drop_httpd; fi
    break
  done <"$WORK/want.files"
}

drop_httpd() {
  awk '$4 != "monit-httpd"' "$WORK/want.files" >"$WORK/kept.files"
  mv -f -- "$WORK/kept.files" "$WORK/want.files"
  cut -d ' ' -f 6- "$WORK/want.files" >"$WORK/want.paths"
}
