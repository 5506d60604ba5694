# Records the state in which there is nothing to deploy (read/settled.sh).
# Reads: OWNER, STATE, WORK.

# Writes the record, unless something has to be reported each time.
settle_record() {
  local record="$STATE/owners/$OWNER/settled"
  [ ! -e "$record.new" ] || rm -rf -- "$record.new"
  local state=''
  while read -r @{new.services: state}; do [ "$state" = running ] || return 0; done <"$WORK/new.services"
  mkdir -- "$record.new" && cp -- "$WORK/want.paths" "$WORK/want.checks" "$WORK/all.patterns" "$record.new/" || return 0
  # The main control file is read without being included.
  monitrc >>"$record.new/all.patterns"
  local unit=''
  while read -r @{new.services: unit}; do printf '%s\n' "$unit"; done <"$WORK/new.services" >"$record.new/units"
  if look "$record.new" && mv -- "$WORK/looked" "$record.new/looked"; then
    { [ ! -e "$record" ] || rm -rf -- "$record"; } && mv -T -- "$record.new" "$record"
  else
    rm -rf -- "$record.new"
  fi
}
