import { deployed, found, hash, other, plan, SHELLS, wanted, type Tables } from './tables';

const ACCOUNTS: Tables = { passwd: ['root:x:0:0::/:', 'deploy:x:1000:1000::/:'], group: ['root:x:0:', 'deploy:x:1000:'] };
const FILE = '/etc/app.env';
const UNIT = '/etc/systemd/system/app.service';
const NAMES = ['plan.write', 'plan.remove', 'changed', 'plan.adopt', 'plan.return', 'edited', 'returned.checks', 'inherited', 'sockets'];

const written = (text: string, path: string, owner = '0644 root root'): string => `${owner} ${hash(text)} ${path}`;

/** Facts of the host and the document, and the plan that they lead to. */
const PLANS: readonly (readonly [title: string, facts: readonly Tables[], expected: Tables])[] = [
  ['nothing wanted, nothing here', [], {}],
  ['a new file', [wanted({ path: FILE })], { 'plan.write': [written('a', FILE)], changed: [FILE] }],
  ['a file that is here already', [wanted({ path: FILE }), deployed({ path: FILE }), found({ path: FILE })], {}],
  [
    'another text',
    [wanted({ path: FILE, text: 'b' }), deployed({ path: FILE }), found({ path: FILE })],
    { 'plan.write': [written('b', FILE)], changed: [FILE] },
  ],
  [
    'a text that was edited by hand',
    [wanted({ path: FILE }), deployed({ path: FILE }), found({ path: FILE, text: 'x' })],
    { 'plan.write': [written('a', FILE)], changed: [FILE], edited: [FILE] },
  ],
  [
    'a text that was edited by hand to what is wanted now',
    [wanted({ path: FILE, text: 'b' }), deployed({ path: FILE }), found({ path: FILE, text: 'b' })],
    {},
  ],
  [
    'a file that was removed by hand',
    [wanted({ path: FILE }), deployed({ path: FILE })],
    { 'plan.write': [written('a', FILE)], changed: [FILE] },
  ],
  [
    'another mode',
    [wanted({ path: FILE, mode: '0600' }), deployed({ path: FILE }), found({ path: FILE })],
    { 'plan.write': [written('a', FILE, '0600 root root')] },
  ],
  [
    'another user',
    [wanted({ path: FILE, user: 'deploy' }), deployed({ path: FILE }), found({ path: FILE })],
    { 'plan.write': [written('a', FILE, '0644 deploy root')] },
  ],
  ['a user by name', [wanted({ path: FILE, user: 'deploy' }), found({ path: FILE, uid: 1000 })], {}],
  ['a user by number', [wanted({ path: FILE, user: '1000', group: '7' }), found({ path: FILE, uid: 1000, gid: 7 })], {}],
  [
    'a path with blanks',
    [wanted({ path: '/etc/a b  c' }), deployed({ path: '/etc/d  e' }), found({ path: '/etc/d  e' })],
    { 'plan.write': [written('a', '/etc/a b  c')], 'plan.remove': ['/etc/d  e'], changed: ['/etc/a b  c', '/etc/d  e'] },
  ],
  ['a file that is no longer wanted', [deployed({ path: FILE }), found({ path: FILE })], { 'plan.remove': [FILE], changed: [FILE] }],
  [
    'one that was edited by hand',
    [deployed({ path: FILE }), found({ path: FILE, text: 'x' })],
    { 'plan.remove': [FILE], changed: [FILE], edited: [FILE] },
  ],
  [
    'one that is a link now',
    [deployed({ path: FILE }), found({ path: FILE, type: 'a' })],
    { 'plan.remove': [FILE], changed: [FILE], edited: [FILE] },
  ],
  ['one that is not here either', [deployed({ path: FILE })], {}],
  ['one that is a directory now', [deployed({ path: FILE }), found({ path: FILE, type: '4' })], {}],
  [
    'a file that no deployment put there',
    [wanted({ path: FILE }), found({ path: FILE, text: 'x' })],
    {
      'plan.write': [written('a', FILE)],
      changed: [FILE],
      problems: [`${FILE} exists, but this stack did not create it: move it away, or take it over with adopt: true`],
    },
  ],
  ['one with the very text', [wanted({ path: FILE }), found({ path: FILE })], {}],
  [
    'one to take over',
    [wanted({ path: FILE }), found({ path: FILE, text: 'x' }), { 'adopt.paths': [FILE] }],
    { 'plan.write': [written('a', FILE)], changed: [FILE], 'plan.adopt': [FILE] },
  ],
  [
    'a directory',
    [wanted({ path: FILE }), found({ path: FILE, type: '4' }), { 'adopt.paths': [FILE] }],
    { 'plan.write': [written('a', FILE)], changed: [FILE], problems: [`${FILE} is a directory here: move it away`] },
  ],
  [
    'a file of another stack',
    [wanted({ path: FILE }), found({ path: FILE }), other([FILE, '/etc/theirs'])],
    { problems: [`${FILE} belongs to another stack, "other": give this one another name or path`] },
  ],
  [
    'all units of another stack: most likely this one, with its state lost',
    [
      wanted({ path: UNIT, kind: 'unit' }, { path: FILE }),
      found({ path: UNIT }, { path: FILE }),
      other([FILE, UNIT], { stack: 'my workers' }),
    ],
    {
      problems: [
        'this host is deployed by the stack "my workers" (owner b1): restore or move its Terraform state, or uninstall it here with: sudo sh /state/owners/b1/installer uninstall b1 c1',
      ],
    },
  ],
  [
    'some units of another stack',
    [wanted({ path: UNIT, kind: 'unit' }, { path: `${UNIT}2`, kind: 'unit' }), found({ path: UNIT }, { path: `${UNIT}2` }), other([UNIT])],
    { problems: [`${UNIT} belongs to another stack, "other": give this one another name or path`] },
  ],
  [
    'a host that changed while it was looked at',
    [{ unsteady: ['changed'] }],
    { problems: ['a file was changed while it was looked at: deploy again'] },
  ],
];

describe.each(SHELLS)('in %s, a plan for', (shell) => {
  test.each(PLANS)('%s', (_, facts, expected) => {
    const result = plan(shell, 'plan_files', Object.assign({}, ACCOUNTS, ...facts) as Tables, NAMES);
    expect(result).toEqual(expected);
  });
});

const ORIGINAL = `0600 0 0 t1-0 ${FILE}`;
const CONTROL = '/etc/monit/conf.d/theirs';
const SOCKET = '/etc/monit/conf-enabled/socket';

const RETURNS: readonly (readonly [title: string, facts: readonly Tables[], expected: Tables])[] = [
  [
    'comes back when the path is no longer wanted',
    [deployed({ path: FILE }), found({ path: FILE }), { 'have.originals': [ORIGINAL] }],
    { 'plan.write': [`0600 0 0 original.t1-0 ${FILE}`], changed: [FILE], 'plan.return': [`t1-0 ${FILE}`] },
  ],
  [
    'stays while the path is wanted',
    [wanted({ path: FILE }), deployed({ path: FILE }), found({ path: FILE }), { 'have.originals': [ORIGINAL] }],
    {},
  ],
  [
    'of a control file comes back when the check is no longer wanted',
    [{ 'have.originals': [`0600 0 0 t1-0 ${CONTROL}`], 'original.t1-0.checks': ['Nginx'] }],
    {
      'plan.write': [`0600 0 0 original.t1-0 ${CONTROL}`],
      changed: [CONTROL],
      'plan.return': [`t1-0 ${CONTROL}`],
      'returned.checks': ['Nginx'],
    },
  ],
  [
    'of a control file stays while the check is wanted',
    [{ 'have.originals': [`0600 0 0 t1-0 ${CONTROL}`], 'original.t1-0.checks': ['Nginx'], 'want.checks': ['nginx'] }],
    {},
  ],
];

const SOCKETS: readonly (readonly [title: string, facts: readonly Tables[], expected: Tables])[] = [
  [
    'is left to another owner that has checks',
    [other(['/etc/theirs'], { checks: 'yes' })],
    { inherited: [`0600 root root monit-httpd ${hash('a')} ${SOCKET}`] },
  ],
  [
    'is removed when no other owner has checks',
    [other(['/etc/theirs'])],
    { 'plan.remove': [SOCKET], changed: [SOCKET], sockets: ['/run/monit.sock'] },
  ],
];

describe.each(SHELLS)('in %s', (shell) => {
  test.each(RETURNS)('an original %s', (_, facts, expected) => {
    expect(plan(shell, 'plan_files', Object.assign({}, ACCOUNTS, ...facts) as Tables, NAMES)).toEqual(expected);
  });

  test.each(SOCKETS)('the socket that is no longer wanted %s', (_, facts, expected) => {
    const here = [deployed({ path: SOCKET, kind: 'monit-httpd', mode: '0600' }), found({ path: SOCKET, mode: '0600' })];
    const sockets: Tables = { 'have.sockets': [SOCKET, '/run/monit.sock'] };
    expect(plan(shell, 'plan_files', Object.assign({}, ACCOUNTS, ...here, sockets, ...facts) as Tables, NAMES)).toEqual(expected);
  });
});
