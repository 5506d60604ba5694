import fc from 'fast-check';

import { alert, controlFileIssues, when } from '../../../lib/monit';
import { Duration } from '../../../lib/values';
import { anyText, controlFile } from '../generators';
import { brief, codesOf, processCheck, programCheck } from './sample';
import { runs } from '../../support/runs';
import { placeText } from '../../../lib/values';

describe('controlFileIssues', () => {
  it('tells everything at once', () => {
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

  it('compares names without regard to the case of ASCII letters', () => {
    const statements = [
      processCheck({ name: 'Sidekiq' }),
      programCheck({ name: 'sideKIQ' }),
      processCheck({ name: 'É', pidfile: '/run/y.pid' }),
      processCheck({ name: 'é', pidfile: '/run/z.pid' }),
    ];
    expect(brief(controlFileIssues({ statements }))).toEqual(['monit/duplicate-name at sideKIQ.name']);
  });

  it('lets a setting stand once', () => {
    const httpd = { statement: 'set httpd', unixSocket: '/run/m.sock' } as const;
    expect(brief(controlFileIssues({ statements: [httpd, httpd] }))).toEqual(['monit/duplicate-statement at set httpd']);
    const daemon = { statement: 'set daemon', interval: Duration.seconds(5) } as const;
    expect(brief(controlFileIssues({ statements: [daemon, daemon] }))).toContain('monit/duplicate-statement at set daemon');
  });

  it('has no error about what the generator holds for good', () => {
    fc.assert(
      fc.property(controlFile({ program: '/bin/true', perCore: true, monit: '5.33.0' }), (file) => {
        expect(controlFileIssues(file, { monitVersion: '5.33.0' }).filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  });

  it('never throws, and says in full sentences what is wrong', () => {
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
});
