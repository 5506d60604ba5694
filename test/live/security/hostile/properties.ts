import { goodProps } from '../../../support/every-construct';
import { stackWithTerraformData, testApp } from '../../../support/stacks';
import { ID } from './values';

/**
 * The properties that each kind of construct declares, from the very table that reads them: a new property is tried by being
 * declared. `tablesRead` gets the tables that `readProps` is called with; the test has put itself in its place.
 */
export function declaredProperties(tablesRead: { take: () => readonly (readonly string[])[] }): ReadonlyMap<string, readonly string[]> {
  const stack = stackWithTerraformData(testApp());
  const kinds = Object.entries(goodProps(stack));
  return new Map(
    kinds.map(([kind, [Kind, props]]) => {
      tablesRead.take();
      new (Kind as unknown as new (scope: object, id: string, props: object) => object)(stack, `${ID}-${kind}`, props);
      // A construct reads its own table before it makes others.
      const [own = []] = tablesRead.take();
      return [kind, own];
    }),
  );
}
