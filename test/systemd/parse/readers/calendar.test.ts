import { isCalendar } from '../../../../lib/systemd/parse/readers/calendar';

test.each([
  ...[
    'daily',
    'Weekly',
    'anually',
    'weekly UTC',
    'Mon..Fri 10:00',
    'Mon,Wed *-*~03/2 *:0/15:00.5',
    'Monday-Friday',
    'Mon,',
    '12-24',
    '99-1-1',
  ],
  ...['*-02~28', '10:00 Europe/Berlin', '@123', '0/2:00', '*:*:0..2', '*-*-1/15', '1..3-1'],
])('%s is a calendar expression', (text) => {
  expect(isCalendar(text)).toBe(true);
});

test.each([
  ...[
    '',
    'Mo',
    'Fri..Mon',
    'Mon..',
    '25:00',
    '10:60',
    '2020-13-01',
    '2200-1-1',
    '*-02~29',
    '0/0:00',
    '10',
    'Mon Tue',
    'daily x y',
    '*:*:0..0.5',
    '@x',
    '@99999999999',
  ],
])('%j is not a calendar expression', (text) => {
  expect(isCalendar(text)).toBe(false);
});
