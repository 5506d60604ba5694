/**
 * Values that some parser of systemd takes and some other refuses: each is tried on directives of every kind, so that what we say of it can be
 * compared with what systemd says.
 */
export const TRIAL_VALUES: readonly string[] = [
  ...['', 'yes', 'no', 'On', 'maybe', 'a', 'A b', 'é', '"a b"', '"open', "'x'y", 'x\\x41', 'x\\q', 'x\\u00e9', 'x\\ud800', 'a\\\\', '\\s', '\\101', '\\400', '\\x00'],
  ...['1', '0', '-1', '-0', '+5', ' 5', '19', '-20', '20', '99', '100', '255', '256', '1000', '1001', '10001', '65535', '65536', '4294967295', '4294967296'],
  ...['18446744073709551615', '18446744073709551616', '0x10', '010', '08', '0b11', '0o17', '1.5', '0.5', '7777', '10000', '0755', '8'],
  ...['1K', '1k', '1.5G', '512MB', '1G 512M', '512M 1G', '10.M', '5B', '16E', '1 K', 'infinity', 'infinity x', '50%', '101%', '0%', '12.34%', '1.234%'],
  ...['1.5‰', '5‱', '200%', '%', '5s', '5 s', '5sec 3ms', '5,5s', '1M', '3month', '-5s', '.5s', '5.s', '5.5.5', '12.34 .56', '5min5', '9999999999y', 'µs', '3µs'],
  ...['/a', '/a b', '/a/../b', '//a//b/', '-/a', '+/a', '-+/a', '+-/a', 'a/b', '../x', '~', '-~', '-', '/x:/y', '/x:/y:rbind', '/x:/y:bad', '/x:', ':/x', '"/x:/y"'],
  ...['/x:ro', '/x:/y:root:ro', 'root:ro', 'usr:ro foo:x', '/var/run/x', '/dev/', `/${'x'.repeat(256)}`, `/${'x/'.repeat(2048)}`, 'x:y', 'x\\x3ay:z', 'private', 'a:b:c'],
  ...['%n', '%i', '%Z', '%9', '%', '%%', 'a%', '% ', '/%n', '/%t/x', '%t/x', '%I', '%f', '%h', '%d', '%p.service', '%j.slice', '%t.service'],
  ...['foo.service', 'foo', 'foo@.service', 'foo@x.service', 'foo.service bar', 'foo.socket', 'x.slice', 'a-b.slice', '-.slice', 'foo\\x2d.service', 'a b.service'],
  ...['"foo.service"', 'é.service', '.service', 'foo.servce', 'A=b', 'A', '1A=b', '"A=b c"', 'A=\\x41', 'A=\\xff', 'A=b B', '=b', 'FIELD=1', '_F=1'],
  ...['CAP_CHOWN', '~CAP_CHOWN', 'CAP_X', '@system-service', '~@clock', '@nosuch', 'nosuchcall', 'read', 'read:EPERM', '~read:EPERM', '~read:kill', '~read:5000', 'read:'],
  ...['AF_INET', '~AF_INET AF_FOO', 'none', 'SIGTERM', 'TERM', 'term', '15', '64', '65', 'RTMIN+3', 'SIGRTMAX-1', 'RTMIN+99', 'RTMIN-1', 'EPERM', 'EFOO', 'kill', '4096'],
  ...['127.0.0.1', '10.0.0.0/8', '10.0.0.0/33', '::1/128', '1::2::3', '::ffff:1.2.3.4', 'any', 'localhost', 'link-local', '1.2.3.4:80', '1.2.3:80', '[::1]:80', '[::1]', '::1'],
  ...['80', '@abstract', '@', 'vsock:2:3', 'vsock::3', 'vsock:x:3', 'route 1', 'route x', 'nosuch 1', 'ipv4:tcp:80', 'tcp:1-2', 'tcp:2-1', 'ipv4', 'udp:any', 'ipv6:'],
  ...['inherit', 'null', 'journal', 'syslog', 'tty-force', 'file:/x', 'file:x', 'append:/x', 'truncate:/x', 'truncate:x', 'fd:x', 'fd:', 'fd:a:b', 'socket', 'data'],
  ...['daily', 'DAILY', 'anually', '*-*-* 00:00:00', 'Mon..Fri 10:00', 'Mon,Tue', 'Mon,', 'Fri..Mon', 'Monday-Friday', 'Mo', '2020-02-30', '25:00', '10:60', '*:0/15', '@123', '@x'],
  ...['weekly UTC', '*-*~01', '*-02~29', '12-24..25', '1..3-1', '00:00:00.5', '0/2:00', '0/0:00', '*:*:0..2', '12-24', '99-1-1', '2200-1-1', '*-*-1/31', '10:00 Europe/Berlin'],
  ...['0-3', '3-1', '0,2 4', '0-', 'numa', 'all', '/dev/null rw', '/dev/null rwx', '/dev/null', 'char-pts rw', 'char-pts', '/etc/x r', '/dev/sda 100', '/dev/sda 1M', '/dev/sda 5ms'],
  ...['/dev/sda 0', '/dev/sda infinity', 'eth0', '~eth0 lo', 'averylonginterfacename', 'a/b', 'http://x', 'man:x(1)', 'man:', 'foo:bar', 'file:/x', 'https://é', '"man:x'],
  ...['abc:YWJj', 'abc:', 'abc', 'abc:\\x', 'abc:\\x00', 'a/b:c', 'abc:/x', 'abc:/x/../y', 'abc:def', 'nobody', 'root', '65534', '4294967294', '-5', '.', '..', 'a:b', 'a@b', ' x'],
  ...['org.x.Y', 'org', 'org..x', 'org.1x', ':1.2', 'aGk=', 'aGk', 'a Gk=', '|', '!', '!/x', '|!/x', '!|/x', '! /x', '| /x', '-x', 'base64:aGk=', 'ab', 'abababababababababababababababab'],
  ...['elf-headers 0xff', '0xfg', 'default', 'cpu memory', 'cpu foo', 'foo', 'ipc net', '~ipc', 'ipc foo', 'keep-caps foo', 'ext4 @temporary', '~', 'none none', 'x86-64', 'x86', 'arm64'],
  ...['simple', 'oneshot', 'notify-reload', 'always', 'mixed', 'control-group', 'full', 'read-only', 'tmpfs', 'strict', 'replace', 'isolate', 'reboot', 'exit-force', 'kexec', 'auto', 'inactive'],
  ...['local0', '24', '3', 'debug', 'idle', 'fifo', 'realtime', '5', 'shared', 'slave', 'default', 'both', 'ipv6-only', 'udplite', 'ns', 'low-delay', 'low-delay 1', 'abort', 'closed', 'omit', 'inherit shared'],
  ...['/bin/true', '-/bin/true', '@/bin/true', '@/bin/true x', '+!/bin/true', '!!/bin/true', '!!!/bin/true', '-@:+/bin/true x', 'true', './true', 'a/b', '/bin/', '-/bin/', '"/bin/a b"'],
  ...['/bin/a"b', '/bin/true "x', '-/bin/true "x', '/bin/true %Z', '-/bin/true %Z', '/bin/true ; /bin/false', '/bin/true ;', '; /bin/true', '/bin/true ; ;', '/bin/true \\;', '/bin/true "\\q"'],
  ...['/bin/true \\', '/bin/true ; x/y', '-', '@', ':', '|/bin/true', '/bin/%n', '%Z', '/bin/true $X ${Y}', '/bin/../x', '"" x', '/bin/true ""'],
  ...['egress:/x', 'egress:', 'nosuch:/x', 'egress:x', '200000000000', '9223372036854775808', '2147483648', '-2147483649', 'low:high', '5:10', '10:5', '5:', ':5', '1:2:3', '5:infinity', '+5:-5', '40', '41'],
];
