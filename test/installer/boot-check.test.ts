import { inShell } from './in-shell';

/** Returns the lines of a unit's text that a boot check keeps. */
const kept = (text: readonly string[], { unit = 'app@1.service', kind = 'ready', words = '' } = {}): string[] =>
  inShell('dash', `kept_lines unit '${unit}' ${kind} <"$WORK/text"`, { text: `${text.join('\n')}\n`, 'trial.words': words })
    .trimEnd()
    .split('\n');

test('drops [Install] and everything that affects more than the process', () => {
  expect(
    kept([
      '# A comment',
      '[Unit]',
      'Description=App',
      'After=network.target',
      'PartOf=app.target',
      'OnFailure=notify@%n.service',
      '[Service]',
      'Type=notify',
      'ExecStart=/bin/app',
      'ExecStartPre=/bin/prepare',
      'ExecStartPost=+/bin/sh -c "a \\',
      '  b" c',
      '; Another',
      'ExecStop=/bin/stop',
      'Restart=always',
      'PIDFile=/run/app.pid',
      'User=app',
      'ProtectSystem=strict',
      'MemoryMax=1G',
      '[Install]',
      'WantedBy=multi-user.target',
      '[Service]',
      'Sockets=app.socket',
      'Nice=5',
    ]),
  ).toEqual([
    '[Unit]',
    'After=network.target',
    '[Service]',
    'Type=notify',
    'ExecStartPre=/bin/prepare',
    'User=app',
    'ProtectSystem=strict',
    'MemoryMax=1G',
    '[Service]',
    'Nice=5',
  ]);
});

test('a command that exits has no Type=notify and no watchdog', () => {
  expect(kept(['[Service]', 'Type=notify', 'WatchdogSec=30s', 'User=app'], { kind: 'ends' })).toEqual(['[Service]', 'User=app']);
});

test('specifiers refer to the unit that is checked', () => {
  expect(kept(['[Service]', 'SyslogIdentifier=%p-%i', 'Environment="A=%n %N %%n"'])).toEqual([
    '[Service]',
    'SyslogIdentifier=app-%i',
    'Environment="A=app@1.service app@1 %%n"',
  ]);
});

test('replaces paths that have a copy, as whole words of commands and of files that are read', () => {
  const words = '/etc/app.env /run/copy/0\n/etc/app /run/copy/1\n';
  expect(
    kept(
      [
        '[Service]',
        'EnvironmentFile=-/etc/app.env',
        'EnvironmentFile=/etc/app.env.local',
        'ExecStartPre=+/etc/app /etc/app /etc/application "/etc/app" /srv/etc/app',
        'Environment=CONFIG=/etc/app OTHER=/etc/app/x',
        'ReadWritePaths=/etc/app',
      ],
      { words },
    ),
  ).toEqual([
    '[Service]',
    'EnvironmentFile=-/run/copy/0',
    'EnvironmentFile=/etc/app.env.local',
    'ExecStartPre=+/run/copy/1 /run/copy/1 /etc/application "/run/copy/1" /srv/etc/app',
    'Environment=CONFIG=/run/copy/1 OTHER=/etc/app/x',
    'ReadWritePaths=/etc/app',
  ]);
});

/** Returns the reason why a unit with these lines isn't checked. */
const reason = (text: string, user = ''): string =>
  inShell(
    'dash',
    `systemctl() { echo '${user}'; }
    : >"$WORK/trial.reason"; look_for_reasons app.service; cat "$WORK/trial.reason"`,
    { 'trial.raw': text },
  );

test('skips a unit whose second process would take something from the first', () => {
  expect(reason('Type=forking\n')).toBe('its Type= is made for one process\n');
  expect(reason('Type=forking\nDynamicUser=no\n')).toBe('its Type= is made for one process\n');
  expect(reason('Type=forking\nType=notify\n')).toBe('');
  expect(reason('DynamicUser=yes\n')).toBe('its DynamicUser= would be another user\n');
  expect(reason('User=new\nStateDirectory=app\n', 'old')).toBe('its directories would change hands\n');
  expect(reason('User=same\nStateDirectory=app\nType=notify\n', 'same')).toBe('');
});

test('skips a unit if the host has too little memory', () => {
  const memory = (kilobytes: number): string =>
    inShell(
      'dash',
      `sed() { case $* in *VmRSS*) echo 400000 ;; *) echo ${kilobytes} ;; esac; }; PID=1; : >"$WORK/trial.reason"; why_not ready`,
    );
  expect(memory(1_000_000)).toBe('');
  expect(memory(500_000)).toBe('488 MB of memory are free, and it uses 390 MB\n');
});
