import { codesOf, processCheck } from './sample';

describe('every', () => {
  it.each(['* * * * *', '0,30 8-17 1 1-12 0-6', '59 23 31 12 6', '0-10,20,30-40 * * * *'])('accepts the cron expression %j', (cron) => {
    expect(codesOf(processCheck({ every: { cron } }), { monitVersion: '6.0.0' })).toEqual([]);
  });

  it.each([
    '',
    '* * * *',
    '*/5 * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '* * * * 7',
    '5-1 * * * *',
    '1,- * * * *',
    '*5 * * * *',
    '* * * * mon',
    '*  * * * *',
  ])('rejects %j', (cron) => {
    expect(codesOf(processCheck({ every: { cron } }))).toEqual(['monit/invalid-every at x.every.cron']);
    expect(codesOf(processCheck({ every: { notCron: cron } }))).toEqual(['monit/invalid-every at x.every.notCron']);
  });

  it.each([0, -1, 1.5, NaN])('is not every %d cycles', (cycles) => {
    expect(codesOf(processCheck({ every: { cycles } }))).toEqual(['monit/invalid-every at x.every.cycles']);
  });

  it('with cycles is deprecated from Monit 6.0 on', () => {
    const check = processCheck({ every: { cycles: 2 } });
    expect(codesOf(check, { monitVersion: '6.0.0' })).toEqual(['monit/deprecated at x.every']);
    expect(codesOf(check, { monitVersion: '5.34.3' })).toEqual([]);
  });
});
