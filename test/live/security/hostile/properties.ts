import { goodProps } from '../../../support/every-construct';
import { stackWithTerraformData, testApp } from '../../../support/stacks';
import { ID } from './values';

/**
 * Returns the properties that each kind of construct declares, from the same table that reads them: a new property is tested as soon
 * as it is declared. `tablesRead` gets the tables that `readProps` is called with; the test replaces that function.
 */
export function declaredProperties(tablesRead: { take: () => readonly (readonly string[])[] }): ReadonlyMap<string, readonly string[]> {
  const stack = stackWithTerraformData(testApp());
  const kinds = Object.entries(goodProps(stack));
  return new Map(
    kinds.map(([kind, [Kind, props]]) => {
      tablesRead.take();
      new (Kind as unknown as new (scope: object, id: string, props: object) => object)(stack, `${ID}-${kind}`, props);
      // A construct reads its own table before it creates others.
      const [own = []] = tablesRead.take();
      return [kind, own];
    }),
  );
}
