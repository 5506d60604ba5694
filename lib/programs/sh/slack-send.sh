#!/bin/sh
# Sends one event of Monit to a Slack webhook. Runs as an unprivileged user; the webhook's URL is a secret, and comes as a
# credential of the service (systemd.exec(5), LoadCredential): it is in no argument list and in no environment.
export LC_ALL=C

# Text to the inside of a JSON string; Slack wants & < > as entities in what is not markup.
json() {
  printf '%s' "$1" | head -c "$2" | iconv -c -f UTF-8 -t UTF-8 2>/dev/null | tr '\000-\037\177' ' ' |
    sed 's/\\/\\\\/g; s/"/\\"/g; s/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g'
}

url=''
[ ! -r "$CREDENTIALS_DIRECTORY/webhook" ] || read -r url <"$CREDENTIALS_DIRECTORY/webhook" || :
# What is left may stand between double quotes in curl's configuration.
case $url in
https://* | http://*) ;;
*) url='' ;;
esac
case $url in
'' | *[!A-Za-z0-9:/._~%?=\&+,@-]*)
  echo 'the webhook file does not hold one URL' >&2
  exit 1
  ;;
esac

text="*$(json "$MONIT_SERVICE" 200)* on $(json "$MONIT_HOST" 200): $(json "$MONIT_EVENT" 200)\\n$(json "$MONIT_DESCRIPTION" 2000)\\n$(json "$MONIT_DATE" 100)"
printf 'url = "%s"\n' "$url" | curl -q --config - --silent --show-error --fail --output /dev/null --proto '=https,http' \
  --connect-timeout 10 --max-time 20 --retry 2 --retry-max-time 50 \
  --header 'Content-Type: application/json' --data-binary "{\"text\":\"$text\"}"
