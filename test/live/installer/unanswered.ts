/**
 * Arguments of a program that mounts an automount at a directory, reports that, and never answers: any process that enters it waits. The
 * program's process id is written to a file; at SIGTERM the waiting processes get an error, and the automount is removed.
 */
export function unanswered(directory: string, pidFile = '/dev/null'): readonly string[] {
  const script = `
    $^F = 100; pipe(R, W) or die; setpgrp; $| = 1;
    my $options = "fd=" . fileno(W) . ",pgrp=" . getpgrp() . ",minproto=5,maxproto=5,direct";
    system("mount", "-t", "autofs", "-o", $options, "test", $ARGV[0]) == 0 or die;
    sysopen(D, $ARGV[0], 0) or die;
    # AUTOFS_IOC_CATATONIC of linux/auto_fs.h. umount is in this group, so that it need not wait itself.
    $SIG{TERM} = sub { ioctl(D, 0x9362, 0); close D; system("umount", "--lazy", $ARGV[0]); exit };
    open(F, ">", $ARGV[1]); print F $$; close F;
    print "mounted\\n"; sleep`;
  return ['perl', '-e', script, directory, pidFile];
}
