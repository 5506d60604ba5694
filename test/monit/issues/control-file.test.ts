import fc from 'fast-check';

import { alert, controlFileIssues, exec, renderControlFile, when, type ControlFile } from '../../../lib/monit';
import { Duration, Size } from '../../../lib/values';
import { anyText, controlFile } from '../generators';
import { brief, codesOf, processCheck, programCheck } from './sample';
import { runs } from '../../support/runs';
import { placeText } from '../../../lib/values';

describe('controlFileIssues', () => {
  it('reports all problems at once', () => {
    expect(
      codesOf(processCheck({ name: '', pidfile: 'x', stop: { argv: [] }, rules: [when.pid.changes().forCycles(0).do(alert())] }), {
        monitVersion: 'new',
      }),
    ).toEqual([
      'monit/invalid-version at monitVersion',
      'monit/invalid-name at "".name',
      'monit/invalid-path at "".pidfile',
      'monit/invalid-path at "".stop.argv[0]',
      'monit/invalid-rate at "".rules[0].rate.cycles',
      'monit/changed-pid-fires-on-deploy at "".rules[0].test',
    ]);
  });

  it('ignores the case of ASCII letters in names', () => {
    const statements = [
      processCheck({ name: 'Sidekiq' }),
      programCheck({ name: 'sideKIQ' }),
      processCheck({ name: 'É', pidfile: '/run/y.pid' }),
      processCheck({ name: 'é', pidfile: '/run/z.pid' }),
    ];
    expect(brief(controlFileIssues({ statements }))).toEqual(['monit/duplicate-name at sideKIQ.name']);
  });

  it('allows some settings only once', () => {
    const httpd = { statement: 'set httpd', unixSocket: '/run/m.sock' } as const;
    expect(brief(controlFileIssues({ statements: [httpd, httpd] }))).toEqual(['monit/duplicate-statement at set httpd']);
    const daemon = { statement: 'set daemon', interval: Duration.seconds(5) } as const;
    expect(brief(controlFileIssues({ statements: [daemon, daemon] }))).toContain('monit/duplicate-statement at set daemon');
  });

  it('has no error for generated files', () => {
    fc.assert(
      fc.property(controlFile({ program: '/bin/true', perCore: true, monit: '5.33.0' }), (file) => {
        expect(controlFileIssues(file, { monitVersion: '5.33.0' }).filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  });

  it('never throws, and describes problems in full sentences', () => {
    fc.assert(
      fc.property(anyText, fc.double(), (text, n) => {
        const program = { argv: [text, text], uid: text, gid: n, timeout: Duration.seconds(n) };
        const rules = [when.uid.isNot(text).forCycles(n).do(alert()), when.threads.above(n).do(alert())];
        const check = processCheck({ name: text, groups: [text], dependsOn: [text], every: { cron: text }, start: program, rules });
        for (const issue of controlFileIssues({ statements: [check] }, { monitVersion: text })) {
          expect(issue.code).toMatch(/^monit\/[a-z-]+$/);
          for (const words of [placeText(issue.place), issue.problem, issue.remedy]) expect(words).not.toMatch(/^$|[\n\0]|undefined/);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it.each([undefined, null, 30, '30 s', Size.bytes(30), {}])('never throws for times and sizes that are %s', (bare) => {
    const wrong = bare as never;
    const program = { argv: ['/bin/systemctl', 'stop', 'x'], timeout: wrong };
    const rules = [
      when.uptime.above(wrong).do(exec(['/bin/true'], { timeout: wrong })),
      when.failed.port(80, { timeout: wrong, responseTime: { operator: '>', limit: wrong } }).do(alert()),
      when.failed.port(80, { protocol: { name: 'http', status: wrong } }).do(alert()),
      when.memory.above(wrong).forCycles(3).do(alert()),
    ];
    const statements: ControlFile['statements'] = [
      processCheck({ start: program, stop: program, restart: program, rules }),
      { statement: 'check filesystem', name: 'y', path: '/', rules: [when.serviceTime.above(wrong).do(alert())] },
      { statement: 'check network', name: 'z', interface: 'eth0', rules: [when.totalDownload(wrong).above(wrong).do(alert())] },
      { statement: 'set daemon', interval: wrong, startDelay: wrong },
      { statement: 'set limits', programOutput: wrong, stopTimeout: wrong },
      { statement: 'set mailserver', servers: [{ host: 'mx.example.com' }], timeout: wrong },
      { statement: 'set mmonit', servers: [{ url: 'https://example.com/collector', timeout: wrong }] },
    ];
    const errors = controlFileIssues({ statements }, { interval: wrong }).filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThanOrEqual(8);
    expect(renderControlFile({ statements })).toContain('check process "x"');
  });
});
