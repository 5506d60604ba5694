# Looks again at the files of the plan right before the swap: others may have edited them since.
# Reads: JOURNAL, WORK.
#     plan.paths   the files of the plan   ·   planned.stat, planned.sums   as look_at_files saw them for the plan
#     late         those that have changed by the time of the swap

# A stop can take minutes. Files that were edited meanwhile are saved again, because a rollback restores the latest state. A text
# that the swap replaces is kept like any other edit.
look_again() {
  cut -d ' ' -f @{plan.write.path}- "$WORK/plan.write" | cat - "$WORK/plan.remove" >"$WORK/plan.paths" || return 1
  mv -f -- "$WORK/have.stat" "$WORK/planned.stat" && mv -f -- "$WORK/have.sums" "$WORK/planned.sums" || return 1
  look_at_files "$WORK/plan.paths" || look_at_files "$WORK/plan.paths" || return 1
  : >"$WORK/late"
  awk -v work="$WORK/" '
    function rest(from,  text, i) { text = $0; for (i = 1; i < from; i++) text = substr(text, length($i) + 2); return text }
    FILENAME == work "planned.stat" { was[rest(@{planned.stat.path})] = $@{planned.stat.mode} " " $@{planned.stat.uid} " " $@{planned.stat.gid} " " $@{planned.stat.raw}; next }
    FILENAME == work "planned.sums" { was_sum[substr($0, 67)] = $@{have.sums.sha}; next }
    FILENAME == work "have.stat" { is[rest(@{have.stat.path})] = $@{have.stat.mode} " " $@{have.stat.uid} " " $@{have.stat.gid} " " $@{have.stat.raw}; next }
    FILENAME == work "have.sums" { is_sum[substr($0, 67)] = $@{have.sums.sha}; next }
    FILENAME == work "edited" { edited[$0] = 1; next }
    !($0 in is) || (is[$0] == was[$0] && is_sum[$0] == was_sum[$0]) { next }
    { print > (work "late") }
    is_sum[$0] != was_sum[$0] && !($0 in edited) { print >> (work "edited") }
  ' "$WORK/planned.stat" "$WORK/planned.sums" "$WORK/have.stat" "$WORK/have.sums" "$WORK/edited" "$WORK/plan.paths" || return 1
  [ ! -s "$WORK/late" ] || save_late
}

# Saves them in the journal under names of their own, by a rename: what the journal lists must not change.
save_late() {
  local number=0 path=''
  while read -r @{plan.write: path}; do
    save_anew "written.$number" "$path" || return 1
    number=$((number + 1))
  done <"$WORK/plan.write"
  number=0
  while IFS= read -r path; do
    save_anew "removed.$number" "$path" || return 1
    number=$((number + 1))
  done <"$WORK/plan.remove"
  cd /
  sync -f -- "$JOURNAL" || return 1
  local anew=''
  for anew in "$JOURNAL"/late.*.new; do mv -fT -- "$anew" "${anew%.new}" || return 1; done
  sync -f -- "$JOURNAL"
}

# save_anew NAME PATH: saves PATH again if it has changed.
save_anew() {
  grep -qxF -e "$2" "$WORK/late" || return 0
  rm -f -- "$WORK/$1" && copy_old "$2" "$WORK/$1" && cp -a -- "$WORK/$1" "$JOURNAL/late.$1.new"
}
