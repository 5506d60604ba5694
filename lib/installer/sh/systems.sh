# The file systems that targets are on, from the kernel's table, so that one that doesn't answer is never asked.
#     systems   TYPE · MOUNTPOINT · SOURCE · path in it · DIRECTORY, separated by tabs (/proc/self/mountinfo, proc(5))
# Sets: HINDERED.
MOUNTS=/proc/self/mountinfo
TAB=$(printf '\t')

# Prints where the directories of the plan really are.
real_desks() {
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

# systems_agree WHEN: succeeds when each file system of the journal in $WORK is mounted. They are compared by mount point, because
# device names change, or else by what is mounted, because a bind mount of the same one is still the same. At boot it refuses
# those that need a network or another process to answer.
systems_agree() {
  [ -s "$WORK/systems" ] || return 0
  cut -f 5 "$WORK/systems" >"$WORK/desks" && systems_of "$WORK/desks" >"$WORK/systems.now" || return 1
  local type='' point='' source='' inner='' directory='' type_now='' point_now='' source_now='' inner_now=''
  while IFS=$TAB read -r type point source inner directory && IFS=$TAB read -r type_now point_now source_now inner_now _ <&5; do
    if [ "$type $point" != "$type_now $point_now" ] && [ "$type $source $inner" != "$type_now $source_now $inner_now" ]; then
      HINDERED="$directory was on the $type file system mounted at $point, and is now on the $type_now one mounted at $point_now"
      return 1
    fi
    case $1/$type in
    at-boot/autofs | at-boot/nfs* | at-boot/cifs | at-boot/smb* | at-boot/fuse | at-boot/fuse.* | at-boot/9p | at-boot/ceph | at-boot/afs | \
      at-boot/gfs2 | at-boot/ocfs2 | at-boot/lustre | at-boot/glusterfs)
      HINDERED="$directory is on a $type file system, which a boot does not wait for"
      return 1
      ;;
    esac
  done <"$WORK/systems" 5<"$WORK/systems.now"
}
