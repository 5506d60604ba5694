import { mountsBelow } from './mounts';

const MOUNT_INFO = `
27 1 254:0 / / rw - ext4 /dev/vda rw
40 27 0:50 / /a/root rw - overlay overlay rw
41 40 0:51 / /a/root/proc rw - proc proc rw
42 27 0:52 / /a/rooty rw - tmpfs tmpfs rw
43 27 0:53 / /a/root/with\\040blank rw - tmpfs tmpfs rw
`;

describe('mountsBelow', () => {
  it('lists the mounts at and below a directory, the latest first, and not those of a neighbour', () => {
    expect(mountsBelow('/a/root', MOUNT_INFO)).toEqual(['/a/root/with blank', '/a/root/proc', '/a/root']);
  });
});
