# Prepares the document of an earlier generation as a deployment under the current claim.
# Reads: CALLED_BY, KEPT_DOCUMENT, OLD_CLAIM, OLD_GENERATION, WORK.

# Prepares the document of a generation as a deployment under the current claim.
prepare_rollback() {
  own_stack
  local number=''
  number=${1:-$((OLD_GENERATION - 1))}
  generation "$number"
  sed -e "s/^claim .*/claim $OLD_CLAIM/" -e "s/^deployed-by .*/deployed-by $(printf 'rollback to generation %s' "$number" | base64 -w 0)/" \
    "$KEPT_DOCUMENT" >"$WORK/document"
  echo "${CALLED_BY:-root}" >"$WORK/login"
  echo "$number" >"$WORK/rollback"
}
