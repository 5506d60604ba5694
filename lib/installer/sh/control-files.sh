# Monit's control files on this host: the main one and what it includes.

monitrc() {
  for rc in /etc/monit/monitrc /etc/monitrc; do
    [ ! -f "$rc" ] || { echo "$rc" && return; }
  done
}

# The include patterns of control files, one a line.
include_patterns() {
  sed -n 's/^[[:blank:]]*[iI][nN][cC][lL][uU][dD][eE][[:blank:]]*//p' "$@" 2>/dev/null | sed "s/[[:blank:]]*\$//; s/^[\"']//; s/[\"']\$//"
}

# Every control file, as Monit would read them; includes of includes too, to a depth that ends loops.
control_files() {
  monitrc >"$WORK/level"
  : >"$WORK/control.files"
  for _ in 1 2 3 4 5; do
    [ -s "$WORK/level" ] || break
    cat "$WORK/level" >>"$WORK/control.files"
    while IFS= read -r file; do include_patterns "$file"; done <"$WORK/level" >"$WORK/patterns"
    while IFS= read -r pattern; do
      (
        IFS=''
        for file in $pattern; do
          case $file in *~) ;; *) [ ! -f "$file" ] || printf '%s\n' "$file" ;; esac
        done
      )
    done <"$WORK/patterns" | grep -vxF -f "$WORK/control.files" >"$WORK/level"
  done
  cat "$WORK/control.files"
}

# The control files that neither the old nor the new bundle of this owner holds; what another owner holds is foreign, too.
foreign_control_files() {
  grep -vxF -f "$WORK/others.paths" "$WORK/want.paths" >"$WORK/own.paths"
  control_files | grep -vxF -f "$WORK/old.paths" | grep -vxF -f "$WORK/own.paths"
}

# Names of the checks in a control file, one a line.
check_names() {
  types='process|file|directory|fifo|filesystem|device|host|network|system|program'
  grep -iE "^[[:blank:]]*check[[:blank:]]+($types)[[:blank:]]" "$1" 2>/dev/null |
    sed "s/^[[:blank:]]*[^[:blank:]]*[[:blank:]]*[^[:blank:]]*[[:blank:]]*//
      s/^\"\\([^\"]*\\)\".*/\\1/; t
      s/^'\\([^']*\\)'.*/\\1/; t
      s/[[:blank:]].*//"
}

# A check name must be its owner's alone; Monit compares names without case. A path that two owners want is told as such.
check_control_files() {
  [ -s "$WORK/want.checks" ] || return 0
  foreign_control_files | grep -vxF -f "$WORK/want.paths" >"$WORK/foreign.control.files"
  while IFS= read -r file; do
    check_names "$file" | grep -ixF -f "$WORK/want.checks" | while IFS= read -r name; do
      problem "Monit has a check named \"$name\" already, in $file: choose another checkName, or remove that one"
    done
  done <"$WORK/foreign.control.files"
}

# A socket for Monit's command line is wanted only where nobody else has said `set httpd`: a second one is a syntax error.
drop_needless_httpd() {
  grep -q '^[^ ]* [^ ]* [^ ]* monit-httpd ' "$WORK/want.files" || return 0
  if foreign_control_files | tr '\n' '\0' | xargs -0 -r grep -qiE '^[[:blank:]]*set[[:blank:]]+httpd([[:blank:]]|$)'; then
    number=0
    : >"$WORK/kept.files"
    while read -r mode user group kind sha path; do
      [ "$kind" = monit-httpd ] || printf '%s %s %s %s %s %s\n' "$mode" "$user" "$group" "$kind" "$sha" "$path" >>"$WORK/kept.files"
    done <"$WORK/want.files"
    mv -f -- "$WORK/kept.files" "$WORK/want.files"
    cut -d ' ' -f 6- "$WORK/want.files" >"$WORK/want.paths"
  fi
}
