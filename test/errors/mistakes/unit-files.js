// Mistakes in the text of unit files that are parsed.

const file =
  (text, fileName = 'clock.service', options = {}) =>
  ({ systemd }) =>
    systemd.UnitFile.parse(text, { fileName, ...options }).issues;
const service = (line) => file(`[Service]\nExecStart=/usr/bin/clockwork\n${line}\n`);

exports.mistakes = [
  { mistake: 'a misspelled directive in a unit file', make: service('WorkingDirectoy=/srv/clock') },
  { mistake: 'a directive in the wrong section of a unit file', make: service('After=redis.service') },
  {
    mistake: 'an unknown section in a unit file',
    make: file('[Service]\nExecStart=/usr/bin/clockwork\n[D-BUS Service]\nName=org.example\n'),
  },
  { mistake: 'a line before the first section', make: file('Description=Clock\n[Service]\nExecStart=/usr/bin/clockwork\n') },
  { mistake: 'a line that is not an assignment', make: service('Restart always') },
  { mistake: 'a section header without its bracket', make: file('[Service\nExecStart=/usr/bin/clockwork\n') },
  { mistake: 'a Unicode noncharacter in a unit file', make: service('Environment=NAME=caf\ufdd0') },
  { mistake: 'a size with an unknown suffix in a unit file', make: service('MemoryMax=512MB') },
  { mistake: 'a word in the wrong case in a unit file', make: service('Restart=Always') },
  { mistake: 'a variable without a name in a unit file', make: service('Environment=RAILS_ENV=production =x') },
  { mistake: 'a command with unclosed quotes', make: service('ExecStartPost=/bin/sh -c "echo done') },
  { mistake: 'a relative directory in a unit file', make: service('WorkingDirectory=srv/clock') },
  { mistake: 'output to syslog in a unit file', make: service('StandardOutput=syslog') },
  { mistake: 'a directive with an outdated name in a unit file', make: service('ReadWriteDirectories=/srv/clock') },
  {
    mistake: 'a directive too new for systemd in a unit file',
    make: file('[Service]\nExecStart=/bin/a\nRestartSteps=3\n', 'clock.service', { systemdVersion: 252 }),
  },
  { mistake: 'a service without a command in a unit file', make: file('[Unit]\nDescription=Clock\n[Service]\nType=simple\n') },
  { mistake: 'a timer without a time in a unit file', make: file('[Timer]\nPersistent=yes\n', 'clock.timer') },
  { mistake: 'a file name without a unit type', make: file('[Service]\nExecStart=/bin/a\n', 'clock.ini') },
];

exports.reasons = {
  'unit/unknown-section': 'systemd ignores the section and everything in it.',
  'unit/line-outside-section': 'systemd ignores a line before the first section.',
  'unit/invalid-line': 'systemd ignores the line.',
  'unit/invalid-section-header': 'systemd refuses the whole file.',
  'unit/invalid-utf8': 'systemd refuses the whole file, although it logs that it ignores the line.',
  'unit/ignored-value': 'systemd ignores the line and starts the unit without it: without the limit, or in another directory.',
  'unit/ignored-part': 'systemd drops this part and applies the rest of the line.',
  'unit/refused-value': 'systemd refuses the whole unit for this value.',
  'unit/refused-unit': 'systemd refuses a unit with conflicting or missing lines, even if each line is valid.',
  'unit/deprecated-value': 'systemd treats it as another value, or will stop supporting it in a later version.',
  'unit/legacy-directive': 'Newer versions of systemd treat it as the new name, or ignore it, and an ignored limit doesn’t apply.',
};
