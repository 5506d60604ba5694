# Transport of an uninstallation: runs the program that the last deployment of this owner left on the host.
# The text in quotes is expanded by root's shell. The ids are set above.
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
}
