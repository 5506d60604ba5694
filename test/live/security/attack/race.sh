#!/bin/sh
# Tries a window many times, on a host: each time the program runs once, and the attacker takes a turn in the middle of it.
#
#     race.sh TRIES ENOUGH PROGRAM TRICK…
#
# The first run counts the moments at which the program pauses. The tries go through all pairs of moment and trick, with the
# attacker's change staying or reverted at the next moment, until there are ENOUGH effects. Prints "TRIES EFFECTS", counting only
# tries in which the attacker had a turn, then each effect.
tries=$1 enough=$2 program=$3
shift 3
attack=/run/attack ran=/root/attack-ran victim=/etc/victim
cd / || exit 1

# A write changes a file's time, and a replacement the inode. A hard link that appears and disappears changes neither.
state() {
  find $victim -printf '%p %i %y %m %u %g %s %T@ %l\n'
}

# The mounts of the last run no longer exist: they were its own.
mend() {
  rm -rf /opt/app $ran $attack/taken /run/attacked.*
  cp -a /root/attack-app /opt/app
}

run() {
  timeout -k 1 60 unshare -m -- sh "$program" >/root/attack-output 2>&1
  [ $? -ne 124 ]
}

# The greatest common divisor.
divisor() {
  a=$1 b=$2
  while [ "$b" -ne 0 ]; do
    rest=$((a % b)) a=$b b=$rest
  done
  echo "$a"
}

effect() {
  effects=$((effects + 1))
  printf 'moment %s %s, %s: %s\n' "$first" "$second" "$trick" "$1" >>/root/attack-effects
}

: >/root/attack-effects
before=$(state)
mend
rm -f $attack/turns
run
read -r moments <$attack/count
pairs=$((moments * $# * 2))
# Steps of the golden ratio spread few tries over all pairs, and many go through each.
step=$((pairs * 618 / 1000 + 1))
until [ "$(divisor "$step" "$pairs")" -eq 1 ]; do step=$((step + 1)); done
try=0 taken=0 effects=0 trick=''
while [ "$try" -lt "$tries" ] && [ "$effects" -lt "$enough" ]; do
  pair=$((try * step % pairs))
  first=$((pair / 2 % moments + 1)) second=0
  [ $((pair % 2)) -eq 0 ] || second=$((first + 1))
  number=$((pair / 2 / moments + 1))
  eval "trick=\${$number}"
  mend
  rm -f $attack/count
  echo "$trick $first $second" >$attack/turns
  run || effect 'root waits for more than 60 s'
  rm -f $attack/turns
  echo wait >$attack/go && read -r answer <$attack/answer
  [ ! -s $attack/taken ] || taken=$((taken + 1))
  if [ -e $ran ]; then
    effect "root ran $(head -n 1 $ran)"
  elif [ "$(state)" != "$before" ]; then
    effect "$victim is not what it was"
    rm -rf $victim
    cp -a /root/attack-victim $victim
    before=$(state)
  elif [ "$answer" != ok ] || grep -qs -e ' read ' -e ' disclosed$' $attack/taken; then
    effect "a secret was read: $answer, $(grep -s -m 1 -e ' read ' -e ' disclosed$' $attack/taken)"
  fi
  try=$((try + 1))
done
mend
echo "$taken $effects"
cat /root/attack-effects
