# Keeps the originals of what is taken over, and gives back what this owner lets go of.
# Reads: LOADED, OWNER, STATE, TOKEN, WORK.
# Sets: REST.

# Copies the originals that come back, as texts to install.
copy_originals() {
  local id=''
  while read -r @{plan.return: id}; do
    cp -a -- "$STATE/owners/$OWNER/originals/$id" "$WORK/text.original.$id" 2>>"$WORK/out" || return 1
  done <"$WORK/plan.return"
}

# Saves originals before anything is touched. The manifest doesn't name them yet.
keep_originals() {
  : >"$WORK/new.originals"
  [ ! -s "$WORK/old.originals" ] || grep -vxF -f "$WORK/plan.return" "$WORK/old.originals" >"$WORK/new.originals"
  [ -s "$WORK/plan.adopt" ] || return 0
  local originals="$STATE/owners/$OWNER/originals"
  [ -d "$originals" ] || mkdir -- "$originals" || return 1
  local number=0 path=''
  while IFS= read -r path; do
    copy_old "$path" "$originals/$TOKEN-$number" || return 1
    case $path in /etc/monit/*) check_names "$path" | cut -f 1 >"$originals/$TOKEN-$number.checks" || return 1 ;; esac
    printf '%s %s\n' "$TOKEN-$number" "$path" >>"$WORK/new.originals"
    number=$((number + 1))
  done <"$WORK/plan.adopt"
  cd /
}

# Writes new.was: the units that were here before this owner, and their state.
keep_was() {
  : >"$WORK/new.was"
  local unit='' active=''
  while read -r @{want.services: unit}; do
    if lookup old.was "$unit"; then
      printf '%s %s\n' "$unit" "$REST" >>"$WORK/new.was"
    elif lookup plan.units "$unit" && lookup before "$unit"; then
      active=${REST%% *}
      REST=${REST#* }
      printf '%s %s %s\n' "$unit" "${REST%% *}" "$active" >>"$WORK/new.was"
    fi
  done <"$WORK/want.services"
}

# Restores units that exist without this owner to the state they had before it. One that doesn't start is reported, but doesn't
# fail the transaction.
give_units_back() {
  local unit=''
  while read -r unit; do
    lookup old.was "$unit" || continue
    unit_show "$unit"
    [ "$LOADED" = loaded ] || continue
    case $REST in enabled' '*) systemctl enable -- "$unit" >>"$WORK/out" 2>&1 || report "$unit: cannot be enabled again, as before this stack" ;; esac
    case $REST in
    *' active')
      if timeout 900 systemctl --no-ask-password start -- "$unit" >>"$WORK/out" 2>&1; then
        report "$unit: runs again as before this stack"
      else
        report "$unit: does not start again as before this stack"
      fi
      ;;
    esac
  done <"$WORK/plan.gone"
}

report_adoption() {
  local path=''
  while IFS= read -r path; do report "$path: adopted; the original is restored when this stack no longer has it"; done <"$WORK/plan.adopt"
  while read -r @{plan.return: path}; do report "$path: restored as it was before this stack"; done <"$WORK/plan.return"
}
