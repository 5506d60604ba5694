import { expandSpecifiers, unitNamesOf } from '../../../lib/systemd/parse/specifiers';

const expand = (text: string, unit = 'a-b@x-y.service', options = {}) => expandSpecifiers(text, unitNamesOf(unit), options);

test.each([
  ['%n %N %p %i %j', 'a-b@x-y.service a-b@x-y a-b x-y b'],
  ['%I %J %P %f', 'x/y b a/b /x/y'],
  ['100%% % %', '100% % %'],
  ['%é', '%é'],
  ['%Z', undefined],
  ['%9', undefined],
])('%j', (text, expanded) => {
  expect(expand(text)).toBe(expanded);
});

test('unit names have fewer specifiers, and older versions too', () => {
  expect([expand('%p', 'a.service', { table: 'name' }), expand('%t', 'a.service', { table: 'name' })]).toEqual(['a', undefined]);
  expect([expand('%d', 'a.service', { systemdVersion: 247 }), expand('%d', 'a.service')]).toEqual([
    undefined,
    '/run/credentials/a.service',
  ]);
  for (const letter of 'qAMyYdD') expect(expand(`%${letter}`, 'a.service', { systemdVersion: 247 })).toBeUndefined();
});

test('gives a template a placeholder instance, and rejects a result that is too long', () => {
  expect(expand('%i', 'a@.service')).not.toBe('');
  expect(expand('abc', 'a.service', { most: 2 })).toBeUndefined();
});
