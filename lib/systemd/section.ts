import type { Kind } from './kinds/kind';

/** The directives of a section that hold lists or records, to which {@link Section.add} can append. */
export type Appendable<D> = {
  readonly [
    K in keyof D as [Extract<NonNullable<D[K]>, readonly unknown[] | Readonly<Record<string, string>>>] extends [never] ? never : K
  ]?: D[K];
};

/** A directive: the kind of its values, and the systemd versions that have it. */
export interface Directive<in V> {
  /** What its values are. */
  readonly kind: Kind<V>;
  /** First version of systemd that has it; absent: older than systemd's own records (v183). */
  readonly since?: number;
}

/** The directives of a section that may be written, each with a value; those that take no value at all are older names. */
export type EveryDirective<D> = { readonly [K in keyof D as [NonNullable<D[K]>] extends [never] ? never : K]-?: NonNullable<D[K]> };

/** The directives of a section, in the order in which they are written: one row for each key of its interface but the older names. */
export type DirectiveTable<D> = { readonly [K in keyof EveryDirective<D>]: Directive<EveryDirective<D>[K]> };

/** A directive whose value type is not known here: what {@link DirectiveTable} rows look like from outside. */
export type AnyDirective = Directive<never>;

/** A section whose directives are not known here. */
export interface AnySection {
  /** As in the brackets: `Service`. */
  readonly name: string;
  /** @internal The directives it knows, by name. */
  readonly directives: Readonly<Record<string, AnyDirective>>;
  /** @internal What was set. */
  entries(): readonly Entry[];
}

/** @internal A directive that was set; without its kind where the section has none of that name. */
export type Entry = readonly [name: string, value: unknown, directive: AnyDirective | undefined];

/**
 * One section of a unit file. It may be changed until the stack is synthesized. Nothing is checked here: see
 * unitFileIssues.
 */
export class Section<D extends object> {
  private readonly values = new Map<string, unknown>();

  private constructor(
    /** As in the brackets: `Service`. */
    readonly name: string,
    /** @internal The directives it knows, by name. */
    readonly directives: DirectiveTable<D>,
  ) {}

  /** @internal Sections are made by UnitFile. */
  static of<D extends object>(name: string, directives: DirectiveTable<D>): Section<D> {
    return new Section(name, directives);
  }

  /** Sets directives; a later value replaces an earlier one, `undefined` leaves it as it is. */
  set(directives: D): this {
    for (const [name, value] of Object.entries(directives)) {
      if (value !== undefined) this.values.set(name, value);
    }
    return this;
  }

  /** Appends to directives that hold lists, and merges into those that hold names with values (a later value of a name wins). */
  add(directives: Appendable<D>): this {
    for (const [name, value] of Object.entries(directives)) {
      if (value !== undefined) this.values.set(name, join(this.directive(name)?.kind.joins, this.values.get(name), value));
    }
    return this;
  }

  /** The value of a directive, as it was given; undefined where it was not. */
  get<K extends keyof D & string>(name: K): D[K] | undefined {
    return this.values.get(name) as D[K] | undefined;
  }

  /** Forgets a directive: systemd's default holds again. */
  unset(name: keyof D & string): this {
    this.values.delete(name);
    return this;
  }

  /** @internal What was set, in the order of the table; names that the table does not have come last. */
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
