# What has to change in the file tree, found out without touching it. Tables:
#     have.files   MODE USER GROUP SHA256 PATH of what is there and ours or wanted
#     plan.write   MODE USER GROUP SHA256 PATH of what gets written   ·   plan.remove   paths that go
#     changed      paths whose text changes, appears or goes: what services and Monit care about

# Regular files among the paths on standard input, with mode, user, group and hash as they are.
file_facts() {
  set --
  while IFS= read -r path; do
    if [ -f "$path" ] && [ ! -L "$path" ]; then set -- "$@" "$path"; fi
  done
  [ $# -gt 0 ] || return 0
  stat -c '%04a %U %G' -- "$@" >"$WORK/facts.stat"
  sha256sum -z -- "$@" | tr '\0' '\n' | sed 's/^\([0-9a-f]*\)  /\1 /' | paste -d ' ' "$WORK/facts.stat" -
}

plan_files() {
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
    elif grep -qxF -e "$mode $user $group $sha $path" "$WORK/have.files"; then
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
  cut -d ' ' -f 6- "$WORK/old.files" | grep -vxF -f "$WORK/cut.paths" | grep -xF -f "$WORK/new.texts" >"$WORK/edited"
}

# A path is one owner's alone, and nobody's file is overwritten. The same text, as an earlier attempt may have left it, is fine.
check_claims() {
  if [ -s "$WORK/others.paths" ] && grep -qxF -e "$1" "$WORK/others.paths"; then
    problem "$1 belongs to another stack, \"$(stack_of_path "$1")\": give this one another name or path"
  elif [ -d "$1" ] && [ ! -L "$1" ]; then
    problem "$1 is a directory here: move it away"
  elif grep -qxF -e "$1" "$WORK/old.paths" || grep -qxF -e "$2 $1" "$WORK/have.texts"; then
    :
  elif [ -e "$1" ] || [ -L "$1" ]; then
    problem "$1 exists, and no deployment of this stack put it there: move it away"
  fi
}
