import { placeText } from '../../lib/values';

test.each([
  [[], ''],
  [['ssh'], 'ssh'],
  [['rules', 0, 'action', 'argv', 1], 'rules[0].action.argv[1]'],
  [[2, 'name'], '[2].name'],
  [['set httpd', 'allow', 1, 'user'], 'set httpd.allow[1].user'],
])('%j is written %j', (place, text) => {
  expect(placeText(place)).toBe(text);
});
