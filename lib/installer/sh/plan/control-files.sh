# Plans around other control files: reports names that are taken, and drops a second socket.
# Reads: WORK.

# Reports conflicts with other control files. A check name belongs to one owner (Monit compares names without case; a path that
# two owners want is reported separately). A socket for Monit's command line is added only if no other file has `set httpd`: a
# second one is a syntax error.
plan_control_files() {
  : >"$WORK/adopt.controls"
  awk -F '\t' -v work="$WORK/" '
    FILENAME == work "want.checks" { wanted[tolower($0)] = 1; next }
    FILENAME == work "want.paths" { ours[$0] = 1; next }
    tolower($1) in wanted && !($2 in ours) { print $1; print $2 }
  ' "$WORK/want.checks" "$WORK/want.paths" "$WORK/foreign.checks" >"$WORK/taken.checks"
  local name='' file=''
  while IFS= read -r name && IFS= read -r file; do
    if grep -qixF -e "$name" "$WORK/adopt.checks"; then
      adopt_control_file "$file"
    else
      problem "Monit has a check named \"$name\" already, in $file: choose another checkName, remove that one, or take it over with adopt: true"
    fi
  done <"$WORK/taken.checks"
  [ ! -s "$WORK/foreign.httpd" ] || drop_httpd
}

# adopt_control_file FILE: takes over a control file that isn't ours for its check, which a check of ours replaces. Only if the
# file has nothing but that check.
adopt_control_file() {
  if [ "$(file=$1 awk -F '\t' '$2 == ENVIRON["file"]' "$WORK/foreign.checks" | wc -l)" -ne 1 ] || grep -qxF -e "$1" "$WORK/foreign.settings"; then
    problem "$1 contains more than the check to be adopted: move that check to a file of its own"
  elif ! grep -qxF -e "$1" "$WORK/adopt.controls"; then
    printf '%s\n' "$1" >>"$WORK/adopt.controls"
  fi
}

drop_httpd() {
  awk '$@{want.files.kind} != "monit-httpd"' "$WORK/want.files" >"$WORK/kept.files"
  mv -f -- "$WORK/kept.files" "$WORK/want.files"
  cut -d ' ' -f @{want.files.path}- "$WORK/want.files" >"$WORK/want.paths"
}
