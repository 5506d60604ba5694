#!/bin/sh
# Transport of an uninstallation: runs the program that the last deployment of this owner left on the host.
rm -f -- "$0"
exec </dev/null
trap '' HUP
umask 077
export LC_ALL=C TERM=dumb PAGER='' SYSTEMD_PAGER=''
# Terraform forwards an agent that it logs in with. Nothing here needs it.
unset SSH_AUTH_SOCK
as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n -- "$@"; fi
}
if [ "$(id -u)" -ne 0 ] && ! sudo -n -- sh -c : 2>/dev/null; then
  echo "refused, nothing changed: $(id -un) cannot become root; give it NOPASSWD in /etc/sudoers.d, or connect as root"
  exit 1
fi
# shellcheck disable=SC2016 # expanded by root's shell
as_root sh -c '
  trap "" HUP
  program=/var/lib/cdktf-sidekiq/owners/$1/installer
  if [ ! -f "$program" ]; then
    echo "nothing to uninstall: this host has no deployment of this stack"
    exit 0
  fi
  exec sh "$program" uninstall "$1" "$2"
' uninstall "$owner" "$claim"
exit $?
