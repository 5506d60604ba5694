import { TerraformStack } from 'cdktf';
import { Host, HostFile } from '../../lib';
import * as testing from '../../lib/testing';
import * as serializerModule from '../../lib/testing/serializer';
import { imaginarySsh, stackWithTerraformData, testApp } from '../support/stacks';
import { example } from './example';

const { hostFiles, hostFilesSerializer } = testing;
expect.addSnapshotSerializer(hostFilesSerializer);

test('shows files unchanged, and a file of several hosts once', () => {
  expect(hostFiles(example().stack)).toMatchInlineSnapshot(`
   ==> worker-1:/etc/systemd/system/clock.service (0644 root:root) <==
   ==> worker-2:/etc/systemd/system/clock.service (0644 root:root) <==
   [Unit]
   Description=Clock
   StartLimitIntervalSec=0s

   [Service]
   ExecStart=/usr/bin/clockwork --say "\\"tick\\" $$HOME"
   Restart=always
   RestartSec=5s
   TimeoutStopSec=infinity
   User=deploy
   Environment=A=1
   Environment=B=2
   MemoryMax=2G

   [Install]
   WantedBy=multi-user.target

   ==> worker-2:/etc/plain (0600 deploy:deploy) <==
   \${HOME}
   100%
   \\ No newline at end of file

   ==> worker-2:/etc/settings (0600 root:root) <==
   API_KEY="\${var.key}"
   LITERAL="\\$1"
   NODES="\${join(",", aws_instance.redis.nodes)}"
   REDIS_URL="redis://\${aws_instance.redis.private_ip}:\${aws_instance.redis.port}/0"

   ==> worker-2:/etc/systemd/system/clock.service.d/limits.conf (0644 root:root) <==
   [Service]
   MemoryMax=1G
  `);
});

test('shows one host of the result', () => {
  expect(hostFiles(example().stack)['worker-1']).toMatchInlineSnapshot(`
   ==> worker-1:/etc/systemd/system/clock.service (0644 root:root) <==
   [Unit]
   Description=Clock
   StartLimitIntervalSec=0s

   [Service]
   ExecStart=/usr/bin/clockwork --say "\\"tick\\" $$HOME"
   Restart=always
   RestartSec=5s
   TimeoutStopSec=infinity
   User=deploy
   Environment=A=1
   Environment=B=2
   MemoryMax=2G

   [Install]
   WantedBy=multi-user.target
  `);
});

test('shows an empty result, and empty files', () => {
  expect(hostFiles(new TerraformStack(testApp(), 'empty'))).toMatchInlineSnapshot(`(no files)`);
  const stack = stackWithTerraformData(testApp());
  const host = new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh });
  new HostFile(stack, 'file', { host, path: '/etc/empty', content: '' });
  expect(hostFiles(stack)).toMatchInlineSnapshot(`
   ==> worker:/etc/empty (0644 root:root) <==
   (empty)
  `);
});

test('an additional host is an additional line', () => {
  const shown = (...names: string[]): string[] => {
    const stack = stackWithTerraformData(testApp());
    names.forEach((name, index) => {
      const host = new Host(stack, name, { address: `192.0.2.${index + 1}`, ssh: imaginarySsh });
      new HostFile(stack, `${name}-file`, { host, path: '/etc/same', content: 'same\n' });
    });
    return hostFilesSerializer.serialize(hostFiles(stack)).split('\n');
  };
  expect(shown('a', 'b').filter((line) => !shown('a').includes(line))).toEqual(['==> b:/etc/same (0644 root:root) <==']);
});

test('doesn’t handle other values', () => {
  for (const value of [{}, { a: { '/b': 'c' } }, 'text', null, undefined, []]) expect(hostFilesSerializer.test(value)).toBe(false);
});

test('the module for snapshotSerializers has the form that Jest and Vitest expect', () => {
  expect(serializerModule).toMatchObject({
    test: hostFilesSerializer.test,
    serialize: hostFilesSerializer.serialize,
  });
});

test('handles results of a second copy of this library, because test runners load modules twice', () => {
  jest.isolateModules(() => {
    const copy = jest.requireActual<typeof testing>('../../lib/testing');
    expect(copy.hostFilesSerializer).not.toBe(hostFilesSerializer);
    expect(copy.hostFilesSerializer.test(hostFiles(example().stack))).toBe(true);
  });
});
