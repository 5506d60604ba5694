import { lintUnits, readUnits } from '../../../lib/systemd';
import { placeText } from '../../../lib/values';

function files(units: Readonly<Record<string, string>>): readonly { readonly path: string; readonly text: string }[] {
  return Object.entries(units).map(([name, text]) => ({ path: `/etc/systemd/system/${name}`, text: `[Unit]\n${text}\n` }));
}

function found(units: Readonly<Record<string, string>>): readonly string[] {
  return lintUnits(readUnits(files(units))).map(
    ({ severity, code, place, problem }) => `${severity} ${code} ${placeText(place)}: ${problem}`,
  );
}

describe('lintUnits', () => {
  test('reports the shortest ordering cycle once, from both directives and from drop-ins', () => {
    expect(
      found({
        'a.service': 'After=b.service',
        'b.service': 'After=c.service x.service',
        'c.service.d/o.conf': 'Before=x.service\nAfter=a.service',
      }),
    ).toEqual([
      'warning unit/ordering-cycle a.service After: the ordering is a cycle: a.service before c.service before b.service before a.service',
    ]);
    expect(
      found({ 'a.service': 'Before=b.service', 'b.service': 'After=a.service\nBefore=c.service', 'c.service': 'After=a.service' }),
    ).toEqual([]);
  });

  test('reports each of two cycles, and a unit ordered after itself', () => {
    const cycles = found({ 'a.service': 'After=a.service', 'b.service': 'After=c.service', 'c.service': 'After=b.service' });
    expect(cycles.map((line) => line.slice(line.indexOf('cycle: ') + 7))).toEqual([
      'a.service before a.service',
      'b.service before c.service before b.service',
    ]);
  });

  test('reports a name that is similar to that of a unit of the host', () => {
    expect(found({ 'sidekiq.service': '', 'web.service': 'Wants=sidekik.service' })).toEqual([
      'warning unit/misspelt-unit web.service Wants: sidekik.service is not a unit of this host, but its name is similar to sidekiq.service',
    ]);
    expect(found({ 'sidekiq.service': '', 'web.service': 'Wants=sidekiq.service sidekiq.socket redis.service %p-x.service' })).toEqual([]);
  });

  test('suggests at most three names, and reports a start that would fail', () => {
    const workers = Object.fromEntries([1, 2, 3, 4].map((number) => [`worker-${number}.service`, '']));
    const [issue] = lintUnits(readUnits(files({ ...workers, 'all.target': 'BindsTo=worker-5.service' })));
    expect(issue?.problem).toMatch(/ similar to worker-1\.service, worker-2\.service, worker-3\.service$/);
    expect(issue?.remedy).toBe('Correct the name: otherwise this unit fails to start.');
  });

  test('accepts an instance of a template that is a unit of the host', () => {
    expect(found({ 'worker@.service': '', 'all.target': 'Requires=worker@1.service worker@2.service' })).toEqual([]);
  });

  test('reports required units that the stack does not install, except those that systemd provides', () => {
    expect(found({ 'web.service': 'Requires=redis-server.service basic.target systemd-resolved.service\nWants=other.service' })).toEqual([
      'info unit/required-unit-unknown web.service Requires: redis-server.service is not installed by this stack',
    ]);
  });
});
