import { inShell } from './in-shell';

/** Returns the drop-in made from the output of `systemctl cat`. */
const settings = (cat: string, shown = 'TimeoutStopUSec=1min 30s\nKillMode=mixed\nWatchdogSignal=\nPIDFile=/run/a%b.pid\n'): string =>
  inShell(
    'dash',
    `systemctl() { case $1 in show) cat "$WORK/shown" ;; cat) cat "$WORK/cat" ;; esac; }
    stop_settings one.service || echo "none: $?"`,
    { shown, cat },
  );

test('copies the stop settings of a unit, with the commands from its files', () => {
  const text = [
    '# /etc/systemd/system/one.service',
    '[Unit]',
    'ExecStop=/not/here',
    '[Service]',
    'ExecStart=/bin/one \\',
    '  ExecStop=/not/this',
    '; ExecStop=/nor/this',
    'ExecStop=/bin/stop "a b" \\',
    '# within',
    '  --second',
    'Restart=always',
    ' ExecStopPost = -/bin/after',
    '[Install]',
    'ExecStop=/nor/here',
    '# /etc/systemd/system/one.service.d/more.conf',
    '[Service]',
    'ExecStop=',
    'ExecStop=/bin/other',
    '',
  ].join('\n');
  expect(settings(text)).toBe(
    [
      '[Service]',
      'RuntimeDirectory=',
      'ExecStop=',
      'ExecStopPost=',
      'TimeoutStopSec=1min 30s',
      'KillMode=mixed',
      'PIDFile=/run/a%%b.pid',
      'ExecStop=/bin/stop "a b" \\',
      '# within',
      '  --second',
      ' ExecStopPost = -/bin/after',
      'ExecStop=',
      'ExecStop=/bin/other',
      '',
    ].join('\n'),
  );
});

test('creates nothing from an empty answer', () => {
  expect(settings('', '')).toBe('none: 1\n');
});

/** Changes the file of one.service from one text to another, and returns true if its old process keeps its stop settings. */
const keeps = (old: string | undefined, wanted: string | undefined): boolean =>
  inShell(
    'dash',
    `path=$WORK/one.service
    [ ! -e "$WORK/wanted" ] || { echo "0644 0 0 $(sha256sum <"$WORK/wanted" | cut -c 1-64) $path" >"$WORK/plan.write" && mv "$WORK/wanted" "$WORK/text.$(sha256sum <"$WORK/wanted" | cut -c 1-64)"; }
    echo "$path" >"$WORK/changed"
    settings_change one.service && echo yes || echo no`,
    {
      'plan.write': '',
      ...(old === undefined ? {} : { 'one.service': old }),
      ...(wanted === undefined ? {} : { wanted }),
    },
  ) === 'yes\n';

const UNIT = ['[Unit]', 'Description=one', '[Service]', 'ExecStart=/bin/one \\', '  more', 'MemoryMax=1G', 'TimeoutStopSec=30', ''].join(
  '\n',
);

test.each([
  ['ExecStart=/bin/one', 'ExecStart=/bin/two'],
  ['  more', '  less'],
  ['[Service]', '[Service]\nEnvironment=A=b\nEnvironmentFile=/etc/one\nExecStartPre=/bin/true\n# TimeoutStopSec=1\n'],
  ['Description=one', 'Description=two'],
  ['TimeoutStopSec=30', 'TimeoutStopSec=30\n[Install]\nWantedBy=multi-user.target'],
])('a setting for the start does not affect a running process: %s → %s', (old, wanted) => {
  expect(keeps(UNIT, UNIT.replace(old, wanted))).toBe(false);
});

test.each([
  ['TimeoutStopSec=30', 'TimeoutStopSec=20'],
  ['MemoryMax=1G', 'MemoryMax=512M'],
  ['MemoryMax=1G\n', ''],
  ['TimeoutStopSec=30', 'TimeoutStopSec=30\nExecStop=/bin/stop'],
  ['TimeoutStopSec=30', 'TimeoutStopSec=30\nRuntimeDirectory=one'],
])('a setting for a running process affects it: %s → %s', (old, wanted) => {
  expect(keeps(UNIT, UNIT.replace(old, wanted))).toBe(true);
});

test('a file that appears or disappears counts by its settings', () => {
  expect(keeps(undefined, '[Service]\nKillSignal=SIGINT\n')).toBe(true);
  expect(keeps('[Service]\nKillSignal=SIGINT\n', undefined)).toBe(true);
  expect(keeps(undefined, '[Service]\nEnvironment=A=b\n')).toBe(false);
  expect(keeps('[Unit]\nDescription=x\n', undefined)).toBe(false);
});
