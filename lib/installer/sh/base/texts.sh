# Installs a text of the document, or an original.
# Reads: WORK.

# install_file TEXT MODE USER GROUP TARGET: installs a text as TARGET. An original is restored exactly as it was, even a symbolic
# link.
install_file() {
  case $1 in
  original.*) cp -aT -- "$WORK/text.$1" "$5" ;;
  *) install -T -m "$2" -o "$3" -g "$4" -- "$WORK/text.$1" "$5" ;;
  esac
}
