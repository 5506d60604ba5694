import { show, type Issue } from '../values/issue';

/**
 * How a Ruby process gets its memory: the environment variables, and the packages they rest on.
 *
 * glibc gives threads arenas of their own, eight per core, and a Sidekiq process with many threads then holds several times the memory
 * it uses. Sidekiq's example unit sets MALLOC_ARENA_MAX=2 for that; jemalloc does better at the price of a package. Source: mallopt(3), and
 * https://www.mikeperham.com/2018/04/25/taming-rails-memory-bloat/ by Sidekiq's author.
 */
export class MemoryAllocator {
  /**
   * glibc's allocator with a limit of arenas: mallopt(3), M_ARENA_MAX.
   *
   * @param arenaMax - arenas per process; default 2.
   */
  static glibc(arenaMax = 2): MemoryAllocator {
    return new MemoryAllocator({ MALLOC_ARENA_MAX: String(arenaMax) }, [], arenaMax);
  }

  /**
   * jemalloc, preloaded by its soname, so that the loader finds it whatever the architecture (ld.so(8), LD_PRELOAD). Where the library is
   * missing the process starts all the same, with glibc's allocator and a line on stderr.
   */
  static jemalloc(): MemoryAllocator {
    return new MemoryAllocator({ LD_PRELOAD: 'libjemalloc.so.2' }, ['libjemalloc2']);
  }

  /** What the host has, untouched: for a Ruby that was built with its own allocator. */
  static host(): MemoryAllocator {
    return new MemoryAllocator({}, []);
  }

  private constructor(
    /** The variables that the unit needs, by name. */
    readonly environment: Readonly<Record<string, string>>,
    /** The Debian packages that must be installed (the same names from Debian 11 to 14). */
    readonly packages: readonly string[],
    private readonly arenaMax?: number,
  ) {}

  /**
   * What is wrong with it: `sidekiq/arena-max` where the number of arenas is not a whole number from 1.
   *
   * @param property - how the user spells the property that holds this value.
   */
  issues(property = 'memoryAllocator'): Issue[] {
    if (this.arenaMax === undefined || (Number.isSafeInteger(this.arenaMax) && this.arenaMax >= 1)) return [];
    return [
      {
        code: 'sidekiq/arena-max',
        severity: 'error',
        property: `${property}.arenaMax`,
        got: show(this.arenaMax),
        expected: 'a whole number of arenas, 1 or more',
        remedy: 'Leave it out for the usual 2.',
      },
    ];
  }
}
