/**
 * Which room of lib/ may import from which other ones; every room may import from `values`. CONTRIBUTING.md draws it.
 * A room that is not listed may import from no other, and no other may import from it.
 */
const ARROWS = {
  values: [],
  systemd: [],
  monit: [],
  ruby: [],
  sidekiq: [],
  bundle: [],
  programs: [],
  installer: ['bundle', 'programs'],
  terraform: ['installer', 'bundle'],
  constructs: ['ruby', 'sidekiq', 'systemd', 'monit', 'bundle', 'terraform', 'programs'],
  // `constructs` for its types only, see testing-constructs-types; `systemd` to read the units that matchers are asked about.
  testing: ['terraform', 'constructs', 'systemd'],
};

/** Families of lib/constructs. Each may import from those before it. CONTRIBUTING.md describes them. */
const FAMILIES = ['props', 'host', 'units', 'notifiers', 'monit', 'user-units', 'apps', 'sidekiq-rules'];

/** Directories of lib/monit. Each may import from those before it, and from the files beside them. CONTRIBUTING.md describes them. */
const MONIT = [
  'lexer',
  'kinds',
  'tls',
  'protocols',
  'connections',
  'operands',
  'test-table',
  'model',
  'when',
  'render',
  'lint',
  'issues',
  'parse',
];

/** Files of lib/monit that may import from every directory of it, and that no directory may import. */
const MONIT_TOP = ['index', 'control-file'];

/** Rooms that also run in a browser: text in, text out. */
const PURE = ['values', 'systemd', 'monit', 'ruby', 'sidekiq', 'bundle'];

/** Packages that pure rooms may import: small, well kept, and running in a browser. CONTRIBUTING.md lists them. */
const PURE_PACKAGES = [];

/** Rooms that know nothing of Terraform, though they may read files. */
const WITHOUT_PACKAGES = ['installer', 'programs'];

const rooms = Object.keys(ARROWS);
const monitTop = `^lib/monit/(${MONIT_TOP.join('|')})\\.ts$`;
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
    ...FAMILIES.map((name, index) => ({
      name: `families-${name}`,
      comment: `lib/constructs/${name} imports from ${FAMILIES.slice(0, index).join(', ') || 'no other family'} only.`,
      severity: 'error',
      from: { path: `^lib/constructs/${name}/` },
      to: { path: '^lib/constructs/', pathNot: `^lib/constructs/(${FAMILIES.slice(0, index + 1).join('|')})/` },
    })),
    {
      name: 'families-known',
      comment: 'A new family gets a place in FAMILIES and a line in CONTRIBUTING.md; only the index belongs to none.',
      severity: 'error',
      from: { path: '^lib/constructs/', pathNot: `^lib/constructs/(index\\.ts$|(${FAMILIES.join('|')})/)` },
      to: {},
    },
    ...MONIT.map((name, index) => ({
      name: `monit-${name}`,
      comment: `lib/monit/${name} imports from ${MONIT.slice(0, index).join(', ') || 'no other directory'} only, and from files beside them.`,
      severity: 'error',
      from: { path: `^lib/monit/${name}/` },
      to: { path: [`^lib/monit/[^/]+/`, monitTop], pathNot: `^lib/monit/(${MONIT.slice(0, index + 1).join('|')})/` },
    })),
    {
      name: 'monit-known',
      comment: 'A new directory gets a place in MONIT and a line in CONTRIBUTING.md.',
      severity: 'error',
      from: { path: '^lib/monit/[^/]+/', pathNot: `^lib/monit/(${MONIT.join('|')})/` },
      to: {},
    },
    {
      name: 'monit-files',
      comment: 'The files beside the directories are their vocabulary: they import from no directory.',
      severity: 'error',
      from: { path: '^lib/monit/[^/]+$', pathNot: monitTop },
      to: { path: '^lib/monit/[^/]+/' },
    },
    {
      name: 'no-own-index',
      comment: 'An index is for other rooms: a file that imports its own can’t be read, or loaded, by itself.',
      severity: 'error',
      from: { path: '^lib/([^/]+)/.+' },
      to: { path: '^lib/$1/index\\.ts$' },
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
      comment: 'Pure rooms import no module of Node, and only packages of PURE_PACKAGES: they also run in a browser.',
      severity: 'error',
      from: { path: room(PURE) },
      to: { pathNot: `^(lib|node_modules/(${['-', ...PURE_PACKAGES].join('|')}))/` },
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
