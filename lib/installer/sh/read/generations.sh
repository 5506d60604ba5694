# Reads the generations: the bundles that an owner has deployed here, kept for inspection and rollback.
# Reads: WORK.
# Sets: UNFIT.
#     $STATE/owners/OWNER/generations/N/   document · generation: a record (records.sh) of its hash, and of who deployed it when ·
#     edited/TIME-TOKEN/PATH: what was edited by hand in this generation, and replaced
# The manifest names the current one and how many are kept. Directories that it doesn't cover aren't generations.

# generation_fits DIRECTORY: succeeds when its document is the one that was deployed. Otherwise UNFIT has the reason.
generation_fits() {
  is_whole generation "$1/generation" || return 1
  UNFIT="is damaged: $(how_to_repair generation)"
  local sum=''
  sum=$(sha256sum <"$1/document") && grep -qxF -e "document ${sum%% *}" "$1/generation"
}

same_document() {
  [ -f "$1" ] || return 1
  ! cmp -s "$WORK/document" "$1" || return 0
  without_deployer "$1" >"$WORK/left" && without_deployer "$WORK/document" | cmp -s - "$WORK/left"
}

# Prints a document without its lines on who deploys: those make no new generation.
without_deployer() {
  sed -e '/^claim /d' -e '/^workspace /d' -e '/^deployed-by /d' "$1"
}
