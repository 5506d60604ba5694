# Keeps edits that others made between the swap and a rollback.
# Reads: MANIFEST, OWNER, STATE, TOKEN, WORK.
# Sets: EDITS.

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
  [ -f "$WORK/plan.paths" ] || cut -d ' ' -f @{plan.write.path}- "$WORK/plan.write" | cat - "$WORK/plan.remove" >"$WORK/plan.paths" || return 0
  look_at_files "$WORK/plan.paths" || return 0
  awk -v work="$WORK/" '
    function rest(from,  text, i) { text = $0; for (i = 1; i < from; i++) text = substr(text, length($i) + 2); return text }
    FILENAME == work "have.sums" { sum[substr($0, 67)] = $@{have.sums.sha}; next }
    FILENAME == work "plan.write" { name = "written." written++; path = rest(@{plan.write.path}) }
    FILENAME == work "plan.remove" { name = "removed." removed++; path = $0 }
    path in sum && (FILENAME == work "plan.remove" || ($@{plan.write.sha} !~ /^original/ && sum[path] != $@{plan.write.sha})) { print name, sum[path], path }
  ' "$WORK/have.sums" "$WORK/plan.write" "$WORK/plan.remove" >"$WORK/later"
  [ -s "$WORK/later" ] || return 0
  local generation=''
  generation=$(sed -n 's/^generation //p' "$MANIFEST" 2>/dev/null)
  EDITS=$STATE/owners/$OWNER/generations/${generation:-none}
  if [ -d "$EDITS" ]; then EDITS=$EDITS/edited; else EDITS=/var/backups/cdktf-sidekiq; fi
  EDITS=$EDITS/$(date -u +%Y%m%dT%H%M%SZ)-$TOKEN
  local saved='' sum='' path=''
  while read -r saved sum path; do
    if [ -f "$WORK/$saved" ] && [ ! -L "$WORK/$saved" ] && [ "$(sha256sum <"$WORK/$saved" | cut -c 1-64)" = "$sum" ]; then continue; fi
    if mkdir -p -- "$EDITS${path%/*}" && copy_old "$path" "$EDITS$path"; then
      report "$path: edited by hand meanwhile; restored, and the edit kept as $EDITS$path"
    else
      report "$path: edited by hand meanwhile; restored, and the edit is lost: it cannot be kept as $EDITS$path"
    fi
  done <"$WORK/later"
  [ -d "$EDITS" ] || EDITS=''
  cd /
}
