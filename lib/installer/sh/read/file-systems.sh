# Finds the file systems that targets are on, in the kernel's table, so that one that doesn't answer is never asked.
# Reads: REACHED, WORK.
# Sets: TAB.
#     systems   TYPE · MOUNTPOINT · SOURCE · path in it · DIRECTORY, separated by tabs (/proc/self/mountinfo, proc(5))

MOUNTS=/proc/self/mountinfo
TAB=$(printf '\t')

# Prints where the directories of the plan really are.
real_staging_dirs() {
  local directory=''
  while IFS= read -r directory; do
    ! reach "$directory" || printf '%s\n' "${REACHED:-/}"
  done <"$WORK/plan.desks"
}

# systems_of LIST: prints the file system of each directory in the file.
systems_of() {
  awk '
    function plain(text) {
      gsub(/\\040/, " ", text)
      gsub(/\\011/, "\t", text)
      gsub(/\\012/, "\n", text)
      gsub(/\\134/, "\\", text)
      return text
    }
    NR == FNR {
      for (i = 7; $i != "-"; i++);
      type[++count] = $(i + 1)
      source[count] = $(i + 2)
      name[count] = $5
      point[count] = plain($5)
      root[count] = plain($4)
      next
    }
    {
      best = 0
      for (i = 1; i <= count; i++) {
        if (point[i] != "/" && $0 != point[i] && index($0, point[i] "/") != 1) continue
        # The one mounted last is on top.
        if (!best || length(point[i]) >= length(point[best])) best = i
      }
      # No field may be empty, because read joins adjacent tabs in IFS.
      inner = (root[best] == "/" ? "" : root[best]) (point[best] == "/" ? $0 : substr($0, length(point[best]) + 1))
      printf "%s\t%s\t%s\t%s\t%s\n", type[best], name[best], source[best], inner == "" ? "/" : inner, $0
    }
  ' "$MOUNTS" "$1"
}
