import { lintUnits, readUnits } from '../../../lib/systemd';
import { placeText } from '../../../lib/values';

function found(units: Readonly<Record<string, string>>): readonly string[] {
  const files = Object.entries(units).map(([name, text]) => ({ path: `/etc/systemd/system/${name}`, text: `[Unit]\n${text}\n` }));
  return lintUnits(readUnits(files)).map(({ severity, code, place, problem }) => `${severity} ${code} ${placeText(place)}: ${problem}`);
}

describe('lintUnits', () => {
  test('tells the shortest cycle of an order once, from both directives and from drop-ins', () => {
    expect(
      found({
        'a.service': 'After=b.service',
        'b.service': 'After=c.service x.service',
        'c.service.d/o.conf': 'Before=x.service\nAfter=a.service',
      }),
    ).toEqual(['warning unit/ordering-cycle a.service After: a cycle: a.service before c.service before b.service before a.service']);
    expect(
      found({ 'a.service': 'Before=b.service', 'b.service': 'After=a.service\nBefore=c.service', 'c.service': 'After=a.service' }),
    ).toEqual([]);
  });

  test('tells each of two cycles, and a unit that is after itself', () => {
    const cycles = found({ 'a.service': 'After=a.service', 'b.service': 'After=c.service', 'c.service': 'After=b.service' });
    expect(cycles.map((line) => line.slice(line.indexOf('cycle: ') + 7))).toEqual([
      'a.service before a.service',
      'b.service before c.service before b.service',
    ]);
  });

  test('tells a name that is almost that of a unit of the host, whatever names it', () => {
    expect(found({ 'sidekiq.service': '', 'web.service': 'Wants=sidekik.service' })).toEqual([
      'warning unit/misspelt-unit web.service Wants: sidekik.service, which is not among the units of this host',
    ]);
    expect(found({ 'sidekiq.service': '', 'web.service': 'Wants=sidekiq.service sidekiq.socket redis.service %p-x.service' })).toEqual([]);
  });

  test('an instance is there with its template', () => {
    expect(found({ 'worker@.service': '', 'all.target': 'Requires=worker@1.service worker@2.service' })).toEqual([]);
  });

  test('tells what a start needs and somebody else has to bring, unless systemd itself does', () => {
    expect(found({ 'web.service': 'Requires=redis-server.service basic.target systemd-resolved.service\nWants=other.service' })).toEqual([
      'info unit/required-unit-unknown web.service Requires: redis-server.service, which this stack doesn’t install',
    ]);
  });
});
