# Nothing of the environment that started this program reaches what it runs, be it sudo's, systemd's or an operator's: with
# SYSTEMD_UNIT_PATH, SYSTEMD_LOG_LEVEL or POSIXLY_CORRECT the same commands mean something else. These are the first lines, and a shell
# reads line by line: no more than they is read twice.
if [ "${CLEAN_ENVIRONMENT-}" != "$$" ]; then
  exec /usr/bin/env -i "CLEAN_ENVIRONMENT=$$" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C TERM=dumb \
    "CALLER=${SUDO_USER-}" PAGER='' SYSTEMD_PAGER='' SYSTEMD_COLORS=0 /bin/sh "$0" "$@"
fi
# Who became root, for the record only.
called_by=${CALLER-}
unset CLEAN_ENVIRONMENT CALLER
# These would be obeyed before the first line: systemd takes them from what it starts.
LOADER_VARIABLES='LD_PRELOAD LD_AUDIT LD_LIBRARY_PATH'

