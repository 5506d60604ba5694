import { FALLBACKS, fallbackFor } from '../../lib/systemd/fallbacks';
import { TABLES } from '../../lib/systemd/sections/tables';

it.each(Object.keys(FALLBACKS))('%s is about an existing directive, and mentions only existing ones', (key) => {
  const [directive = '', what = ''] = key.split(' ');
  const [section, name = ''] = directive.split('.');
  const tables = Object.entries(TABLES).filter(([each]) => section === '*' || each.toLowerCase() === section);
  expect(tables.some(([, directives]) => Object.hasOwn(directives, name))).toBe(true);
  if (what.endsWith('=')) expect(what).toBe(`${name}=`);
  const all = new Set(Object.values(TABLES).flatMap((directives) => Object.keys(directives)));
  const named = FALLBACKS[key]!.match(/\b[A-Z][a-z]+[A-Z]\w+/g) ?? [];
  expect(named.filter((word) => !all.has(word))).toEqual([]);
});

it('finds a fallback of one section, or of any section', () => {
  expect(fallbackFor('service', 'Type', 'notify-reload')).toBe('Use notify, with ExecReload');
  expect(fallbackFor('socket', 'PrivateTmp', 'disconnected')).toBe('Use true');
  expect(fallbackFor('service', 'Nice', 'Nice=')).toBeUndefined();
});
