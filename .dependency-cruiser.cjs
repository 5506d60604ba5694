/**
 * Which room of lib/ may import from which other ones; every room may import from `values`. CONTRIBUTING.md draws it.
 * A room that is not listed may import from no other, and no other may import from it.
 */
const ARROWS = {
  values: [],
  systemd: [],
  monit: [],
  sidekiq: [],
  bundle: [],
  programs: [],
  installer: ['bundle', 'programs'],
  terraform: ['installer', 'bundle'],
  constructs: ['sidekiq', 'systemd', 'monit', 'bundle', 'terraform', 'programs'],
  // `constructs` for its types only, see testing-constructs-types; `systemd` to read the units that matchers are asked about.
  testing: ['terraform', 'constructs', 'systemd'],
};

/** Rooms that also run in a browser: text in, text out. */
const PURE = ['values', 'systemd', 'monit', 'sidekiq', 'bundle'];

/** Rooms that know nothing of Terraform, though they may read files. */
const WITHOUT_PACKAGES = ['installer', 'programs'];

const rooms = Object.keys(ARROWS);
const room = (names) => `^lib/(${names.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rooms.map((name) => ({
      name: `arrows-${name}`,
      comment: `${name} imports from ${[...new Set(['values', ...ARROWS[name]])].join(', ')} only.`,
      severity: 'error',
      from: { path: room([name]) },
      to: { path: '^lib/', pathNot: room([name, 'values', ...ARROWS[name]]) },
    })),
    {
      name: 'arrows-known-rooms',
      comment: 'A new room gets a row in ARROWS and a line in CONTRIBUTING.md.',
      severity: 'error',
      from: { path: '^lib/[^/]+/', pathNot: room(rooms) },
      to: {},
    },
    {
      name: 'testing-constructs-types',
      comment: 'The testing helpers look at constructs from outside: types only.',
      severity: 'error',
      from: { path: room(['testing']) },
      to: { path: room(['constructs']), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-rooms',
      comment: 'Pure rooms import no package and no module of Node: they also run in a browser.',
      severity: 'error',
      from: { path: room(PURE) },
      to: { pathNot: '^lib/' },
    },
    {
      name: 'without-packages',
      comment: 'What runs on a host knows nothing of cdktf.',
      severity: 'error',
      from: { path: room(WITHOUT_PACKAGES) },
      to: { pathNot: '^lib/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'lib-stands-alone',
      comment: 'What is published does not need what is not.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(bin|test|tools|bench|docs)/' },
    },
    {
      name: 'no-circular',
      comment: 'A cycle has no order in which it can be read.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'types', 'default'] },
  },
};
