import { plan, SHELLS, wanted, type Tables } from './tables';

const CONTROL = '/etc/monit/conf.d/theirs';
const SOCKET = '/etc/monit/conf-enabled/socket';

/** Facts, the functions that judge them, and what they refuse. */
const REFUSALS: readonly (readonly [title: string, commands: string, tables: Tables, problems: readonly string[] | undefined])[] = [
  ['nothing needed', 'NEED_SYSTEMD=- NEED_MONIT=- MONIT=no; plan_host', {}, undefined],
  ['systemd as it is needed', 'NEED_SYSTEMD=250 NEED_MONIT=- MONIT=no; plan_host', { 'have.versions': ['systemd 252'] }, undefined],
  [
    'an older systemd',
    'NEED_SYSTEMD=250 NEED_MONIT=- MONIT=no; plan_host',
    { 'have.versions': ['systemd 247'] },
    ["systemd is 247 here; this stack needs 250 or later: set the host's platform accordingly"],
  ],
  ['Monit as it is needed', 'NEED_SYSTEMD=- NEED_MONIT=5.20 MONIT=yes; plan_host', { 'have.versions': ['monit 5.33.0'] }, undefined],
  [
    'an older Monit',
    'NEED_SYSTEMD=- NEED_MONIT=5.30 MONIT=yes; plan_host',
    { 'have.versions': ['systemd 300', 'monit 5.9.1'] },
    ["Monit is 5.9.1 here; this stack needs 5.30 or later: set the host's platform accordingly"],
  ],
  [
    'checks without Monit',
    'NEED_SYSTEMD=- NEED_MONIT=- MONIT=no; plan_host',
    { 'want.checks': ['app'] },
    ['Monit is not installed: install the package monit'],
  ],
  [
    'a masked Monit',
    'NEED_SYSTEMD=- NEED_MONIT=- MONIT=yes; plan_host',
    { 'have.masked': ['monit.service'] },
    ['Monit does not run, and monit.service is masked by an operator; to allow it, run: systemctl unmask monit.service'],
  ],
  [
    'missing accounts, programs and files',
    'NEED_SYSTEMD=- NEED_MONIT=- MONIT=no; plan_host',
    {
      'missing.users': ['deploy'],
      'missing.groups': ['app'],
      'need.programs': ['ruby', '/usr/bin/env', '/opt/ours'],
      'have.programs': ['/usr/bin/env'],
      'need.files': ['/etc/a', '/etc/b c', '/opt/ours'],
      'have.files': ['/etc/a'],
      'want.paths': ['/opt/ours'],
    },
    [
      'user deploy does not exist on this host: create it first',
      'group app does not exist on this host: create it first',
      'program ruby is not on this host: install it first',
      'file /etc/b c is not on this host: create it first',
    ],
  ],
  [
    'a directory behind another user’s link',
    'plan_staging_dirs',
    { 'plan.write': ['0644 root root a /app/x/f'], unreached: [], 'linked.dirs': ['/app/x', '/app/x', '/etc', '/app/y', '/app/y', '/etc'] },
    ['/app/x is a symbolic link that users other than root can change, to /etc: name the directory that is meant'],
  ],
  [
    'a unit where others can change it',
    'plan_staging_dirs',
    { ...wanted({ path: '/srv/units/a.service', kind: 'unit' }), 'plan.remove': ['/srv/units/a.service'], 'open.dirs': ['/srv/units'] },
    [
      '/srv/units can be changed by users other than root, and root runs programs in it; run: chown root: /srv/units && chmod go-w /srv/units',
    ],
  ],
  [
    'a plain file where others can change it',
    'plan_staging_dirs',
    { ...wanted({ path: '/app/shared/env' }), 'plan.write': ['0644 root root a /app/shared/env'], 'open.dirs': ['/app/shared'] },
    undefined,
  ],
  [
    'a unit where others can change it, and nothing changes',
    'plan_staging_dirs',
    { ...wanted({ path: '/srv/units/a.service', kind: 'unit' }), 'open.dirs': ['/srv/units'] },
    undefined,
  ],
  ['checks of other names', 'plan_control_files', { 'want.checks': ['app'], 'foreign.checks': [`nginx\t${CONTROL}`] }, undefined],
  [
    'a check of the same name',
    'plan_control_files',
    { 'want.checks': ['app'], 'foreign.checks': [`App\t${CONTROL}`] },
    [`Monit has a check named "App" already, in ${CONTROL}: choose another checkName, remove that one, or take it over with adopt: true`],
  ],
  [
    'a check to take over from a file with more than it',
    'plan_control_files',
    { 'want.checks': ['app'], 'adopt.checks': ['app'], 'foreign.checks': [`app\t${CONTROL}`, `nginx\t${CONTROL}`] },
    [`${CONTROL} contains more than the check to be adopted: move that check to a file of its own`],
  ],
  [
    'a check to take over from a file with settings',
    'plan_control_files',
    { 'want.checks': ['app'], 'adopt.checks': ['app'], 'foreign.checks': [`app\t${CONTROL}`], 'foreign.settings': [CONTROL] },
    [`${CONTROL} contains more than the check to be adopted: move that check to a file of its own`],
  ],
];

describe.each(SHELLS)('in %s', (shell) => {
  test.each(REFUSALS)('%s', (_, commands, tables, problems) => {
    expect(plan(shell, commands, tables, []).problems).toEqual(problems);
  });

  test('a check is taken over with its file', () => {
    const tables: Tables = { 'want.checks': ['app'], 'adopt.checks': ['APP'], 'foreign.checks': [`app\t${CONTROL}`] };
    expect(plan(shell, 'plan_control_files', tables, ['adopt.controls'])).toEqual({ 'adopt.controls': [CONTROL] });
  });

  test.each([
    [[], [SOCKET, '/etc/a']],
    [[CONTROL], ['/etc/a']],
  ])('our socket is dropped if another file has one: %j', (httpd, paths) => {
    const tables: Tables = { ...wanted({ path: SOCKET, kind: 'monit-httpd' }, { path: '/etc/a' }), 'foreign.httpd': httpd };
    expect(plan(shell, 'plan_control_files', tables, ['want.paths'])['want.paths']).toEqual(paths);
  });

  test('the plan names the directories of all that changes, and those that could not be looked at', () => {
    const tables: Tables = {
      'plan.write': ['0644 root root a /etc/b c/f', '0644 root root a /f', '0644 root root a /etc/b c/g'],
      'plan.remove': ['/etc/a/f'],
      unreached: ['/app/x'],
    };
    expect(plan(shell, 'plan_staging_dirs', tables, ['plan.desks'])['plan.desks']).toEqual(['', '/app/x', '/etc/a', '/etc/b c']);
  });

  test.each([
    ['nothing', {}, 'OLD_CLAIM=c', true],
    ['a first deployment', {}, "OLD_CLAIM=''", false],
    ['a file to write', { 'plan.write': ['x'] }, 'OLD_CLAIM=c', false],
    ['a file to remove', { 'plan.remove': ['x'] }, 'OLD_CLAIM=c', false],
    ['a service to start', { 'plan.services': ['leave a', 'start b'] }, 'OLD_CLAIM=c', false],
    ['a service to restart', { 'plan.services': ['restart b'] }, 'OLD_CLAIM=c', false],
    ['services to leave', { 'plan.services': ['leave a', 'keep b', 'wait c'] }, 'OLD_CLAIM=c', true],
    ['a unit to enable', { stale: ['a'] }, 'OLD_CLAIM=c', false],
    ['a service that is no longer wanted', { 'plan.gone': ['a'] }, 'OLD_CLAIM=c', false],
    ['another check', { 'want.checks': ['a'] }, 'OLD_CLAIM=c', false],
    ['the same files in another order', { 'old.files': ['a', 'b'], 'want.files': ['b', 'a'] }, 'OLD_CLAIM=c', true],
    ['a file that only the manifest lacks', { 'want.files': ['a'] }, 'OLD_CLAIM=c', false],
  ])('with %s, the plan changes nothing or something', (_, tables: Tables, setting, nothing) => {
    const commands = `${setting}; if changes_nothing; then echo yes; else echo no; fi >"$WORK/answer"`;
    const all: Tables = { 'plan.services': [], 'plan.gone': [], 'plan.adopt': [], stale: [], ...tables };
    expect(plan(shell, commands, all, ['answer']).answer).toEqual([nothing ? 'yes' : 'no']);
  });
});
