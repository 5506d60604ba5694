# Plans the directories in which files change.
# Reads: WORK.

# Writes the table plan.desks: the directories in which files change. Refuses, before anything is touched, a way there through
# another user's symbolic link, and a unit or control file where others could change it: systemd and Monit run its contents as
# root.
plan_staging_dirs() {
  : >"$WORK/plan.desks"
  if [ ! -s "$WORK/plan.write" ] && [ ! -s "$WORK/plan.remove" ] && [ ! -s "$WORK/unreached" ]; then return; fi
  sed 's|^[^/]*\(.*\)/[^/]*$|\1|' "$WORK/plan.write" "$WORK/plan.remove" | sort -u - "$WORK/unreached" >"$WORK/plan.desks"
  local directory='' link='' target=''
  while IFS= read -r directory && IFS= read -r link && IFS= read -r target; do
    ! grep -qxF -e "$directory" "$WORK/plan.desks" ||
      problem "$link is a symbolic link that users other than root can change, to $target: name the directory that is meant"
  done <"$WORK/linked.dirs"
  while IFS= read -r directory; do
    if grep -qxF -e "$directory" "$WORK/plan.desks" && is_read "$directory" want.files; then
      problem "$directory can be changed by users other than root, and root runs programs in it; run: chown root: $directory && chmod go-w $directory"
    fi
  done <"$WORK/open.dirs"
}

# is_read DIRECTORY TABLE: succeeds when systemd or Monit reads files of ours in it.
is_read() {
  local kind='' path=''
  while read -r @{want.files: kind path}; do
    case $kind in unit | user-unit | monit*) [ "${path%/*}" != "$1" ] || return 0 ;; esac
  done <"$WORK/$2"
  return 1
}
