import { alert, when, type ProcessCheck } from '../../../lib/monit';
import { codesOf, issuesOf, processCheck, programCheck } from './sample';

describe('a check', () => {
  it('that is valid has no issue', () => {
    expect(issuesOf(processCheck())).toEqual([]);
    expect(issuesOf(programCheck(), { monitVersion: '6.0.0' })).toEqual([]);
  });

  it.each(['', '/x', 'a\nb', 'a\0b', '\ud800'])('is not named %j', (name) => {
    expect(issuesOf(processCheck({ name })).map(({ code }) => code)).toEqual(['monit/invalid-name']);
  });

  it.each(['é ü', '$HOST', 'a"b', 'if', '100%'])('may be named %j', (name) => {
    expect(codesOf(processCheck({ name }))).toEqual([]);
  });

  it.each(['', 'a b', 'a;b', 'x"', '\u00a0', 'a\\b'])('is not in a group %j', (group) => {
    expect(codesOf(processCheck({ groups: ['fine', group] }))).toEqual(['monit/invalid-group-name at x.groups[1]']);
  });

  it.each(['run/x.pid', '', '/a/../b', '~/x', '/x\0'])('has no pidfile %j', (pidfile) => {
    expect(codesOf(processCheck({ pidfile }))).toEqual(['monit/invalid-path at x.pidfile']);
  });

  it('has a pidfile that Monit can see from its sandbox', () => {
    const check = processCheck({ pidfile: '/home/deploy/app/x.pid' });
    expect(codesOf(check, { monitVersion: '5.34.3' })).toEqual(['monit/path-hidden-by-sandbox at x.pidfile']);
    expect(codesOf(check, { monitVersion: '5.33.0' })).toEqual([]);
    expect(codesOf(processCheck({ pidfile: '/homes/x.pid' }), { monitVersion: '6.0' })).toEqual([]);
  });

  it('has a pattern that is not empty', () => {
    const check: ProcessCheck = { statement: 'check process', name: 'x', matching: '', rules: [] };
    expect(codesOf(check)).toEqual(['monit/empty-pattern at x.matching']);
    expect(codesOf({ ...check, matching: 'sidekiq \0' })).toEqual(['monit/unrepresentable-text at x.matching']);
  });

  it('has a rule about a missing process if Monit could start it', () => {
    const active = processCheck({ mode: 'active' });
    expect(codesOf(active)).toEqual(['monit/implicit-restart at x.rules']);
    expect(codesOf({ ...active, rules: [when.doesNotExist().do(alert())] })).toEqual([]);
    expect(codesOf({ statement: 'check process', name: 'x', pidfile: '/x', rules: [] })).toEqual([]);
  });

  it('of a program has a rule', () => {
    expect(codesOf(programCheck({ rules: [] }))).toEqual(['monit/program-check-without-rule at x.rules']);
  });

  it('does not depend on itself', () => {
    expect(codesOf(processCheck({ dependsOn: ['redis', 'X'] }))).toEqual(['monit/depends-on-itself at x.dependsOn[1]']);
    expect(codesOf(processCheck({ dependsOn: ['/x'] }))).toEqual(['monit/invalid-name at x.dependsOn[0]']);
  });
});
