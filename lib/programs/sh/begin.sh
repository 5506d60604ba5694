#!/bin/sh
# The first lines of every program that runs as root. Of Monit's or systemd's environment, only the variables that are needed
# reach the commands that it runs. A shell reads line by line: only these lines are read twice.
if [ "${CLEAN_ENVIRONMENT-}" != "$$" ]; then
  exec /usr/bin/env -i "CLEAN_ENVIRONMENT=$$" PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C SYSTEMD_PAGER='' SYSTEMD_COLORS=0 \
    "SERVICE_RESULT=${SERVICE_RESULT-}" "MONIT_SERVICE=${MONIT_SERVICE-}" "MONIT_HOST=${MONIT_HOST-}" "MONIT_EVENT=${MONIT_EVENT-}" \
    "MONIT_DESCRIPTION=${MONIT_DESCRIPTION-}" "MONIT_DATE=${MONIT_DATE-}" /bin/sh "$0" "$@"
fi
unset CLEAN_ENVIRONMENT
umask 077

# clean TEXT: prints text that others can write, such as a queue's name or a line of the journal, as one line without what
# controls a terminal or hides text: control characters (C0 and C1), DEL, direction marks, invalid UTF-8.
clean() {
  printf '%s' "$1" | head -c 4000 | tr '\000-\037\177' ' ' | iconv -c -f UTF-8 -t UTF-8 2>/dev/null |
    sed 's/\xc2[\x80-\x9f]//g; s/\xe2\x80[\x8b-\x8f\xa8-\xae]//g; s/\xe2\x81[\xa0-\xaf]//g; s/\xd8\x9c//g; s/\xef\xbb\xbf//g'
}

# print_line TEXT: starts a process only for anything but printable ASCII.
print_line() {
  case $1 in *[!\ -~]*) printf '%s\n' "$(clean "$1")" ;; *) printf '%.4000s\n' "$1" ;; esac
}

