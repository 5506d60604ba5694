# Plans the changes to files without touching any.
# Reads: WORK.
#     plan.write   what gets written   ·   plan.remove   paths to remove
#     changed      paths whose text changes, appears or disappears: those that services and Monit depend on
#     plan.adopt   what is taken over   ·   plan.return   originals that come back (plan/originals.sh)
#     edited       what was edited since the last deployment, and this one replaces or removes

plan_files() {
  find_double
  [ ! -s "$WORK/unsteady" ] || problem 'a file was changed while it was looked at: deploy again'
  local empty=''
  for empty in plan.write plan.remove plan.adopt plan.return changed edited; do : >"$WORK/$empty"; done
  awk -v work="$WORK/" '
    function rest(from,  text, i) { text = $0; for (i = 1; i < from; i++) text = substr(text, length($i) + 2); return text }
    function table(name) { return FILENAME == work name }
    function problem(text) { print text >> (work "problems") }
    # A number is used as it is, whether or not it has a name here.
    function id(ids, name) { return name ~ /[^0-9]/ ? ids[name] : name }
    function edited(path) { if (path in old && type[path] != "" && text[path] != old[path]) print path > (work "edited") }
    table("passwd") { split($0, entry, ":"); uid[entry[1]] = entry[3]; next }
    table("group") { split($0, entry, ":"); gid[entry[1]] = entry[3]; next }
    table("have.stat") { path = rest(@{have.stat.path}); type[path] = substr($@{have.stat.raw}, 1, 1); facts[path] = $@{have.stat.mode} " " $@{have.stat.uid} " " $@{have.stat.gid}; next }
    table("have.sums") { text[substr($0, 67)] = $@{have.sums.sha}; next }
    table("others.paths") { stack[++others] = $0; next }
    table("others.stacks") { owner[stack[++named]] = $0; next }
    table("double.paths") { double[$0] = 1; next }
    table("adopt.paths") { adoptable[$0] = 1; next }
    table("old.texts") { old[rest(@{old.texts.path})] = $@{old.texts.sha}; next }
    table("want.files") {
      path = rest(@{want.files.path})
      wanted[path] = 1
      there = path in type
      if (path in double) ;
      else if (path in owner) problem(path " belongs to another stack, \"" owner[path] "\": give this one another name or path")
      else if (type[path] == "4") problem(path " is a directory here: move it away")
      else if (there && !(path in old) && path in adoptable && type[path] ~ /[8a]/) print path > (work "plan.adopt")
      else if (there && !(path in old) && text[path] != $@{want.files.sha})
        problem(path " exists, but this stack did not create it: move it away, or take it over with adopt: true")
      if (text[path] != $@{want.files.sha}) { print path > (work "changed"); edited(path) }
      else if (facts[path] == $@{want.files.mode} " " id(uid, $@{want.files.user}) " " id(gid, $@{want.files.group})) next
      print $@{want.files.mode}, $@{want.files.user}, $@{want.files.group}, $@{want.files.sha}, path > (work "plan.write")
    }
    END {
      for (path in old) if (!(path in wanted) && (type[path] == "8" || type[path] == "a")) { print path > (work "plan.remove"); edited(path) }
    }
  ' "$WORK/passwd" "$WORK/group" "$WORK/have.stat" "$WORK/have.sums" "$WORK/others.paths" "$WORK/others.stacks" "$WORK/double.paths" \
    "$WORK/adopt.paths" "$WORK/old.texts" "$WORK/want.files"
  plan_inheritance
  plan_originals
  [ ! -s "$WORK/plan.remove" ] || { sort -o "$WORK/plan.remove" "$WORK/plan.remove" && cat "$WORK/plan.remove" >>"$WORK/changed"; }
}

# An owner that has every unit and control file we want is most likely this very stack, with its state lost or renamed. Reports
# one problem for all of its paths.
find_double() {
  : >"$WORK/double.paths"
  [ -s "$WORK/others.paths" ] || return 0
  awk '$@{want.files.kind} == "unit" || $@{want.files.kind} == "monit"' "$WORK/want.files" | cut -d ' ' -f @{want.files.path}- >"$WORK/want.claims"
  [ -s "$WORK/want.claims" ] || return 0
  local directory='' claim='' stack=''
  while read -r @{others: directory claim stack}; do
    awk -v of="$directory" -v work="$WORK/" '
      FILENAME == work "others.owners" { owner[++owners] = $0; next }
      owner[FNR] == of
    ' "$WORK/others.owners" "$WORK/others.paths" >"$WORK/other.paths"
    grep -qvxF -f "$WORK/other.paths" "$WORK/want.claims" && continue
    mv -f -- "$WORK/other.paths" "$WORK/double.paths"
    problem "this host is deployed by the stack \"$stack\" (owner ${directory##*/}): restore or move its Terraform state, or" \
      "uninstall it here with: sudo sh $directory/installer uninstall ${directory##*/} $claim"
    return
  done <"$WORK/others"
}
