import { Exec, ServiceUnit } from '../../lib/systemd';

describe('Section', () => {
  const unit = (): ServiceUnit => new ServiceUnit('sidekiq.service');

  it('returns the value set last, and ignores undefined', () => {
    const { service } = unit();
    service.set({ User: 'a', Group: 'g' }).set({ User: 'b', Group: undefined });
    expect([service.get('User'), service.get('Group'), service.get('UMask')]).toEqual(['b', 'g', undefined]);
  });

  it('replaces lists by set and appends to them by add', () => {
    const { unit: section } = unit();
    section.set({ After: ['a.service'] }).add({ After: 'b.service', Wants: ['c.service'] });
    expect([section.get('After'), section.get('Wants')]).toEqual([['a.service', 'b.service'], ['c.service']]);
    section.set({ After: 'd.service' });
    expect(section.get('After')).toBe('d.service');
  });

  it('merges records by name', () => {
    const { service } = unit();
    service.set({ Environment: { A: '1', B: '2' } }).add({ Environment: { B: '3', C: '4' } });
    expect(service.get('Environment')).toEqual({ A: '1', B: '3', C: '4' });
  });

  it('appends commands', () => {
    const { service } = unit();
    const [first, second] = [Exec.command('/bin/a'), Exec.command('/bin/b')];
    service.add({ ExecStartPre: first }).add({ ExecStartPre: [second] });
    expect(service.get('ExecStartPre')).toEqual([first, second]);
  });

  it('does not modify the given lists', () => {
    const list = ['a.service'];
    unit().unit.set({ After: list }).add({ After: 'b.service' });
    expect(list).toEqual(['a.service']);
  });

  it('removes a value with unset', () => {
    const { service } = unit();
    expect(service.set({ User: 'a' }).unset('User').get('User')).toBeUndefined();
  });

  it('appends only to lists and records', () => {
    // @ts-expect-error a scalar has nothing to append to
    unit().service.add({ User: 'a' });
    // @ts-expect-error no such directive
    unit().service.set({ WorkingDirectoy: '/opt' });
    // @ts-expect-error a size is not text
    unit().service.set({ MemoryMax: '512MB' });
  });
});
