import type { Kind } from './kinds/kind';

/** The directives of a section that hold lists or records, which {@link Section.add} can extend. */
export type Appendable<D> = {
  readonly [
    K in keyof D as [Extract<NonNullable<D[K]>, readonly unknown[] | Readonly<Record<string, unknown>>>] extends [never] ? never : K
  ]?: D[K];
};

/** A directive: the kind of its values, and the systemd versions that have it. */
export interface Directive<in V> {
  /** The kind of its values. */
  readonly kind: Kind<V>;
  /** First version of systemd that has it. Absent if it is older than systemd's own records (v183). */
  readonly since?: number;
}

/** The directives of a section that can be set, all required. Older names, which accept no value, are left out. */
export type EveryDirective<D> = { readonly [K in keyof D as [NonNullable<D[K]>] extends [never] ? never : K]-?: NonNullable<D[K]> };

/** The directives of a section, in the order in which they are written: one row for each key of its interface except the older names. */
export type DirectiveTable<D> = { readonly [K in keyof EveryDirective<D>]: Directive<EveryDirective<D>[K]> };

/** A directive whose value type isn't known here: {@link DirectiveTable} rows seen from outside. */
export type AnyDirective = Directive<never>;

/** A section whose directives aren't known here. */
export interface AnySection {
  /** Name without the brackets: `Service`. */
  readonly name: string;
  /** @internal The directives it knows, by name. */
  readonly directives: Readonly<Record<string, AnyDirective>>;
  /** @internal The directives that were set. */
  entries(): readonly Entry[];
  /** @internal See {@link Section.resets}. */
  resets(): readonly (readonly [name: string, directive: AnyDirective | undefined])[];
}

/** @internal A directive that was set, without its kind if the section has no directive of that name. */
export type Entry = readonly [name: string, value: unknown, directive: AnyDirective | undefined];

/**
 * One section of a unit file. It can be changed until the stack is synthesized. Nothing is checked here; see `unitFileIssues`.
 *
 * @example
 * ```ts
 * sidekiq.unit.service
 *   .set({ Nice: 5, MemoryMax: Size.gibibytes(2) })
 *   .add({ Environment: { MALLOC_CONF: 'dirty_decay_ms:1000' } })
 *   .unset('UMask');
 * ```
 */
export class Section<D extends object> {
  private readonly values = new Map<string, unknown>();
  private readonly emptied = new Set<string>();

  private constructor(
    /** Name without the brackets: `Service`. */
    readonly name: string,
    /** @internal The directives it knows, by name. */
    readonly directives: DirectiveTable<D>,
  ) {}

  /** @internal Only UnitFile creates sections. */
  static of<D extends object>(name: string, directives: DirectiveTable<D>): Section<D> {
    return new Section(name, directives);
  }

  /** Sets directives. A later value replaces an earlier one; `undefined` leaves it unchanged. */
  set(directives: D): this {
    for (const [name, value] of Object.entries(directives)) {
      if (value !== undefined) this.values.set(name, value);
    }
    return this;
  }

  /** Appends to directives that hold lists, and merges into those that hold names with values (the last value of a name wins). */
  add(directives: Appendable<D>): this {
    for (const [name, value] of Object.entries(directives)) {
      if (value !== undefined) this.values.set(name, join(this.directive(name)?.kind.joins, this.values.get(name), value));
    }
    return this;
  }

  /** The value of a directive, as it was given; undefined if it wasn't set. */
  get<K extends keyof D & string>(name: K): D[K] | undefined {
    return this.values.get(name) as D[K] | undefined;
  }

  /** Removes a directive, so that systemd's default applies again. */
  unset(name: keyof D & string): this {
    this.values.delete(name);
    return this;
  }

  /**
   * Empties lists before anything is added to them (`ExecStart=`), for a drop-in, which otherwise adds to the unit's values. Dependencies
   * can't be emptied: systemd ignores it.
   *
   * @param names directives that hold lists.
   */
  reset(...names: readonly (keyof D & string)[]): this {
    for (const name of names) this.emptied.add(name);
    return this;
  }

  /** @internal The directives passed to {@link reset}, in the order of the table. */
  resets(): readonly (readonly [name: string, directive: AnyDirective | undefined])[] {
    const known = Object.keys(this.directives).filter((name) => this.emptied.has(name));
    const unknown = [...this.emptied].filter((name) => this.directive(name) === undefined);
    return [...known, ...unknown].map((name) => [name, this.directive(name)]);
  }

  /** @internal The directives that were set, in the order of the table; names that the table doesn't have come last. */
  entries(): readonly Entry[] {
    const known = Object.keys(this.directives).filter((name) => this.values.has(name));
    const unknown = [...this.values.keys()].filter((name) => this.directive(name) === undefined);
    return [...known, ...unknown].map((name): Entry => [name, this.values.get(name), this.directive(name)]);
  }

  private directive(name: string): AnyDirective | undefined {
    return Object.hasOwn(this.directives, name) ? (this.directives as Readonly<Record<string, AnyDirective>>)[name] : undefined;
  }
}

function join(joins: Kind<never>['joins'], before: unknown, value: unknown): unknown {
  if (before === undefined || joins === undefined) return value;
  if (joins === 'list') return [before, value].flat();
  return isRecord(before) && isRecord(value) ? { ...before, ...value } : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
