const UNITS = [
  ['GiB', 1024 ** 3],
  ['MiB', 1024 ** 2],
  ['KiB', 1024],
] as const;

/**
 * An amount of memory or disk space, in whole bytes. Units are powers of 1024, as in systemd and Monit. The factories never
 * throw; {@link Size.problem} describes an invalid value.
 *
 * @example
 * ```ts
 * sidekiq.unit.service.set({ MemoryHigh: Size.mebibytes(1500), MemoryMax: Size.gibibytes(2) });
 * const rules = [when.totalMemory.above(Size.gibibytes(1.75)).forCycles(5).do(slack.notify())];
 * new MonitCheck(this, 'check', { service: sidekiq, pidfile, rules });
 * ```
 */
export class Size {
  /**
   * Creates a size from bytes.
   *
   * @param n bytes, a whole number
   */
  static bytes(n: number): Size {
    return new Size(n, 1);
  }

  /**
   * Creates a size from KiB.
   *
   * @param n KiB of 1024 bytes; a fraction is allowed if it gives whole bytes
   */
  static kibibytes(n: number): Size {
    return new Size(n, 1024);
  }

  /**
   * Creates a size from MiB.
   *
   * @param n MiB of 1024² bytes; a fraction is allowed if it gives whole bytes
   */
  static mebibytes(n: number): Size {
    return new Size(n, 1024 ** 2);
  }

  /**
   * Creates a size from GiB.
   *
   * @param n GiB of 1024³ bytes; a fraction is allowed if it gives whole bytes
   */
  static gibibytes(n: number): Size {
    return new Size(n, 1024 ** 3);
  }

  private constructor(
    private readonly amount: number,
    private readonly unitBytes: number,
  ) {}

  /** Returns the size in bytes; NaN or infinite if the factory was given such a number. */
  toBytes(): number {
    return this.amount * this.unitBytes;
  }

  /**
   * Describes why this isn't a valid size (not a number, negative, infinite, part of a byte, more than 2^53 bytes), in words that
   * follow the value.
   *
   * @returns undefined for a valid size
   */
  problem(): string | undefined {
    if (typeof this.amount !== 'number' || Number.isNaN(this.amount)) return 'is not a number';
    if (this.amount < 0) return 'is negative';
    const bytes = this.toBytes();
    if (!Number.isFinite(bytes)) return 'is infinite';
    if (!Number.isInteger(bytes)) return 'is not a whole number of bytes';
    return Number.isSafeInteger(bytes) ? undefined : 'is more than 2^53 bytes, which a number can’t represent exactly';
  }

  /** Formats the size for messages, in the largest unit that gives a whole number: `800 MiB`. */
  toString(): string {
    const bytes = this.toBytes();
    const unit = UNITS.find(([, factor]) => bytes > 0 && bytes % factor === 0);
    return unit === undefined ? `${bytes} B` : `${bytes / unit[1]} ${unit[0]}`;
  }
}
