# Transport of a deployment: Terraform uploads this text and runs it over SSH. It becomes root, stores the program and the
# document where only root can read them, verifies that they are what Terraform sent, runs the program, and passes on its exit
# code. What the program does isn't its concern. The upload reaches root through a descriptor of this shell, not sudo's standard
# input: `Defaults log_input` would record the secrets in it.
# The text in quotes is expanded by root's shell. The hashes are set above.
as_root sh -c '
  umask 077
  trap "" HUP
  refuse() {
    echo "refused, nothing changed: $1"
    [ -z "$WORK" ] || rm -rf -- "$WORK"
    exit 1
  }
  WORK=""
  upload=/proc/$1/fd/3
  [ -r "$upload" ] || refuse "root has no CAP_SYS_PTRACE here, so it cannot read the upload from $upload; allow it in ssh.service, or connect as root"
  WORK=$(mktemp -d /run/cdktf-sidekiq-transaction.XXXXXXXXXX) || refuse "/run is full, or cannot be written to"
  awk -v work="$WORK/" "
    /^cdktf-sidekiq 1\$/ { document = 1 }
    { print > (work (document ? \"document\" : \"program\")) }
    ! document { next }
    \$1 == \"owner\" || \$1 == \"claim\" || \$1 == \"workspace\" { filled = filled \$@{document.owner.value} \" \"; \$@{document.owner.value} = \"-\" }
    \$1 == \"file\" { filled = filled \$@{document.file.sha} \" \"; \$@{document.file.sha} = \$@{document.file.content} = \"-\" }
    { print > (work \"fixed\") }
    END { print filled > (work \"filled\") }
  " <"$upload" 2>/dev/null || refuse "/run is full, or cannot be written to"
  printf "%s  $WORK/%s\n" "$2" program "$3" fixed "$4" filled >"$WORK/sums"
  sha256sum --check --status "$WORK/sums" 2>/dev/null || refuse "the upload was cut short or changed on its way; run terraform apply again"
  printf "%s\n" "$5" >"$WORK/login" || refuse "/run is full, or cannot be written to"
  exec sh "$WORK/program" deploy "$WORK"
' transport "$$" "$program_sha256" "$fixed_sha256" "$filled_sha256" "$(id -un)" 3<<'CDKTF_SIDEKIQ_UPLOAD'
