# Handles edits by others during a transaction, between the plan and the swap, or between the swap and a rollback.
#     plan.paths   the files of the plan   ·   planned.stat, planned.sums   as look_at_files saw them for the plan
#     late         those that have changed by the time of the swap
# Sets: EDITS.

# A stop can take minutes. Files that were edited meanwhile are saved again, because a rollback restores the latest state. A text
# that the swap replaces is kept like any other edit.
look_again() {
  cut -d ' ' -f 5- "$WORK/plan.write" | cat - "$WORK/plan.remove" >"$WORK/plan.paths" || return 1
  mv -f -- "$WORK/have.stat" "$WORK/planned.stat" && mv -f -- "$WORK/have.sums" "$WORK/planned.sums" || return 1
  look_at_files "$WORK/plan.paths" || look_at_files "$WORK/plan.paths" || return 1
  : >"$WORK/late"
  awk -v work="$WORK/" '
    function rest(from,  text, i) { text = $0; for (i = 1; i < from; i++) text = substr(text, length($i) + 2); return text }
    FILENAME == work "planned.stat" { was[rest(6)] = $1 " " $2 " " $3 " " $4; next }
    FILENAME == work "planned.sums" { said[substr($0, 67)] = $1; next }
    FILENAME == work "have.stat" { is[rest(6)] = $1 " " $2 " " $3 " " $4; next }
    FILENAME == work "have.sums" { says[substr($0, 67)] = $1; next }
    FILENAME == work "edited" { edited[$0] = 1; next }
    !($0 in is) || (is[$0] == was[$0] && says[$0] == said[$0]) { next }
    { print > (work "late") }
    says[$0] != said[$0] && !($0 in edited) { print >> (work "edited") }
  ' "$WORK/planned.stat" "$WORK/planned.sums" "$WORK/have.stat" "$WORK/have.sums" "$WORK/edited" "$WORK/plan.paths" || return 1
  [ ! -s "$WORK/late" ] || save_late
}

# Saves them in the journal under names of their own, by a rename: what the journal lists must not change.
save_late() {
  local number=0 path=''
  while read -r _ _ _ _ path; do
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

# Makes a recovery restore what its journal saved late.
use_late() {
  local anew='' saved=''
  for anew in "$WORK"/late.*; do
    case $anew in *'*' | *.new) continue ;; esac
    saved=${anew##*/late.}
    mv -fT -- "$anew" "$WORK/$saved" || return 1
  done
}

# Runs before a rollback restores files. Keeps texts that are neither what this transaction wrote nor what was there before it.
keep_later_edits() {
  [ -f "$WORK/plan.paths" ] || cut -d ' ' -f 5- "$WORK/plan.write" | cat - "$WORK/plan.remove" >"$WORK/plan.paths" || return 0
  look_at_files "$WORK/plan.paths" || return 0
  awk -v work="$WORK/" '
    function rest(from,  text, i) { text = $0; for (i = 1; i < from; i++) text = substr(text, length($i) + 2); return text }
    FILENAME == work "have.sums" { says[substr($0, 67)] = $1; next }
    FILENAME == work "plan.write" { name = "written." written++; path = rest(5) }
    FILENAME == work "plan.remove" { name = "removed." removed++; path = $0 }
    path in says && (FILENAME == work "plan.remove" || ($4 !~ /^original/ && says[path] != $4)) { print name, says[path], path }
  ' "$WORK/have.sums" "$WORK/plan.write" "$WORK/plan.remove" >"$WORK/later"
  [ -s "$WORK/later" ] || return 0
  local generation=''
  generation=$(sed -n 's/^generation //p' "$MANIFEST" 2>/dev/null)
  EDITS=$STATE/owners/$OWNER/generations/${generation:-none}
  if [ -d "$EDITS" ]; then EDITS=$EDITS/edited; else EDITS=/var/backups/cdktf-sidekiq; fi
  EDITS=$EDITS/$(date -u +%Y%m%dT%H%M%SZ)-$TOKEN
  local saved='' says='' path=''
  while read -r saved says path; do
    if [ -f "$WORK/$saved" ] && [ ! -L "$WORK/$saved" ] && [ "$(sha256sum <"$WORK/$saved" | cut -c 1-64)" = "$says" ]; then continue; fi
    if mkdir -p -- "$EDITS${path%/*}" && copy_old "$path" "$EDITS$path"; then
      say "$path: edited by hand meanwhile; put back, and the edit kept as $EDITS$path"
    else
      say "$path: edited by hand meanwhile; put back, and the edit is lost: it cannot be kept as $EDITS$path"
    fi
  done <"$WORK/later"
  [ -d "$EDITS" ] || EDITS=''
  cd /
}
