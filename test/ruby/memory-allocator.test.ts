import { MemoryAllocator } from '../../lib/ruby';

test.each<[string, MemoryAllocator, Record<string, string>, string[]]>([
  ['glibc, two arenas', MemoryAllocator.glibc(), { MALLOC_ARENA_MAX: '2' }, []],
  ['glibc, four arenas', MemoryAllocator.glibc(4), { MALLOC_ARENA_MAX: '4' }, []],
  ['jemalloc', MemoryAllocator.jemalloc(), { LD_PRELOAD: 'libjemalloc.so.2' }, ['libjemalloc2']],
  ['host', MemoryAllocator.host(), {}, []],
])('%s', (_name, allocator, environment, packages) => {
  expect(allocator.environment).toEqual(environment);
  expect(allocator.packages).toEqual(packages);
  expect(allocator.issues()).toEqual([]);
});

test.each([0, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('%d arenas', (arenaMax) => {
  expect(MemoryAllocator.glibc(arenaMax).issues()).toEqual([
    expect.objectContaining({ code: 'service/invalid-arena-max', place: ['memoryAllocator', 'arenaMax'], severity: 'error' }),
  ]);
});
