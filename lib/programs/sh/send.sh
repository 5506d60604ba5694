#!/bin/sh
# Sends one event of Monit with curl. Runs as an unprivileged user. Secrets come as credentials of the service (systemd.exec(5),
# LoadCredential) and are in no argument list or environment.
#
#     send slack                        to the URL in the credential `webhook`, in Slack's own form
#     send webhook                      to the URL in the credential `webhook`, as JSON; `authorization`, if there, is a header
#     send mail URL TLS USER FROM TO…   to a mail server: smtp://host:587; TLS is required or none; the password, if any, is in `password`
# Sets: SECRET.
export LC_ALL=C

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# plain TEXT BYTES: prints it on one line, cut between two characters.
plain() {
  printf '%s' "$1" | head -c "$2" | iconv -c -f UTF-8 -t UTF-8 2>/dev/null | tr '\000-\037\177' ' '
  [ ${#1} -le "$2" ] || printf '...'
}

# json TEXT BYTES: prints the inside of a JSON string.
json() {
  plain "$1" "$2" | sed 's/\\/\\\\/g; s/"/\\"/g'
}

# Slack requires & < > as entities outside of markup.
slack() {
  json "$1" "$2" | sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g'
}

# credential NAME: sets SECRET to the credential's first line, of printable ASCII.
credential() {
  SECRET=''
  [ ! -f "${CREDENTIALS_DIRECTORY:-}/$1" ] || IFS= read -r SECRET <"$CREDENTIALS_DIRECTORY/$1" || :
  case $SECRET in *[!\ -~]*) fail "the $1 contains characters other than printable ASCII" ;; esac
}

# Escapes text for double quotes in curl's configuration.
quoted() {
  printf '%s' "$1" | sed 's/\\/\\\\/g; s/"/\\"/g'
}

curl_quietly() {
  curl -q --silent --show-error --fail --output /dev/null --connect-timeout 10 --max-time 20 --retry 2 --retry-max-time 50 "$@"
}

post() {
  credential webhook
  local url=''
  url=${SECRET%% *}
  case $url in
  https://?* | http://?*) ;;
  *) url='' ;;
  esac
  case $url in '' | *[!A-Za-z0-9:/._~%?=\&+,@-]*) fail 'the webhook file does not hold one URL' ;; esac
  credential "$2"
  {
    printf 'url = "%s"\n' "$url"
    [ -z "$SECRET" ] || printf 'header = "Authorization: %s"\n' "$(quoted "$SECRET")"
  } | curl_quietly --config - --proto '=https,http' --header 'Content-Type: application/json' --data-binary "$1"
}

COUNT=${NOTIFY_COUNT:-1}
case $COUNT in '' | *[!0-9]*) COUNT=1 ;; esac
MORE=''
[ "$COUNT" -eq 1 ] || MORE="$COUNT of these since the last message"

to_slack() {
  local text=''
  text="*$(slack "$MONIT_SERVICE" 200)* on $(slack "$MONIT_HOST" 200): $(slack "$MONIT_EVENT" 200)\\n$(slack "$MONIT_DESCRIPTION" 2000)"
  post "{\"text\":\"$text\\n$(slack "$MONIT_DATE" 100)${MORE:+\\n$MORE}\"}" ''
}

to_webhook() {
  post "{\"host\":\"$(json "$MONIT_HOST" 200)\",\"service\":\"$(json "$MONIT_SERVICE" 200)\",\"event\":\"$(json "$MONIT_EVENT" 200)\",\
\"description\":\"$(json "$MONIT_DESCRIPTION" 2000)\",\"time\":\"$(json "$NOTIFY_TIME" 100)\",\"count\":$COUNT}" authorization
}

# header TEXT BYTES: prints it as ASCII, for a mail's header.
header() {
  plain "$1" "$2" | iconv -c -f UTF-8 -t ASCII//TRANSLIT 2>/dev/null
}

# message FROM TO…: prints the mail.
message() {
  local from="$1" to='' address=''
  shift
  for address; do to="$to${to:+, }$address"; done
  printf 'From: %s\nTo: %s\n' "$from" "$to"
  printf 'Subject: %s on %s: %s\n' "$(header "$MONIT_SERVICE" 100)" "$(header "$MONIT_HOST" 100)" "$(header "$MONIT_EVENT" 100)"
  printf 'Date: %s\nMessage-ID: <%s@%s>\n' "$(date -R)" "$(cat /proc/sys/kernel/random/uuid)" "${from##*@}"
  printf 'Auto-Submitted: auto-generated\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: base64\n\n'
  {
    plain "$MONIT_SERVICE" 200
    printf ' on '
    plain "$MONIT_HOST" 200
    printf ': '
    plain "$MONIT_EVENT" 200
    printf '\r\n\r\n'
    plain "$MONIT_DESCRIPTION" 2000
    printf '\r\n\r\n'
    plain "$MONIT_DATE" 100
    printf '\r\n%s' "${MORE:+$MORE
}"
  } | base64
}

to_mail() {
  local url="$1" tls="$2" user="$3" from="$4" login='' address=''
  shift 4
  credential password
  [ -z "$SECRET" ] || login="user = \"$(quoted "$user:$SECRET")\""
  message "$from" "$@" | sed 's/$/\r/' | {
    for address; do set -- "$@" --mail-rcpt "$address" && shift; done
    [ "$tls" = none ] || set -- "$@" --ssl-reqd
    curl_quietly --config /dev/fd/3 --proto '=smtp,smtps' --url "$url" --mail-from "$from" "$@" --upload-file - 3<<LOGIN
$login
LOGIN
  }
}

kind=${1:-}
[ $# -eq 0 ] || shift
case $kind/$# in
slack/0) to_slack ;;
webhook/0) to_webhook ;;
mail/[5-9] | mail/[1-9][0-9]) to_mail "$@" ;;
*)
  echo "usage: $0 slack | webhook | mail URL required|none USER FROM TO..." >&2
  exit 2
  ;;
esac
