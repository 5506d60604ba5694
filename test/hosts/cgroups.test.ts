import { hierarchies } from './cgroups';

const V1 = `
24 21 0:21 / /sys rw,nosuid - sysfs sysfs rw
30 24 0:26 / /sys/fs/cgroup rw - tmpfs tmpfs rw,mode=755
31 30 0:27 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu
32 30 0:28 / /sys/fs/cgroup/systemd rw,relatime - cgroup cgroup rw,name=systemd
33 30 0:29 / /sys/fs/cgroup/unified rw,relatime shared:9 - cgroup2 cgroup2 rw`;

const V2 = '34 24 0:29 / /sys/fs/cgroup rw,nosuid,nodev,noexec,relatime shared:9 - cgroup2 cgroup2 rw,nsdelegate\n';

describe('hierarchies', () => {
  it('finds each hierarchy of version 1, and the unified one', () => {
    expect(hierarchies(V1)).toEqual(['/sys/fs/cgroup/cpu', '/sys/fs/cgroup/systemd', '/sys/fs/cgroup/unified']);
  });

  it('finds the only hierarchy of version 2', () => {
    expect(hierarchies(V2)).toEqual(['/sys/fs/cgroup']);
  });
});
