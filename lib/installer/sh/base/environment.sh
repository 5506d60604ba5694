# Starts this program again with a clean environment, whether sudo, systemd or an operator started it.
# Sets: CALLED_BY, LOADER_VARIABLES.
# With SYSTEMD_UNIT_PATH, SYSTEMD_LOG_LEVEL or POSIXLY_CORRECT the same commands mean something else. These are the first lines,
# because a shell reads line by line: only they are read twice.

if [ "${CLEAN_ENVIRONMENT-}" != "$$" ]; then
  exec /usr/bin/env -i "CLEAN_ENVIRONMENT=$$" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C TERM=dumb \
    "CALLER=${SUDO_USER-}" PAGER='' SYSTEMD_PAGER='' SYSTEMD_COLORS=0 /bin/sh "$0" "$@"
fi
# The user who became root, for the record only.
CALLED_BY=${CALLER-}
unset CLEAN_ENVIRONMENT CALLER
# These take effect before the first line of a program, so systemd removes them from what it starts.
LOADER_VARIABLES='LD_PRELOAD LD_AUDIT LD_LIBRARY_PATH'
