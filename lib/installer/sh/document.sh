# The document: what is wanted, one record a line. It becomes tables in $WORK, one row a record, text last.

# Base64 words, one a line (`-` is empty), to lines of text. One process for all of them.
decode_lines() {
  sed 's/^-$//; s/$/\nCg==/' | base64 -d
}

# table KEYWORD N: the records of a keyword, as N plain words and one decoded text.
table() {
  grep "^$1 " "$WORK/document" >"$WORK/records" || :
  cut -d ' ' -f "$(($2 + 2))" "$WORK/records" | decode_lines >"$WORK/texts"
  if [ "$2" -eq 0 ]; then
    cat "$WORK/texts"
  else
    cut -d ' ' -f "2-$(($2 + 1))" "$WORK/records" | paste -d ' ' - "$WORK/texts"
  fi
}

# word KEYWORD: the one plain word of a record.
word() {
  sed -n "/^$1 /{s/^$1 //p;q;}" "$WORK/document"
}

read_document() {
  if [ "$(head -n 1 "$WORK/document")" != 'cdktf-sidekiq 1' ] || [ "$(tail -n 1 "$WORK/document")" != end ]; then
    fail 'the upload is incomplete'
  fi
  OWNER=$(word owner)
  CLAIM=$(word claim)
  case $OWNER$CLAIM in '' | *[!0-9A-Za-z-]*) fail 'the upload names no valid owner' ;; esac
  if [ -z "$OWNER" ] || [ -z "$CLAIM" ]; then fail 'the upload names no owner or no claim'; fi
  STACK=$(table stack 0)
  # The words of a file: mode user group kind sha256 path.
  table file 5 >"$WORK/want.files" || fail 'the upload cannot be read'
  # Before anything splits a row, which would take the blanks off.
  if grep -v '^\([^ ]\{1,\} \)\{5\}/.*[^[:blank:]]$' "$WORK/want.files" >"$WORK/records"; then
    fail "a path is not absolute or ends in a blank: \"$(head -n 1 "$WORK/records" | cut -d ' ' -f 6-)\""
  fi
  table service 7 >"$WORK/want.services"
  table restart 1 >"$WORK/want.restarts"
  table check 0 >"$WORK/want.checks"
  table program 0 >"$WORK/need.programs"
  table exists 0 >"$WORK/need.files"
  sed -n 's/^user //p' "$WORK/document" >"$WORK/need.users"
  sed -n 's/^group //p' "$WORK/document" >"$WORK/need.groups"
  unpack_contents
}

# Content N of the document becomes $WORK/content.N, and is what it was when it was sent.
unpack_contents() {
  sed -n 's/^file .* //p' "$WORK/document" | split -l 1 -d -a 4 - "$WORK/base64."
  number=0
  : >"$WORK/sums"
  while read -r _ _ _ _ sha path; do
    name=$(printf '%04d' "$number")
    sed 's/^-$//' "$WORK/base64.$name" | base64 -d >"$WORK/content.$name" 2>/dev/null || fail "the text of $path is damaged"
    printf '%s  %s\n' "$sha" "$WORK/content.$name" >>"$WORK/sums"
    number=$((number + 1))
  done <"$WORK/want.files"
  [ "$number" -eq 0 ] || sha256sum --check --status "$WORK/sums" || fail 'a file does not have the content it was sent with'
  rm -f -- "$WORK"/base64.*
}
