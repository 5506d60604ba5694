import { show, type Issue } from '../values/issue';
import { error } from '../values/make-issue';
import type { Place } from '../values/place';

/**
 * Memory allocator of a Ruby process: its environment variables, and the packages they need.
 *
 * glibc gives threads arenas of their own, eight per core, and a Sidekiq process with many threads then holds several times the
 * memory it uses. Sidekiq's example unit therefore sets MALLOC_ARENA_MAX=2. jemalloc uses less memory, but needs a package.
 *
 * Source: mallopt(3), and https://www.mikeperham.com/2018/04/25/taming-rails-memory-bloat/ by Sidekiq's author.
 *
 * @example
 * ```ts
 * new SidekiqService(this, 'sidekiq', {
 *   host,
 *   version: '7.3',
 *   workingDirectory: '/opt/myapp/current',
 *   user: 'deploy',
 *   memoryAllocator: MemoryAllocator.jemalloc(),
 * });
 * ```
 */
export class MemoryAllocator {
  /**
   * Uses glibc's allocator with a limited number of arenas: mallopt(3), M_ARENA_MAX.
   *
   * @param arenaMax arenas per process; 2 by default
   */
  static glibc(arenaMax = 2): MemoryAllocator {
    return new MemoryAllocator({ MALLOC_ARENA_MAX: String(arenaMax) }, [], arenaMax);
  }

  /**
   * Uses jemalloc, preloaded by its soname so that the loader finds it on any architecture (ld.so(8), LD_PRELOAD). If the library
   * is missing, the process still starts, with glibc's allocator and a line on stderr.
   */
  static jemalloc(): MemoryAllocator {
    return new MemoryAllocator({ LD_PRELOAD: 'libjemalloc.so.2' }, ['libjemalloc2']);
  }

  /** Leaves the host's allocator unchanged, for a Ruby that was built with its own allocator. */
  static host(): MemoryAllocator {
    return new MemoryAllocator({}, []);
  }

  private constructor(
    /** Environment variables that the unit needs, by name. */
    readonly environment: Readonly<Record<string, string>>,
    /** Debian packages that must be installed (the same names from Debian 11 to 14). */
    readonly packages: readonly string[],
    private readonly arenaMax?: number,
  ) {}

  /**
   * Returns the issues of this allocator: `service/invalid-arena-max` if the number of arenas isn't a whole number of at least 1.
   *
   * @param place place of the property that holds this value, as the user spells it
   */
  issues(place: Place = ['memoryAllocator']): Issue[] {
    if (this.arenaMax === undefined || (Number.isSafeInteger(this.arenaMax) && this.arenaMax >= 1)) return [];
    return [
      error('service/invalid-arena-max', [...place, 'arenaMax'], {
        problem: `${show(this.arenaMax)} is not a whole number of arenas from 1`,
        remedy: 'Use 1 or more, or leave it out to use 2.',
      }),
    ];
  }
}
