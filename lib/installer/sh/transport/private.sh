# The start of every transport. Terraform uploads it as 0777, so only its directory keeps other users of the host from changing
# what root is about to run. If that directory isn't private, this refuses. It can't protect, because a script that was changed
# never gets to these lines. docs/security.md explains that. Sets: SCRIPT.
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export PATH LC_ALL=C TERM=dumb
exec </dev/null
trap '' HUP
umask 077

refuse() {
  rm -f -- "./$SCRIPT"
  echo "refused, nothing changed: $1"
  exit 1
}

# Sets SCRIPT to the name of this file. Runs as the login user, because root must not enter another user's directory here.
refuse_unless_private() {
  SCRIPT=${0##*/}
  local directory=''
  case $0 in */*) directory=${0%/*} ;; *) directory=. ;; esac
  if ! cd -P -- "${directory:-/}"; then
    echo 'refused, nothing changed: the directory of this script cannot be entered'
    exit 1
  fi
  set -- "./$SCRIPT"
  local above="$PWD"
  while [ -n "${above%/}" ]; do
    set -- "$@" "$above"
    above=${above%/*}
  done
  local places=''
  places=$(stat -c '%u %A %n' -- "$@" /) || refuse "$PWD/$SCRIPT cannot be looked at"
  local closed=no whose='' access='' place=''
  while read -r whose access place; do
    case $access in
    -*)
      [ "$whose" -eq "$LOGIN_ID" ] || refuse "$PWD/$SCRIPT belongs to another user of this host; run: chmod 700 $PWD"
      continue
      ;;
    d*) ;;
    *) refuse "$PWD/$SCRIPT is not an ordinary file; run: rm $PWD/$SCRIPT" ;;
    esac
    if [ "$whose" -ne "$LOGIN_ID" ] && [ "$whose" -ne 0 ]; then
      refuse "$place belongs to another user of this host; set ssh.scriptDirectory to a directory that only you can enter, or run: chown $(id -un) $place"
    fi
    case $whose/$access in
    "$LOGIN_ID"/d????w* | "$LOGIN_ID"/d???????w?) refuse "other users of this host can change $place; run: chmod go-w $place" ;;
    */d????w* | */d???????w?) refuse "other users of this host can change $place; set ssh.scriptDirectory to a private directory, made by: mkdir -m 700 $HOME/terraform" ;;
    */d?????[-S]??[-T]) closed=yes ;;
    esac
  done <<PLACES
$places
PLACES
  [ "$closed" = yes ] ||
    refuse "other users of this host can enter $PWD, where Terraform puts the script that root runs; run: chmod 700 $PWD"
}

# as_root COMMAND ARGUMENT…: runs it with nothing of the environment from sudo, its env_keep or the login.
as_root() {
  set -- /usr/bin/env -i "PATH=$PATH" LC_ALL=C TERM=dumb "$@"
  if [ "$LOGIN_ID" -eq 0 ]; then "$@"; else sudo -n -- "$@"; fi
}

LOGIN_ID=$(id -u)
refuse_unless_private
rm -f -- "./$SCRIPT"
cd / || exit 1
if [ "$LOGIN_ID" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "refused, nothing changed: $(id -un) is not root and this host has no sudo; connect as root or install sudo"
    exit 1
  fi
  if ! sudo -n -- sh -c : 2>/dev/null; then
    echo "refused, nothing changed: sudo asks $(id -un) for a password; give it NOPASSWD in /etc/sudoers.d, or connect as root"
    exit 1
  fi
fi
