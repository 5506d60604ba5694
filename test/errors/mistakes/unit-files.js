// Mistakes in unit files that are read: each is a file's text.

const file =
  (text, fileName = 'clock.service', options = {}) =>
  ({ systemd }) =>
    systemd.UnitFile.parse(text, { fileName, ...options }).issues;
const service = (line) => file(`[Service]\nExecStart=/usr/bin/clockwork\n${line}\n`);

exports.mistakes = [
  { mistake: 'a line with a directive that there is none of', make: service('WorkingDirectoy=/srv/clock') },
  { mistake: 'a line with a directive of another section', make: service('After=redis.service') },
  {
    mistake: 'a section that there is none of',
    make: file('[Service]\nExecStart=/usr/bin/clockwork\n[D-BUS Service]\nName=org.example\n'),
  },
  { mistake: 'a line before the first section', make: file('Description=Clock\n[Service]\nExecStart=/usr/bin/clockwork\n') },
  { mistake: 'a line that is no assignment', make: service('Restart always') },
  { mistake: 'a header without its bracket', make: file('[Service\nExecStart=/usr/bin/clockwork\n') },
  { mistake: 'a line that is no UTF-8', make: service('Environment=NAME=caf\ufdd0') },
  { mistake: 'a limit in a unit that systemd has not', make: service('MemoryMax=512MB') },
  { mistake: 'a word in other case', make: service('Restart=Always') },
  { mistake: 'a variable without its name', make: service('Environment=RAILS_ENV=production =x') },
  { mistake: 'a command with open quotes', make: service('ExecStartPost=/bin/sh -c "echo done') },
  { mistake: 'a directory that is not absolute, in a file', make: service('WorkingDirectory=srv/clock') },
  { mistake: 'output to syslog, in a file', make: service('StandardOutput=syslog') },
  { mistake: 'a directive by its old name', make: service('ReadWriteDirectories=/srv/clock') },
  {
    mistake: 'a directive of a newer systemd, in a file',
    make: file('[Service]\nExecStart=/bin/a\nRestartSteps=3\n', 'clock.service', { systemdVersion: 252 }),
  },
  { mistake: 'a service without a command, in a file', make: file('[Unit]\nDescription=Clock\n[Service]\nType=simple\n') },
  { mistake: 'a timer without a time, in a file', make: file('[Timer]\nPersistent=yes\n', 'clock.timer') },
  { mistake: 'a file whose name is none of a unit', make: file('[Service]\nExecStart=/bin/a\n', 'clock.ini') },
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
  'unit/refused-unit': 'Each line is valid, but systemd refuses the unit because lines conflict or one is missing.',
  'unit/deprecated-value': 'systemd treats it as another value, or will stop supporting it.',
  'unit/legacy-directive': 'Newer versions treat the old name as the new one, or ignore it: a limit that is ignored doesn’t apply.',
};
