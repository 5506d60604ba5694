#!/bin/sh
# Transport: Terraform uploads this text and runs it over SSH. It becomes root, stores the program and the document where
# only root can read them, runs the program and passes its exit code on. What the program does is no concern of this part.
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
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "refused, nothing changed: $(id -un) is not root and this host has no sudo; connect as root or install sudo"
    exit 1
  fi
  if ! sudo -n -- sh -c : 2>/dev/null; then
    echo "refused, nothing changed: sudo asks $(id -un) for a password; give it NOPASSWD in /etc/sudoers.d, or connect as root"
    exit 1
  fi
fi
# shellcheck disable=SC2016 # expanded by root's shell
as_root sh -c '
  umask 077
  trap "" HUP
  work=$(mktemp -d /run/cdktf-sidekiq-transaction.XXXXXXXXXX) &&
    awk -v work="$work/" "
      /^cdktf-sidekiq 1\$/ { document = 1 }
      { print > (work (document ? \"document\" : \"program\")) }
    " 2>/dev/null &&
    exec sh "$work/program" deploy "$work"
  echo "refused, nothing changed: /run is full, or cannot be written to"
  [ -z "$work" ] || rm -rf "$work"
  exit 1
' <<'CDKTF_SIDEKIQ_UPLOAD'
