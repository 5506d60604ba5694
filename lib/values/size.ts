const UNITS = [
  ['GiB', 1024 ** 3],
  ['MiB', 1024 ** 2],
  ['KiB', 1024],
] as const;

/**
 * An amount of memory or disk, in whole bytes. Units are powers of 1024, as systemd and Monit read them. The factories
 * never throw: a value that no size can have is told by {@link Size.problem}.
 */
export class Size {
  /**
   * An amount in bytes.
   *
   * @param n - bytes, a whole number.
   */
  static bytes(n: number): Size {
    return new Size(n, 1);
  }

  /**
   * An amount in KiB.
   *
   * @param n - KiB of 1024 bytes; a fraction is allowed where it comes to whole bytes.
   */
  static kibibytes(n: number): Size {
    return new Size(n, 1024);
  }

  /**
   * An amount in MiB.
   *
   * @param n - MiB of 1024² bytes; a fraction is allowed where it comes to whole bytes.
   */
  static mebibytes(n: number): Size {
    return new Size(n, 1024 ** 2);
  }

  /**
   * An amount in GiB.
   *
   * @param n - GiB of 1024³ bytes; a fraction is allowed where it comes to whole bytes.
   */
  static gibibytes(n: number): Size {
    return new Size(n, 1024 ** 3);
  }

  private constructor(
    private readonly amount: number,
    private readonly unitBytes: number,
  ) {}

  /** The size in bytes; NaN or infinite where the factory was given such a number. */
  toBytes(): number {
    return this.amount * this.unitBytes;
  }

  /** What keeps this from being a size (not a number, negative, infinite, part of a byte), as words after "which"; undefined if nothing does. */
  problem(): string | undefined {
    if (typeof this.amount !== 'number' || Number.isNaN(this.amount)) return 'is not a number';
    if (this.amount < 0) return 'is negative';
    const bytes = this.toBytes();
    if (!Number.isFinite(bytes)) return 'is infinite';
    if (!Number.isInteger(bytes)) return 'is not a whole number of bytes';
    return Number.isSafeInteger(bytes) ? undefined : 'is more than 2^53 bytes, which no number here holds exactly';
  }

  /** How messages show it, in the largest unit that it is whole in: `800 MiB`. */
  toString(): string {
    const bytes = this.toBytes();
    const unit = UNITS.find(([, factor]) => bytes > 0 && bytes % factor === 0);
    return unit === undefined ? `${bytes} B` : `${bytes / unit[1]} ${unit[0]}`;
  }
}
