import { MemoryAllocator, PumaService, SidekiqService, SolidQueueService, specified, Specifier } from '../../../lib';
import { codesRaised, directive, filesOf } from '../../support/units';

const PROPS = {
  workingDirectory: '/srv/app',
  user: 'app',
  group: 'jobs',
  umask: '0007',
  environment: specified`${Specifier.INSTANCE}`,
  memoryAllocator: MemoryAllocator.jemalloc(),
  environmentVariables: { A: 'a b' },
  environmentFiles: ['/etc/myapp/env'],
};

test.each([
  ['sidekiq', (stack, host) => new SidekiqService(stack, 'jobs', { host, ...PROPS, version: '7.3' })],
  ['puma', (stack, host) => new PumaService(stack, 'jobs', { host, ...PROPS })],
  ['bin/jobs', (stack, host) => new SolidQueueService(stack, 'jobs', { host, ...PROPS })],
] satisfies [string, Parameters<typeof filesOf>[0]][])('%s has the user, the environment and the allocator', (program, make) => {
  const text = filesOf(make)['/etc/systemd/system/jobs.service']!;
  expect(directive(text, 'ExecStart')[0]).toContain(` exec ${program} `);
  expect(directive(text, 'Group')).toEqual(['jobs']);
  expect(directive(text, 'UMask')).toEqual(['0007']);
  expect(directive(text, 'Environment')).toEqual(expect.arrayContaining(['LD_PRELOAD=libjemalloc.so.2', '"A=a b"']));
  expect(directive(text, 'EnvironmentFile')).toEqual(['/etc/myapp/env']);
  expect(text).toMatch(/ -e %i|RAILS_ENV=%i/);
});

test('a literal %i in `environment` is reported if the service has instances', () => {
  const codes = (instances: number | undefined) =>
    codesRaised(
      (stack, host) => new PumaService(stack, 'web', { host, workingDirectory: '/srv/app', user: 'app', environment: '%i', instances }),
    );
  expect(codes(2)).toContain('service/literal-specifier');
  expect(codes(undefined)).not.toContain('service/literal-specifier');
});
