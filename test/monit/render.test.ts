import fc from 'fast-check';

import { alert, exec, renderControlFile, restart, unmonitor, when, type ControlFile } from '../../lib/monit';
import { Duration, Percent, Size } from '../../lib/values';
import { anyText, controlFile } from './generators';
import { runs } from '../support/runs';

describe('renderControlFile', () => {
  it('renders each statement in its canonical form', () => {
    const file: ControlFile = {
      statements: [
        { statement: 'set daemon', interval: Duration.minutes(2), startDelay: Duration.seconds(30) },
        { statement: 'set httpd', unixSocket: '/run/monit.sock' },
        {
          statement: 'check process',
          name: 'sidekiq',
          pidfile: '/run/sidekiq/sidekiq.pid',
          start: { argv: ['/bin/systemctl', 'start', 'sidekiq'], timeout: Duration.seconds(90) },
          stop: { argv: ['/bin/systemctl', 'stop', 'sidekiq'], uid: 'deploy', gid: 'deploy' },
          restart: { argv: ['/bin/systemctl', 'restart', 'sidekiq'], uid: 0, gid: 0, timeout: Duration.minutes(3) },
          every: { cycles: 2 },
          mode: 'passive',
          onReboot: 'laststate',
          groups: ['workers', 'app'],
          dependsOn: ['redis'],
          rules: [
            when.doesNotExist().forCycles(3).do(restart()),
            when.totalMemory.above(Size.mebibytes(800)).forTimes(3, { within: 5 }).do(restart()).onRecovery(alert(), { cycles: 2 }),
            when.cpuPerCore.above(Percent.of(65)).forCycles(2).do(alert()),
            when.uptime.atLeast(Duration.days(3)).do(unmonitor()),
            when.fileDescriptors.above(Percent.of(80.5)).do(alert()),
            when.fileDescriptors.notEqual(7).do(alert()),
            when.diskRead.above(Size.kibibytes(1536)).do(alert()),
            when.diskWriteOperations.atMost(500).do(alert()),
            when.uid.isNot('deploy').do(alert()),
            when.gid.isNot(33).do(alert()),
            when.securityAttribute.isNot('/usr/bin/x (enforce)').do(alert()),
            when.pid.changes().do(exec(['/bin/x', 'two words'], { uid: 'deploy', gid: 'deploy', repeatEvery: 5 })),
          ],
        },
        {
          statement: 'check program',
          name: 'queue latency',
          program: { argv: ['/usr/local/bin/latency', 'default'], timeout: Duration.seconds(10) },
          every: { notCron: '* 0-3 * * 0' },
          rules: [when.status.notEqual(0).do(alert()), when.status.changes().do(alert()), when.content.matches('/late').do(alert())],
        },
        { statement: 'check process', name: 'puma', matching: '/puma [0-9]', every: { cron: '0,30 8-17 * * *' }, rules: [] },
      ],
    };
    expect(renderControlFile(file)).toBe(
      String.raw`set daemon 120 with start delay 30

set httpd unixsocket "/run/monit.sock" uid "root" gid "root" permission 0600 allow "127.0.0.1"

check process "sidekiq" with pidfile "/run/sidekiq/sidekiq.pid"
  start program = "/bin/systemctl start sidekiq" with timeout 90 seconds
  stop program = "/bin/systemctl stop sidekiq" as uid "deploy" and gid "deploy"
  restart program = "/bin/systemctl restart sidekiq" as uid 0 and gid 0 with timeout 180 seconds
  every 2 cycles
  mode passive
  onreboot laststate
  group "workers"
  group "app"
  depends on "redis"
  if does not exist for 3 cycles then restart
  if totalmem > 800 MB for 3 times within 5 cycles then restart else if succeeded for 2 cycles then alert
  if cpu > 65% per core for 2 cycles then alert
  if uptime >= 3 days then unmonitor
  if filedescriptors > 80.5% then alert
  if filedescriptors != 7 then alert
  if disk read > 1536 KB/s then alert
  if disk write <= 500 operations/s then alert
  if failed uid "deploy" then alert
  if failed gid 33 then alert
  if failed security attribute "\0x2fusr/bin/x (enforce)" then alert
  if changed pid then exec "/bin/x 'two words'" as uid "deploy" and gid "deploy" repeat every 5 cycles

check program "queue latency" with path "/usr/local/bin/latency default" with timeout 10 seconds
  not every "* 0-3 * * 0"
  if status != 0 then alert
  if changed status then alert
  if content = "\0x2flate" then alert

check process "puma" matching "\0x2fpuma [0-9]"
  every "0,30 8-17 * * *"
`,
    );
  });

  it('renders an empty file as empty text', () => {
    expect(renderControlFile({ statements: [] })).toBe('');
  });

  it('renders only known lines, in normalisation form C, for all values', () => {
    const KNOWN =
      /^(?:check (?:process|file|directory|fifo|filesystem|host|network|system|program) "|set (?:daemon|httpd) | {2}(?:start program|stop program|restart program|every|not every|mode|onreboot|group|depends on|alert|noalert|ignore content|if) )/;
    fc.assert(
      fc.property(controlFile({ program: '/bin/true', perCore: true }), anyText, (file, text) => {
        const hostile = { statement: 'check process', name: text, matching: text, groups: [text], dependsOn: [text], rules: [] } as const;
        const rendered = renderControlFile({ statements: [...file.statements, hostile, { statement: 'set httpd', unixSocket: text }] });
        expect(rendered.endsWith('\n')).toBe(true);
        expect(rendered.normalize('NFC')).toBe(rendered);
        // A mail's message may have several lines; it ends at the brace.
        const lines = rendered.replace(/ with mail-format \{[^}]*\}/g, '').split('\n');
        for (const line of lines) if (line !== '') expect(line).toMatch(KNOWN);
      }),
      { numRuns: runs(300) },
    );
  });

  it('doesn’t throw for NaN and infinite numbers', () => {
    fc.assert(
      fc.property(fc.double(), (n) => {
        const rules = [
          when.memory.above(Size.bytes(n)).forCycles(n).do(alert()),
          when.cpu.above(Percent.of(n)).do(exec(['/x'], { uid: n, gid: n, repeatEvery: n })),
          when.uptime.above(Duration.hours(n)).forTimes(n, { within: n }).do(alert()),
        ];
        const start = { argv: [], timeout: Duration.seconds(n) };
        expect(renderControlFile({ statements: [{ statement: 'check process', name: 'x', pidfile: '/x', start, rules }] })).not.toMatch(
          /NaN|Infinity|e[+-]/,
        );
      }),
    );
  });
});
