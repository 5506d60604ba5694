# Run by Monit (`check program`), as root: checks a Sidekiq's queues, and whether it takes jobs. Works in the sandbox of Monit on
# Debian 13 and 14.
#
#     sidekiq redis UNIT                      whether its Redis can be read
#     sidekiq latency UNIT SECONDS [QUEUE]    whether the oldest job of a queue (of each) has been waiting for longer
#     sidekiq retries UNIT NUMBER             whether more jobs wait to be tried again
#     sidekiq dead UNIT NUMBER                whether more jobs were given up
#     sidekiq quiet UNIT SECONDS              whether it has been quiet (TSTP) for longer: it runs, and takes no jobs
#
# Exits 0 if all is well, 1 if there is a problem. Repeats the last result if there is no new one: while a deployment is
# running, and when Redis can't be read, which `redis` reports. UNIT-queues.service reads Redis, once for all checks that run at
# the same time.
RUN=/run/cdktf-sidekiq
FRESH_SECONDS=5

usage() {
  echo "usage: $0 redis UNIT | latency UNIT SECONDS [QUEUE] | retries UNIT NUMBER | dead UNIT NUMBER | quiet UNIT SECONDS" >&2
  exit 2
}

# verdict STATUS REASON: records the status, prints the reason, and exits.
verdict() {
  echo "$1" >"$MEMORY"
  print_line "$UNIT: $2"
  exit "$1"
}

as_before() {
  local before=0
  [ ! -f "$MEMORY" ] || read -r before <"$MEMORY"
  print_line "$UNIT: $1"
  exit "$before"
}

# Takes the lock of the installer's transactions, which hold it exclusively. Repeats the last result during a transaction.
unless_deploying() {
  exec 9>>"$RUN/lock"
  flock -s -n 9 || as_before 'a deployment is in progress'
}

# Has the reader read Redis again, unless its result is fresh. The lock is held until this program ends, so that no copy is
# needed. The unit limits the size of the result (LimitFSIZE=). The service's user can write anything into it.
read_redis() {
  exec 8>>"$FOUND.lock"
  flock -w 30 8 || as_before 'another one has been reading for 30 s'
  local moment='' last=''
  moment=$(uptime_seconds)
  [ ! -f "$FOUND.when" ] || read -r last <"$FOUND.when"
  if ! is_number "$last" || [ "$((moment - last))" -ge "$FRESH_SECONDS" ]; then
    rm -f -- "$FOUND"
    systemctl --no-ask-password start -- "$READER" 2>/dev/null || :
    uptime_seconds >"$FOUND.when"
  fi
}

# The result's last line says how the reader ended. It has none if the unit's condition wasn't met: there is no code yet.
look() {
  read_redis
  [ -f "$FOUND" ] || : >"$FOUND"
  local end='' waits=''
  end=$(tail -n 1 -- "$FOUND" | cut -b 1-400)
  case $end in
  read) ;;
  '')
    waits=$(systemctl show -p ConditionResult -p Result -- "$READER" 2>/dev/null)
    case $waits in
    *ConditionResult=no*) verdict 0 'not looked at, it waits for code' ;;
    *) unreadable "$READER did not run; journalctl -u $READER has the cause" ;;
    esac
    ;;
  *) unreadable "${end#*"$TAB"}" ;;
  esac
}

unreadable() {
  [ "$WHAT" = redis ] || as_before "its Redis can't be read: $1"
  verdict 1 "its Redis can't be read: $1"
}

is_number() {
  case $1 in '' | *[!0-9]* | ????????????????*) false ;; esac
}

latency() {
  local worst='' longest=-1 kind='' name='' jobs='' seconds=''
  while IFS=$TAB read -r kind name jobs seconds; do
    [ "$kind" = queue ] || continue
    [ -z "$QUEUE" ] || [ "$name" = "$QUEUE" ] || continue
    if ! is_number "$jobs" || ! is_number "$seconds"; then continue; fi
    if [ "$seconds" -gt "$longest" ]; then worst="$name: $jobs jobs, the oldest waits for $seconds s" longest=$seconds; fi
  done <"$FOUND"
  [ -n "$worst" ] || verdict 0 "no jobs in ${QUEUE:-its queues}"
  if [ "$longest" -gt "$LIMIT" ]; then verdict 1 "queue $worst, and $LIMIT s is the limit"; fi
  verdict 0 "queue $worst"
}

set_size() {
  local jobs=''
  jobs=$(sed -n "s/^$1$TAB\([0-9]\{1,15\}\)\$/\1/p" "$FOUND" | head -n 1)
  [ -n "$jobs" ] || unreadable 'its reader printed no number'
  if [ "$jobs" -gt "$LIMIT" ]; then verdict 1 "$jobs jobs $2, and $LIMIT is the limit"; fi
  verdict 0 "$jobs jobs $2"
}

# Sidekiq's process title, from 5.2 to 8.1, ends in `stopping` once it is quiet. That of a Sidekiq that is stopping does, too.
quiet() {
  local properties='' pid='' invocation=''
  properties=$(systemctl show -p ActiveState -p MainPID -p InvocationID -- "$UNIT" 2>/dev/null)
  pid=$(printf '%s\n' "$properties" | sed -n 's/^MainPID=//p')
  invocation=$(printf '%s\n' "$properties" | sed -n 's/^InvocationID=//p')
  local title=''
  { read -r title <"/proc/${pid:-0}/cmdline"; } 2>/dev/null || :
  case $properties/$title in
  *ActiveState=active*/'sidekiq '*' busy] stopping'*) ;;
  *) rm -f -- "$SINCE" && verdict 0 'takes jobs, or does not run' ;;
  esac
  local was='' begun=''
  [ ! -f "$SINCE" ] || read -r was begun <"$SINCE"
  local moment=''
  moment=$(uptime_seconds)
  if [ "$was" != "$invocation" ] || ! is_number "$begun"; then
    begun=$moment
    echo "$invocation $begun" >"$SINCE"
  fi
  if [ "$((moment - begun))" -gt "$LIMIT" ]; then
    verdict 1 "quiet for $((moment - begun)) s: it takes no jobs; systemctl restart $UNIT ends that"
  fi
  verdict 0 "quiet for $((moment - begun)) s"
}

TAB=$(printf '\t')
[ $# -ge 2 ] || usage
WHAT=$1 UNIT=$2 LIMIT=${3:-0} QUEUE=${4:-}
case $UNIT in '' | -* | */*) usage ;; esac
case $LIMIT in '' | *[!0-9]*) usage ;; esac
mkdir -p -- "$RUN/queues" || exit 1
READER=${UNIT%.service}-queues.service
FOUND=$RUN/queues/$UNIT
MEMORY=$FOUND.$(printf %s "$*" | sha256sum | cut -c 1-16)
SINCE=$FOUND.quiet
case $WHAT in redis | latency | retries | dead | quiet) ;; *) usage ;; esac
unless_deploying
case $WHAT in
redis)
  look
  verdict 0 'its Redis can be read'
  ;;
latency)
  look
  latency
  ;;
retries)
  look
  set_size retry 'wait to be tried again'
  ;;
dead)
  look
  set_size dead 'were given up'
  ;;
quiet) quiet ;;
esac
