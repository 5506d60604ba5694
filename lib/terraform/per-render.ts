/**
 * A value that many elements of a stack need while cdktf renders them, computed once per rendering.
 *
 * cdktf renders every element twice (once to find cross-stack references), and a program may change its constructs in between. An
 * element that asks for a second time therefore starts a new rendering.
 */
export class PerRender<T> {
  private readonly served = new Set<object>();
  private value: { readonly of: T } | undefined;

  public constructor(private readonly compute: () => T) {}

  /** Returns the value for an element that asks once per rendering. */
  public get(element: object): T {
    if (this.value === undefined || this.served.has(element)) {
      this.served.clear();
      this.value = { of: this.compute() };
    }
    this.served.add(element);
    return this.value.of;
  }
}
