# as_user USER ID COMMAND…: runs a command as the user, in the environment that the user's systemd needs and without root's. setpriv
# opens no PAM session; runuser would write two lines into the journal each time.
as_user() {
  local user="$1" uid="$2" gid=''
  gid=$(id -g -- "$user") || return
  shift 2
  setpriv --reuid "$uid" --regid "$gid" --init-groups -- env -i PATH="$PATH" LC_ALL=C XDG_RUNTIME_DIR="/run/user/$uid" "$@"
}
