# Watches a host for texts that must stay secret, and misses nothing: the kernel asks this program before any process opens a
# file (fanotify(7), FAN_OPEN_PERM), so the opening process waits until the file has been checked.
#
#     watch.pl STOP DIRECTORY...    with the texts on standard input, one per line; ends when the file STOP exists
#
# - A program opens the C library right after its start: its arguments and environment are read before it runs any code of its own.
# - A new file is checked before the first byte is written, and again when it is closed: its content, and whether the
#   users nobody and deploy could open it at that moment (faccessat2(2) with their identity).
# - In the DIRECTORIES a second process sees each change of a mode, owner or name (inotify(7)), and actually opens and reads
#   the files as those users.
#
# Prints lines of words separated by tabs: argv UID COMMAND, environ UID PROGRAM, holds MODE UID PATH, open USER PATH, and at the end
# `seen EVENTS PROGRAMS FILES CHANGES`.
use strict;
use warnings;
use POSIX ();

my ($stop, @directories) = @ARGV;
chomp(my @texts = <STDIN>);
my $texts = join '|', map { quotemeta } @texts;
my %users = map { my @entry = getpwnam $_; ($_ => [ $entry[2], $entry[3] ]) } 'nobody', 'deploy';
my $started = time - 1;
$| = 1;

# Numbers of system calls: fanotify_init, fanotify_mark, faccessat2, inotify_init1, inotify_add_watch.
my %calls = (x86_64 => [ 300, 301, 439, 294, 254 ], aarch64 => [ 262, 263, 439, 26, 27 ]);
my ($fanotify_init, $fanotify_mark, $faccessat2, $inotify_init1, $inotify_add_watch) = @{ $calls{ (POSIX::uname())[4] } };

my %printed;
sub report {
    my $line = join "\t", map { s/[\t\n\0]/ /gr } @_;
    print "$line\n" unless $printed{$line}++;
}

# Runs a piece of code as another user.
sub as_user {
    my ($user, $code) = @_;
    my ($uid, $gid) = @{ $users{$user} };
    my ($old_uid, $old_gids) = ($>, $));
    $) = "$gid $gid";
    $> = $uid;
    my $result = $code->();
    $> = $old_uid;
    $) = $old_gids;
    return $result;
}

# Checks whether this user can open the file now. AT_FDCWD, R_OK, AT_EACCESS.
sub may_read {
    my ($user, $path) = @_;
    return as_user($user, sub { syscall($faccessat2, -100, $path, 4, 0x200) == 0 });
}

# ---- changes: a separate process, because it opens files, and must not answer itself.

sub watch_changes {
    my $queue = syscall($inotify_init1, 0);
    die "inotify: $!\n" if $queue < 0;
    open(my $events, '<&=', $queue) or die;
    my (%directory_of, $add);
    my $changes = 0;
    # A new directory may get files before it is watched.
    $add = sub {
        my ($directory) = @_;
        # IN_ATTRIB, IN_CREATE, IN_MOVED_TO, IN_CLOSE_WRITE, IN_DONT_FOLLOW, IN_ONLYDIR
        my $watch = syscall($inotify_add_watch, $queue, $directory, 0x4 | 0x100 | 0x80 | 0x8 | 0x2000000 | 0x1000000);
        return if $watch < 0;
        $directory_of{$watch} = $directory;
        opendir(my $names, $directory) or return;
        for my $name (readdir $names) {
            my $path = "$directory/$name";
            next if $name eq '.' || $name eq '..' || -l $path;
            if (-d _) { $add->($path) } elsif ($changes) { try_to_read($path) }
        }
    };
    $add->($_) for @directories;
    print "ready\n";
    local $SIG{TERM} = sub { print "changes\t$changes\n"; POSIX::_exit(0) };
    while (sysread $events, my $buffer, 65536) {
        while (length $buffer) {
            my ($watch, undef, undef, $length) = unpack 'iIII', $buffer;
            my $name = unpack 'Z*', substr $buffer, 16, $length;
            substr $buffer, 0, 16 + $length, '';
            my $directory = $directory_of{$watch} // next;
            my $path = $name eq '' ? $directory : "$directory/$name";
            $changes++;
            lstat $path or next;
            if (-l _) { next }
            elsif (-d _) { $add->($path) }
            elsif (-f _) { try_to_read($path) }
        }
    }
}

sub try_to_read {
    my ($path) = @_;
    for my $user (keys %users) {
        my $content = as_user($user, sub { sysopen(my $file, $path, POSIX::O_RDONLY | POSIX::O_NONBLOCK) or return ''; sysread $file, my $text, 4_000_000; $text // '' });
        report('open', $user, $path) if $content =~ /$texts/o;
    }
}

# ---- opens

sub read_proc {
    my ($pid, $name) = @_;
    open(my $file, '<', "/proc/$pid/$name") or return '';
    local $/;
    return <$file> // '';
}

my (%programs, %files);

sub look_at_process {
    my ($pid) = @_;
    my $argv = read_proc($pid, 'cmdline');
    $programs{"$pid $argv"}++;
    my $uid = (stat "/proc/$pid")[4] // '?';
    report('argv', $uid, $argv) if $argv =~ /$texts/o;
    report('environ', $uid, read_proc($pid, 'comm') =~ s/\n//r) if read_proc($pid, 'environ') =~ /$texts/o;
}

sub look_at_file {
    my ($fd, $file) = @_;
    my ($device, $inode, $mode, $uid, $size, $changed) = (stat $file)[ 0, 1, 2, 4, 7, 10 ];
    return if !POSIX::S_ISREG($mode) || $changed < $started || $size > 4_000_000;
    my $path = readlink("/proc/self/fd/$fd") // return;
    return if $path =~ m{^/(run|var)/log/journal/|\.journal$| \(deleted\)$};
    my $key = "$device:$inode";
    my $known = $files{$key};
    # A freed inode that is now another file.
    $known = undef if $known && $size == 0 && $known->{path} ne $path;
    $files{$key} = $known //= { readers => {}, holds => 0 };
    $known->{path} = $path;
    $known->{readers}{$_} = 1 for grep { may_read($_, $path) } keys %users;
    sysseek $file, 0, 0;
    sysread $file, my $content, 4_000_000;
    $known->{holds} ||= ($content // '') =~ /$texts/o;
    return if !$known->{holds};
    report('holds', sprintf('%04o', $mode & 07777), $uid, $path =~ s/transaction\.\w+/transaction.X/r =~ s/sidekiq-[A-Za-z0-9]{10}\//sidekiq-X\//r);
    # A user who could open it before the text was written may have kept it open.
    report('open', $_, $path) for keys %{ $known->{readers} };
}

sub watch_opens {
    my ($changes_pid) = @_;
    # FAN_CLASS_CONTENT, FAN_UNLIMITED_QUEUE, FAN_UNLIMITED_MARKS, FAN_CLOEXEC
    my $queue = syscall($fanotify_init, 0x4 | 0x10 | 0x20 | 0x1, 0);
    die "fanotify: $!\n" if $queue < 0;
    my %device;
    for my $directory (@directories, '/', '/usr') {
        next if $device{ (stat $directory)[0] // next }++;
        # FAN_MARK_ADD and FAN_MARK_FILESYSTEM; FAN_OPEN_PERM and FAN_CLOSE_WRITE; AT_FDCWD
        syscall($fanotify_mark, $queue, 0x1 | 0x100, 0x10000 | 0x8, -100, $directory) == 0 or die "fanotify: $directory: $!\n";
    }
    open(my $events, '+<&=', $queue) or die;
    my $count = 0;
    print "watching\n";
    until (-e $stop) {
        vec(my $bits = '', $queue, 1) = 1;
        select($bits, undef, undef, 0.2) or next;
        sysread $events, my $buffer, 4096 or next;
        while (length $buffer) {
            my ($length, undef, undef, undef, $mask, $fd, $pid) = unpack 'ICCSQii', $buffer;
            substr $buffer, 0, $length, '';
            next if $fd < 0;
            open(my $file, '<&=', $fd) or die;
            if ($pid != $changes_pid) {
                $count++;
                eval { look_at_process($pid); look_at_file($fd, $file); 1 } or print "error\t$@";
            }
            syswrite $events, pack('iI', $fd, 1) if $mask & 0x10000;
            close $file;
        }
    }
    close $events;
    print join("\t", 'seen', $count, scalar keys %programs, scalar keys %files), "\n";
}

my $child = fork // die;
if ($child == 0) {
    watch_changes();
    exit;
}
# Not before the other process has finished its first scan: its opens would need answers.
sleep 1;
watch_opens($child);
kill 'TERM', $child;
waitpid $child, 0;
