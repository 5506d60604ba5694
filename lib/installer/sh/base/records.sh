# Seals and verifies records that decide what a transaction does: a manifest, a journal, a generation.
# Sets: UNFIT.
# The first line of a record has its kind and format, the last one is `end` and the SHA-256 of all lines before it. A record that
# is cut short, damaged or of a later format is never acted on and never removed, except the journal of a transaction that has
# touched nothing.

# seal FILE: appends its last line.
seal() {
  local sum=''
  sum=$(sha256sum <"$1") && printf 'end %s\n' "${sum%% *}" >>"$1"
}

# is_whole KIND FILE: succeeds when the record is complete. Otherwise UNFIT has the reason and a remedy.
is_whole() {
  UNFIT="is damaged: $(how_to_repair "$1" "$2")"
  local format=''
  { read -r format <"$2"; } 2>/dev/null || return 1
  case $format in
  "cdktf-sidekiq-$1 1") ;;
  "cdktf-sidekiq-$1 "[0-9]*)
    UNFIT='was written by a later version of cdktf-sidekiq: use that one here'
    return 1
    ;;
  *) return 1 ;;
  esac
  local sum=''
  sum=$(sed '$d' "$2" | sha256sum)
  [ "$(tail -n 1 "$2")" = "end ${sum%% *}" ]
}

how_to_repair() {
  case $1 in
  manifest) echo "restore it from a backup of this host, or move ${2%/*} away and deploy with adopt: true" ;;
  journal) echo "check that the files of this stack are as they should be, then move ${2%/*} away" ;;
  generation) echo 'another generation can be gone back to' ;;
  esac
}
