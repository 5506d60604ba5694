# Finds the unit that a file or an instance belongs to, by its name.
# Reads: ENABLED.
# Sets: TEMPLATE, UNIT_OF_PATH.

# template_of UNIT: sets TEMPLATE to the template of an instance, or to the unit itself if it isn't an instance.
template_of() {
  TEMPLATE=$1
  case $1 in *@*.*) TEMPLATE=${1%%@*}@.${1##*.} ;; esac
}

# defines PATH UNIT: succeeds when the file is the unit's own, its template's, or a drop-in of either.
defines() {
  unit_of_path "$1"
  template_of "$2"
  [ "$UNIT_OF_PATH" = "$2" ] || [ "$UNIT_OF_PATH" = "$TEMPLATE" ]
}

# unit_of_path PATH: sets UNIT_OF_PATH to the system unit that a file in a unit directory defines: its own name, or for a drop-in
# the unit that it extends.
unit_of_path() {
  UNIT_OF_PATH=${1##*/}
  case $1 in
  /etc/systemd/user/*) UNIT_OF_PATH='' ;;
  */*.d/*.conf)
    UNIT_OF_PATH=${1%/*}
    UNIT_OF_PATH=${UNIT_OF_PATH##*/}
    UNIT_OF_PATH=${UNIT_OF_PATH%.d}
    ;;
  esac
}

is_enabled() {
  case $ENABLED in enabled | enabled-runtime | static | alias | indirect | generated) true ;; *) false ;; esac
}

# Succeeds for a user or group given as a number, which needs no entry.
is_id() {
  case $1 in *[!0-9]*) false ;; esac
}
