import fc from 'fast-check';

import { alert, HOST_SCALED_LINE, renderControlFile, scaleToHost, when, type ControlFile } from '../../lib/monit';
import { Percent } from '../../lib/values';
import { anyText, controlFile } from './generators';
import { runs } from '../support/runs';

const oneRule = (rule: ReturnType<ReturnType<typeof when.cpuPerCore.above>['do']>): string =>
  renderControlFile({ statements: [{ statement: 'check process', name: 'x', pidfile: '/x', rules: [rule] }] });

const scaledLines = (text: string): string[] => text.split('\n').filter((line) => HOST_SCALED_LINE.test(line));

describe('a rule per core', () => {
  it.each([
    [65, 1, '65.0'],
    [65, 4, '16.3'],
    [65, 3, '21.7'],
    [250, 8, '31.3'],
    [0.5, 64, '0.1'],
    [12.5, 2, '6.3'],
  ])('of %d %% is %d cores of share %s', (percent, cores, share) => {
    const text = oneRule(when.cpuPerCore.above(Percent.of(percent)).forCycles(2).do(alert()));
    expect(text).toContain(`\n  if cpu > ${percent}% per core for 2 cycles then alert\n`);
    expect(scaleToHost(text, cores)).toContain(`\n  if cpu > ${share}% for 2 cycles then alert\n`);
  });

  it('is one line for every number and operator', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.000001, max: 1e9, noNaN: true }),
        fc.constantFrom('above', 'atLeast', 'below', 'atMost'),
        (n, compare) => {
          expect(scaledLines(oneRule(when.cpuPerCore[compare](Percent.of(n)).do(alert())))).toHaveLength(1);
        },
      ),
    );
  });

  it('of a process and its children is scaled too', () => {
    const rules = [when.totalCpuPerCore.atLeast(Percent.of(90)).do(alert())];
    const text = renderControlFile({ statements: [{ statement: 'check process', name: 'x', pidfile: '/x', rules }] });
    expect(scaleToHost(text, 2)).toContain('\n  if totalcpu >= 45.0% then alert\n');
  });
});

describe('text from a user', () => {
  it('neither makes nor hides a line that the installer rewrites', () => {
    fc.assert(
      fc.property(controlFile({ program: '/bin/true', perCore: true }), anyText, anyText, (file, a, b) => {
        const hostile: ControlFile['statements'] = [
          { statement: 'check process', name: a, matching: b, groups: [b], dependsOn: [a], rules: [] },
          { statement: 'check process', name: b, pidfile: a, start: { argv: [a, b], uid: a, gid: b }, rules: [] },
          { statement: 'check program', name: 'x', program: { argv: [b, a] }, rules: [when.content.matches(a).do(alert())] },
          {
            statement: 'check process',
            name: 'y',
            pidfile: '/y',
            rules: [when.uid.isNot(a).do(alert()), when.securityAttribute.isNot(b).do(alert())],
          },
          { statement: 'set httpd', unixSocket: a },
        ];
        const meant = file.statements.flatMap((statement) =>
          'rules' in statement ? statement.rules.filter(({ test }) => test.test === 'cpuPerCore' || test.test === 'totalCpuPerCore') : [],
        );
        expect(scaledLines(renderControlFile({ statements: [...hostile, ...file.statements] }))).toHaveLength(meant.length);
      }),
      { numRuns: runs(500) },
    );
  });
});
