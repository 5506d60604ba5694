import { inShell } from './in-shell';

/** Lines of /proc/self/mountinfo, as in proc(5). */
const MOUNTS = [
  '22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw',
  '30 22 0:40 / /srv rw - btrfs /dev/vdb rw,subvolid=5',
  '31 30 0:41 / /srv/with\\040blank\\134 rw shared:3 master:4 - xfs /dev/vdc rw',
  '32 22 0:42 / /net rw - autofs systemd-1 rw,fd=40',
  '33 32 0:43 / /net rw - nfs4 server:/export rw',
  '34 22 0:44 / /waits rw - autofs systemd-1 rw,fd=41',
  '35 22 0:45 / /fuse rw - fuse.sshfs ops@host:/ rw',
  '36 22 254:1 /etc/bound /bound rw - ext4 /dev/vda1 rw',
  '37 22 254:1 /app /app rw - ext4 /dev/vda1 rw',
  '',
].join('\n');

const systems = (...directories: readonly string[]): string[] =>
  inShell('dash', 'MOUNTS=$WORK/mounts; systems_of "$WORK/list"', { mounts: MOUNTS, list: directories.map((one) => `${one}\n`).join('') })
    .trimEnd()
    .split('\n');

test('a directory is on the file system mounted nearest above it, and mounted last', () => {
  expect(systems('/', '/etc', '/srv', '/srv/a/b', '/srvx', '/srv/with blank\\/c', '/net/d', '/waits', '/bound/x')).toEqual(
    [
      ['ext4', '/', '/dev/vda1', '/', '/'],
      ['ext4', '/', '/dev/vda1', '/etc', '/etc'],
      ['btrfs', '/srv', '/dev/vdb', '/', '/srv'],
      ['btrfs', '/srv', '/dev/vdb', '/a/b', '/srv/a/b'],
      ['ext4', '/', '/dev/vda1', '/srvx', '/srvx'],
      ['xfs', '/srv/with\\040blank\\134', '/dev/vdc', '/c', '/srv/with blank\\/c'],
      ['nfs4', '/net', 'server:/export', '/d', '/net/d'],
      ['autofs', '/waits', 'systemd-1', '/', '/waits'],
      ['ext4', '/bound', '/dev/vda1', '/etc/bound/x', '/bound/x'],
    ].map((fields) => fields.join('\t')),
  );
});

const row = (...fields: readonly string[]): string => `${fields.join('\t')}\n`;

const agree = (when: string, recorded: string): string =>
  inShell('dash', `MOUNTS=$WORK/mounts; if systems_agree ${when}; then echo yes; else printf '%s\\n' "$HINDERED"; fi`, {
    mounts: MOUNTS,
    systems: recorded,
  });

test.each(['at-boot', 'again', 'own', 'before-another'])('continues if the mounts are unchanged, %s', (when) => {
  expect(
    agree(
      when,
      row('ext4', '/', '/dev/vda1', '/etc/systemd/system', '/etc/systemd/system') + row('btrfs', '/srv', '/dev/vdz', '/app', '/srv/app'),
    ),
  ).toBe('yes\n');
  expect(agree(when, '')).toBe('yes\n');
  // Mounted on itself, before or since.
  expect(agree(when, row('ext4', '/', '/dev/vda1', '/app/shared', '/app/shared'))).toBe('yes\n');
  expect(agree(when, row('ext4', '/etc', '/dev/vda1', '/etc', '/etc'))).toBe('yes\n');
});

test.each(['at-boot', 'again', 'own', 'before-another'])('leaves alone what is mounted differently, %s', (when) => {
  expect(agree(when, row('ext4', '/', '/dev/vda1', '/etc', '/etc') + row('xfs', '/data', '/dev/vdd', '/app', '/data/app'))).toBe(
    '/data/app was on the xfs file system mounted at /data, and is now on the ext4 one mounted at /\n',
  );
  expect(agree(when, row('nfs4', '/waits', 'server:/waits', '/app', '/waits/app'))).toBe(
    '/waits/app was on the nfs4 file system mounted at /waits, and is now on the autofs one mounted at /waits\n',
  );
});

test.each([
  ['nfs4', '/net'],
  ['fuse.sshfs', '/fuse'],
])('a boot doesn’t wait for %s, and the recovery continues later', (type, point) => {
  const recorded = row(type, point, 'any', '/app', `${point}/app`);
  expect(agree('at-boot', recorded)).toBe(`${point}/app is on a ${type} file system, which a boot does not wait for\n`);
  expect(agree('again', recorded)).toBe('yes\n');
});
