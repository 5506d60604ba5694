import { plan, SHELLS, type Tables } from './tables';

const UNIT = 'app.service';
const PATH = `/etc/systemd/system/${UNIT}`;

/** Facts that `read/` has written about a service: running and enabled, unless a test sets something else. */
const FOUND = {
  LOADED: 'loaded',
  ACTIVE: 'active',
  SUB: 'running',
  RESULT: 'success',
  ENABLED: 'enabled',
  STALE: 'no',
  INVOCATION: 'i1',
  TYPE: 'notify',
  CONDITION: 'yes',
  EARLY: 'yes',
  ASSERTED: 'yes',
  QUIET: 'no',
  THERE: 'yes',
  PACKAGED: '-',
};

type Found = Partial<typeof FOUND>;
const STOPPED: Found = { ACTIVE: 'inactive', SUB: 'dead' };
const FAILED: Found = { ACTIVE: 'failed', SUB: 'failed', RESULT: 'exit-code' };
const NEVER: Found = { ...STOPPED, CONDITION: 'no', INVOCATION: '-' };
const ABSENT: Found = { ...NEVER, LOADED: 'not-found', SUB: 'dead', ENABLED: '-', TYPE: '-' };

interface Facts {
  readonly found?: Found;
  readonly changed?: readonly string[];
  /** Its state in the manifest, or that it isn't in there. */
  readonly known?: 'running' | 'stopped' | 'waiting' | 'no';
  readonly enabled?: 'enabled' | 'disabled' | 'as-is';
  readonly whenStopped?: 'keep' | 'start' | 'fail';
  readonly startWhen?: string;
  readonly tables?: Tables;
}

const tablesOf = ({
  found = {},
  changed = [],
  known = 'running',
  enabled = 'enabled',
  whenStopped = 'keep',
  startWhen = '',
  tables = {},
}: Facts): Tables => ({
  'want.services': [`${UNIT} ${enabled} ${whenStopped} 3 20 30 - ${startWhen}`],
  'want.paths': [PATH],
  'old.services': known === 'no' ? [] : [`${UNIT} ${enabled} ${known} 20 -`],
  'have.services': [`${UNIT} ${Object.values({ ...FOUND, ...found }).join(' ')}`],
  changed,
  ...tables,
});

/** The action for a service, and its problems. */
const ACTIONS: readonly (readonly [title: string, facts: Facts, action: string, problems?: readonly string[]])[] = [
  ['runs, and nothing changes', {}, 'leave'],
  ['runs, and its unit changes', { changed: [PATH] }, 'restart'],
  ['runs, and a drop-in of it changes', { changed: [`${PATH}.d/limits.conf`] }, 'restart'],
  ['runs, and another unit changes', { changed: ['/etc/systemd/system/other.service'] }, 'leave'],
  [
    'runs, and a file changes that it restarts for',
    { changed: ['/etc/app env'], tables: { 'want.restarts': [`${UNIT} /etc/app env`] } },
    'restart',
  ],
  [
    'runs, and a file changes that another restarts for',
    { changed: ['/etc/app'], tables: { 'want.restarts': ['b.service /etc/app'] } },
    'leave',
  ],
  ['runs, and its code is missing, and nothing changes', { startWhen: '/app/Gemfile', found: { THERE: 'no' } }, 'leave'],
  [
    'runs, and its code is missing, and it changes',
    { startWhen: '/app/Gemfile', found: { THERE: 'no' }, changed: [PATH] },
    'leave',
    [`${UNIT} runs, but /app/Gemfile is missing: a restart could not bring it back`],
  ],
  ['reloads for longer than it may', { found: { ACTIVE: 'reloading' } }, 'leave'],
  ['starts for longer than it may', { found: { ACTIVE: 'activating', SUB: 'start' } }, 'leave'],
  ['starts for longer than it may, and changes', { found: { ACTIVE: 'activating', SUB: 'start' }, changed: [PATH] }, 'restart'],
  ['crashed, and systemd is about to restart it', { found: { ACTIVE: 'activating', SUB: 'auto-restart' } }, 'start'],
  ['is new', { found: ABSENT, known: 'no', changed: [PATH] }, 'start'],
  ['is new, and its code is missing', { found: { ...ABSENT, THERE: 'no' }, known: 'no', startWhen: '/app', changed: [PATH] }, 'wait'],
  ['waits for its code, which is here now', { found: NEVER, known: 'waiting', startWhen: '/app' }, 'start'],
  ['still waits for its code', { found: { ...NEVER, THERE: 'no' }, known: 'waiting', startWhen: '/app' }, 'wait'],
  ['has failed', { found: FAILED }, 'start'],
  ['was stopped by an operator', { found: STOPPED }, 'keep'],
  ['was stopped by an operator before the last deployment', { found: STOPPED, known: 'stopped' }, 'keep'],
  ['was stopped by an operator, and changes', { found: STOPPED, changed: [PATH] }, 'keep'],
  ['was stopped by an operator, and is to start', { found: STOPPED, whenStopped: 'start' }, 'start'],
  [
    'was stopped by an operator, and is to start, without code',
    { found: { ...STOPPED, THERE: 'no' }, startWhen: '/app', whenStopped: 'start' },
    'wait',
  ],
  [
    'was stopped by an operator, which is to fail',
    { found: STOPPED, whenStopped: 'fail' },
    'keep',
    [`${UNIT} was stopped by an operator: start it, or set whenStopped`],
  ],
  ['was not started at boot, because of a condition', { found: NEVER }, 'start'],
  ['was not started at boot, because an operator disabled it', { found: { ...NEVER, ENABLED: 'disabled' } }, 'keep'],
  ['was not started at boot, because of an assertion', { found: { ...STOPPED, ASSERTED: 'no' } }, 'start'],
  ['is a oneshot that is done', { found: { ...STOPPED, TYPE: 'oneshot' } }, 'leave'],
  ['is a oneshot that is done, and changes', { found: { ...STOPPED, TYPE: 'oneshot' }, changed: [PATH] }, 'start'],
  ['is a oneshot that failed', { found: { ...FAILED, TYPE: 'oneshot' } }, 'start'],
  ['is a oneshot that stays, and was stopped', { found: { ...STOPPED, TYPE: 'remaining' } }, 'keep'],
  ['is only extended, and was stopped', { found: STOPPED, enabled: 'as-is', known: 'no' }, 'keep'],
  ['is only extended, and failed', { found: FAILED, enabled: 'as-is', known: 'no' }, 'start'],
  [
    'is masked',
    { found: { ...STOPPED, LOADED: 'masked' } },
    'keep',
    [`${UNIT} is masked by an operator; to allow it, run: systemctl unmask ${UNIT}`],
  ],
  [
    'is a package’s',
    { found: { PACKAGED: `/usr/lib/systemd/system/${UNIT}` }, known: 'no', changed: [PATH] },
    'restart',
    [
      `${UNIT} is a package's unit (/usr/lib/systemd/system/${UNIT}), which this one would hide: choose another unitName, or set adopt: true`,
    ],
  ],
  [
    'is a package’s, and taken over',
    { found: { PACKAGED: `/usr/lib/systemd/system/${UNIT}` }, known: 'no', changed: [PATH], tables: { 'adopt.paths': [PATH] } },
    'restart',
  ],
  ['is a package’s that we have hidden before', { found: { PACKAGED: `/usr/lib/systemd/system/${UNIT}` } }, 'leave'],
  [
    'is a package’s that we only extend',
    { found: { PACKAGED: `/usr/lib/systemd/system/${UNIT}` }, known: 'no', tables: { 'want.paths': [] } },
    'leave',
  ],
];

describe.each(SHELLS)('in %s', (shell) => {
  test.each(ACTIONS.map(([title, facts, action, problems = []]) => [title, facts, action, problems] as const))(
    'a service that %s',
    (_, facts, action, problems) => {
      const { enabled = 'enabled', found } = facts;
      const result = plan(shell, 'plan_services', tablesOf(facts), ['plan.services', 'before']);
      expect(result['plan.services']).toEqual([`${action} ${UNIT} ${enabled} 3 20 30 -`]);
      expect(result.problems ?? []).toEqual(problems);
      const { ACTIVE, ENABLED, INVOCATION } = { ...FOUND, ...found };
      expect(result.before).toEqual([`${UNIT} ${ACTIVE} ${ENABLED} ${INVOCATION}`]);
    },
  );

  test.each([
    ['needs a daemon-reload', { found: { STALE: 'yes' } }, { stale: [UNIT] }],
    ['is to be enabled', { found: { ENABLED: 'disabled' } }, { stale: [UNIT] }],
    ['is to be enabled, and an operator stopped and disabled it', { found: { ...STOPPED, ENABLED: 'disabled' } }, {}],
    ['is to be disabled', { enabled: 'disabled' }, { stale: [UNIT] }],
    ['is enabled by something else', { found: { ENABLED: 'static' } }, {}],
    ['takes no jobs', { found: { QUIET: 'yes' } }, { quiet: [UNIT] }],
    ['takes no jobs, and restarts', { found: { QUIET: 'yes' }, changed: [PATH] }, {}],
    ['is started early in a boot', { found: { EARLY: 'no' } }, { early: [UNIT] }],
    ['was here before this owner', { known: 'no' }, { 'plan.units': [UNIT] }],
  ] as const)('a service that %s is noted', (_, facts, expected) => {
    expect(plan(shell, 'plan_services', tablesOf(facts), ['stale', 'quiet', 'early', 'plan.units'])).toEqual(expected);
  });

  test('a service that is no longer wanted is stopped, and one that was only extended is given back as it is', () => {
    const gone = (unit: string, more: Found = {}): string => `${unit} ${Object.values({ ...FOUND, ...more }).join(' ')}`;
    const tables: Tables = {
      'old.services': ['a.service enabled running 20 -', 'b.service as-is running 20 -'],
      'old.was': ['c.service enabled active'],
      'have.services': [gone('a.service', { EARLY: 'no' }), gone('b.service', { ENABLED: '-', ACTIVE: 'failed' })],
    };
    expect(plan(shell, 'plan_services', tables, ['plan.gone', 'before', 'early', 'old.was', 'plan.services'])).toEqual({
      'plan.gone': ['a.service', 'b.service'],
      before: ['a.service active enabled i1', 'b.service failed - i1'],
      early: ['a.service'],
      'old.was': ['b.service - failed', 'c.service enabled active'],
    });
  });

  test('a service that was not looked at is refused', () => {
    const tables: Tables = { ...tablesOf({}), 'have.services': [] };
    expect(plan(shell, 'plan_services', tables, []).problems).toEqual([`${UNIT} could not be looked at: deploy again`]);
  });

  test('each service has the action of its own facts', () => {
    const unit = (name: string, found: Found): readonly [string, string, string] => [
      `${name} enabled keep 3 20 30 -`,
      `${name} enabled running 20 -`,
      `${name} ${Object.values({ ...FOUND, ...found }).join(' ')}`,
    ];
    const units = [unit('a@1.service', {}), unit('a@2.service', STOPPED), unit('b.service', FAILED), unit('c.service', {})];
    const tables: Tables = {
      'want.services': units.map(([want]) => want),
      'old.services': units.map(([, old]) => old),
      'have.services': units.map(([, , have]) => have).reverse(),
      changed: ['/etc/systemd/system/a@.service'],
    };
    expect(
      plan(shell, 'plan_services', tables, ['plan.services'])['plan.services']!.map((row) => row.split(' ').slice(0, 2).join(' ')),
    ).toEqual(['restart a@1.service', 'keep a@2.service', 'start b.service', 'leave c.service']);
  });
});
