# What has to change in the file tree, found out without touching it. Tables:
#     have.files   MODE UID GID SHA256 PATH of what is there and ours or wanted
#     plan.write   MODE USER GROUP SHA256 PATH of what gets written   ·   plan.remove   paths that go
#     changed      paths whose text changes, appears or goes: what services and Monit care about

# Regular files among the paths on standard input, with mode, user, group and hash as they are.
file_facts() {
  set --
  while IFS= read -r path; do
    if [ -f "$path" ] && [ ! -L "$path" ]; then set -- "$@" "$path"; fi
  done
  [ $# -gt 0 ] || return 0
  # What is too large to be one of ours is not read: whoever can write there could keep us reading for hours.
  stat -c '%s %04a %u %g %n' -- "$@" >"$WORK/facts.all" 2>>"$WORK/out"
  : >"$WORK/facts.stat"
  set --
  while read -r size mode uid gid path; do
    [ "$size" -le "$LARGEST_FILE" ] || continue
    set -- "$@" "$path"
    printf '%s %s %s\n' "$mode" "$uid" "$gid" >>"$WORK/facts.stat"
  done <"$WORK/facts.all"
  [ $# -gt 0 ] || return 0
  # A pipe that takes a file's place at this moment would be read for ever.
  timeout -k 2 20 sha256sum -z -- "$@" 2>>"$WORK/out" | tr '\0' '\n' | sed 's/^\([0-9a-f]*\)  /\1 /' >"$WORK/facts.sums"
  [ "$(wc -l <"$WORK/facts.sums")" -eq $# ] || problem 'a file was changed while it was looked at: deploy again'
  paste -d ' ' "$WORK/facts.stat" "$WORK/facts.sums"
}

# id_of passwd|group NAME: a number stands for itself, whether or not it has a name here.
id_of() {
  if is_id "$2"; then echo "$2"; else getent "$1" "$2" | cut -d : -f 3; fi
}

plan_files() {
  find_double
  sort -u "$WORK/want.paths" "$WORK/old.paths" >"$WORK/paths"
  file_facts <"$WORK/paths" >"$WORK/have.files"
  cut -d ' ' -f 4- "$WORK/have.files" >"$WORK/have.texts"
  : >"$WORK/plan.write"
  : >"$WORK/plan.remove"
  : >"$WORK/changed"
  while read -r mode user group _ sha path; do
    check_claims "$path" "$sha"
    if ! grep -qxF -e "$sha $path" "$WORK/have.texts"; then
      printf '%s\n' "$path" >>"$WORK/changed"
    elif grep -qxF -e "$mode $(id_of passwd "$user") $(id_of group "$group") $sha $path" "$WORK/have.files"; then
      continue
    fi
    printf '%s %s %s %s %s\n' "$mode" "$user" "$group" "$sha" "$path" >>"$WORK/plan.write"
  done <"$WORK/want.files"
  grep -vxF -f "$WORK/want.paths" "$WORK/old.paths" | while IFS= read -r path; do
    if [ -L "$path" ] || [ -f "$path" ]; then printf '%s\n' "$path"; fi
  done >"$WORK/plan.remove"
  plan_inheritance
  cat "$WORK/plan.remove" >>"$WORK/changed"
  # Ours, and no longer what we installed: somebody edited it.
  grep -vxF -f "$WORK/old.texts" "$WORK/have.texts" | cut -d ' ' -f 2- | grep -xF -f "$WORK/changed" >"$WORK/new.texts"
  cut -d ' ' -f 6- "$WORK/old.files" | grep -xF -f "$WORK/new.texts" >"$WORK/edited"
}

# An owner who has every unit and control file that we want is most likely this very stack, with its state lost or renamed:
# one answer for all of its paths.
find_double() {
  : >"$WORK/double.paths"
  sed -n 's/^[^ ]* [^ ]* [^ ]* \(unit\|monit\) [^ ]* //p' "$WORK/want.files" >"$WORK/want.claims"
  [ -s "$WORK/want.claims" ] || return 0
  for other in "$STATE"/owners/*/manifest; do
    if [ "$other" = "$MANIFEST" ] || [ ! -f "$other" ]; then continue; fi
    sed -n 's/^file \([^ ]* \)\{5\}//p' "$other" >"$WORK/other.paths"
    grep -qvxF -f "$WORK/other.paths" "$WORK/want.claims" && continue
    mv -f -- "$WORK/other.paths" "$WORK/double.paths"
    directory=${other%/manifest}
    remedy="uninstall it here with: sudo sh $directory/installer uninstall ${directory##*/} $(sed -n 's/^claim //p' "$other")"
    problem "this host is deployed by the stack \"$(sed -n 's/^stack //p' "$other")\" (owner ${directory##*/}):" \
      "restore or move its Terraform state, or $remedy"
    return
  done
}

# A path is one owner's alone, and nobody's file is overwritten. The same text, as an earlier attempt may have left it, is fine.
check_claims() {
  if grep -qxF -e "$1" "$WORK/double.paths"; then
    :
  elif [ -s "$WORK/others.paths" ] && grep -qxF -e "$1" "$WORK/others.paths"; then
    problem "$1 belongs to another stack, \"$(stack_of_path "$1")\": give this one another name or path"
  elif [ -d "$1" ] && [ ! -L "$1" ]; then
    problem "$1 is a directory here: move it away"
  elif grep -qxF -e "$1" "$WORK/old.paths" || grep -qxF -e "$2 $1" "$WORK/have.texts"; then
    :
  elif [ -e "$1" ] || [ -L "$1" ]; then
    problem "$1 exists, and no deployment of this stack put it there: move it away"
  fi
}
