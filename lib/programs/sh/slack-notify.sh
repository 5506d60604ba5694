#!/bin/sh
# Run by Monit (`exec`), as root: hands the event to the sending program, which runs as a user that exists only meanwhile and
# that gets the webhook from systemd. Works in the sandbox of Debian 13's and 14's Monit, where `as uid` and sudo do not.
#
#     slack-notify WEBHOOK-FILE SEND-PROGRAM [--test]
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH LC_ALL=C SYSTEMD_PAGER='' SYSTEMD_COLORS=0

complain() {
  printf '%s\n' "$*" >&2
  logger -t cdktf-sidekiq-slack -- "$*" 2>/dev/null || :
  exit 1
}

# systemd takes only UTF-8 without control characters into an environment.
clean() {
  printf '%s' "$1" | head -c 4000 | tr '\000-\037\177' ' ' | iconv -c -f UTF-8 -t UTF-8 2>/dev/null
}

if [ $# -lt 2 ] || [ $# -gt 3 ]; then complain "usage: $0 WEBHOOK-FILE SEND-PROGRAM [--test]"; fi
webhook=$1
send=$2
case ${3:-} in
'') ;;
--test)
  MONIT_HOST=$(uname -n) MONIT_SERVICE=test MONIT_EVENT='Test message'
  MONIT_DESCRIPTION='Monit reaches this channel' MONIT_DATE=$(date '+%a, %d %b %Y %H:%M:%S')
  ;;
*) complain "usage: $0 WEBHOOK-FILE SEND-PROGRAM [--test]" ;;
esac
# The mode of the file matters, not whether this process could read it: Monit's sandbox takes some of root's powers.
[ -e "$webhook" ] || complain "$webhook is missing: write the webhook's URL into it, mode 0600"

systemd-run --wait --quiet --collect \
  -p Type=exec -p DynamicUser=yes -p LoadCredential="webhook:$webhook" -p RuntimeMaxSec=90 -p SyslogIdentifier=cdktf-sidekiq-slack \
  --setenv=MONIT_HOST="$(clean "$MONIT_HOST")" --setenv=MONIT_SERVICE="$(clean "$MONIT_SERVICE")" \
  --setenv=MONIT_EVENT="$(clean "$MONIT_EVENT")" --setenv=MONIT_DESCRIPTION="$(clean "$MONIT_DESCRIPTION")" \
  --setenv=MONIT_DATE="$(clean "$MONIT_DATE")" \
  "$send" || complain "the message to Slack was not sent; see journalctl -t cdktf-sidekiq-slack"
