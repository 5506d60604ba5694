import { HouseFixture } from './fixture';
import { lintedOrder } from './linted-order';

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

const FAMILIES = lintedOrder('families');
const MONIT = lintedOrder('monit');

// An importing file, its imports, and the rule that must report it; `fine` if none may.
const IMPORTS = [
  ['lib/values/a.ts', "import '../systemd/leaf';", 'arrows-values'],
  ['lib/systemd/a.ts', "import '../monit/leaf';", 'arrows-systemd'],
  ['lib/monit/a.ts', "import '../systemd/leaf';", 'arrows-monit'],
  ['lib/sidekiq/a.ts', "import '../systemd/leaf';", 'arrows-sidekiq'],
  ['lib/bundle/a.ts', "import '../monit/leaf';", 'arrows-bundle'],
  ['lib/programs/a.ts', "import '../bundle/leaf';", 'arrows-programs'],
  ['lib/installer/a.ts', "import '../terraform/leaf';", 'arrows-installer'],
  ['lib/terraform/a.ts', "import '../constructs/leaf';", 'arrows-terraform'],
  ['lib/terraform/b.ts', "import '../monit/leaf';", 'arrows-terraform'],
  ['lib/constructs/a.ts', "import '../installer/leaf';", 'arrows-constructs'],
  ['lib/constructs/b.ts', "import '../testing/leaf';", 'arrows-constructs'],
  ['lib/constructs/c.ts', "import '..';", 'arrows-constructs'],
  ['lib/testing/a.ts', "import '../monit/leaf';", 'arrows-testing'],
  ['lib/testing/b.ts', "import { leaf } from '../constructs/leaf';\nexport const b = leaf;", 'testing-constructs-types'],
  ['lib/cellar/a.ts', "import '../values/leaf';", 'arrows-known-rooms'],
  // Types count like values.
  ['lib/monit/b.ts', "import type { Leaf } from '../systemd/leaf';\nexport type B = Leaf;", 'arrows-monit'],
  ['lib/monit/c.ts', "import { Construct } from 'constructs';\nexport const c = Construct;", 'pure-rooms'],
  ['lib/bundle/b.ts', "import * as cdktf from 'cdktf';\nexport const b = cdktf;", 'pure-rooms'],
  ['lib/sidekiq/b.ts', "import * as fs from 'node:fs';\nexport const b = fs;", 'pure-rooms'],
  ['lib/systemd/b.ts', "import * as path from 'path';\nexport const b = path;", 'pure-rooms'],
  ['lib/values/b.ts', "import type { Stats } from 'node:fs';\nexport type B = Stats;", 'pure-rooms'],
  ['lib/installer/b.ts', "import * as cdktf from 'cdktf';\nexport const b = cdktf;", 'without-packages'],
  ['lib/constructs/d.ts', "import '../../test/helper';", 'lib-stands-alone'],
  ['lib/constructs/e.ts', "import '../../bin/app';", 'lib-stands-alone'],
  ['lib/constructs/props/a.ts', "import '../host/leaf';", 'families-props'],
  ['lib/constructs/monit/a.ts', "import '../sidekiq-rules/leaf';", 'families-monit'],
  ['lib/constructs/monit/b.ts', "import '../units/leaf';", 'fine'],
  ['lib/constructs/sidekiq-rules/a.ts', FAMILIES.map((family) => `import '../${family}/leaf';`).join('\n'), 'fine'],
  ['lib/constructs/g.ts', "import './props/leaf';", 'families-known'],
  ['lib/monit/lint/a.ts', "import '..';", 'no-own-index'],
  ['lib/monit/lint/b.ts', "import '../issues/leaf';", 'monit-lint'],
  ['lib/monit/kinds/a.ts', "import type { Leaf } from '../model/leaf';\nexport type A = Leaf;", 'monit-kinds'],
  ['lib/monit/issues/a.ts', "import '../control-file';", 'monit-issues'],
  ['lib/monit/issues/b.ts', "import '../leaf';\nimport '../lexer/leaf';", 'fine'],
  ['lib/monit/parse/a.ts', MONIT.map((directory) => `import '../${directory}/leaf';`).join('\n'), 'fine'],
  ['lib/monit/cellar/a.ts', "import '../leaf';", 'monit-known'],
  ['lib/monit/f.ts', "import './kinds/leaf';", 'monit-files'],
  ['lib/monit/control-file.ts', "import './parse/leaf';", 'fine'],
  ['lib/monit/d.ts', "import './not-there';", 'resolvable'],
  ['lib/values/ring-a.ts', "import './ring-b';", 'no-circular'],
  ['lib/values/c.ts', "import './leaf';", 'fine'],
  ['lib/monit/e.ts', "import '../values/leaf';", 'fine'],
  ['lib/installer/c.ts', "import '../bundle/leaf';\nimport '../programs/leaf';\nimport 'node:crypto';", 'fine'],
  ['lib/terraform/c.ts', "import '../installer/leaf';\nimport '../bundle/leaf';\nimport 'cdktf';", 'fine'],
  [
    'lib/constructs/props/f.ts',
    ['ruby', 'sidekiq', 'systemd', 'monit', 'bundle', 'terraform', 'programs', 'values']
      .map((room) => `import '../../${room}/leaf';`)
      .join('\n'),
    'fine',
  ],
  ['lib/testing/c.ts', "import '../terraform/leaf';\nimport type { Leaf } from '../constructs/leaf';\nexport type C = Leaf;", 'fine'],
  ['test/constructs/a.test.ts', "import '../../lib/constructs/leaf';", 'fine'],
] as const;

const ROOMS = ['values', 'systemd', 'monit', 'ruby', 'sidekiq', 'bundle', 'programs', 'installer', 'terraform', 'constructs', 'testing'];
const LEAF = 'export const leaf = 1;\nexport type Leaf = typeof leaf;\n';

let violations: readonly Violation[];

beforeAll(() => {
  const fixture = new HouseFixture({
    ...Object.fromEntries(ROOMS.map((room) => [`lib/${room}/leaf.ts`, LEAF])),
    ...Object.fromEntries(FAMILIES.map((family) => [`lib/constructs/${family}/leaf.ts`, LEAF])),
    ...Object.fromEntries(MONIT.map((directory) => [`lib/monit/${directory}/leaf.ts`, LEAF])),
    'lib/monit/index.ts': LEAF,
    'lib/index.ts': "export * from './values/leaf';\n",
    'lib/values/ring-b.ts': "import './ring-a';\n",
    'bin/app.ts': LEAF,
    'test/helper.ts': LEAF,
    ...Object.fromEntries(IMPORTS.map(([file, text]) => [file, `${text}\n`])),
  });
  try {
    const report = fixture.run(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...['lib', 'bin', 'test', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    );
    violations = (report as { summary: { violations: Violation[] } }).summary.violations;
  } finally {
    fixture.remove();
  }
}, 60_000);

test.each(IMPORTS)('%s: %s → %s', (file, _text, rule) => {
  const found = violations.filter(({ from }) => from === file).map((violation) => violation.rule.name);
  expect([...new Set(found)]).toEqual(rule === 'fine' ? [] : expect.arrayContaining([rule]));
});
