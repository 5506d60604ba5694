import * as is from '../../../lib/constructs/props/prop-kinds';
import { readProps, type PropRule, type PropRules } from '../../../lib/constructs/props/read-props';
import { Duration } from '../../../lib';
import { placeText, type Issue } from '../../../lib/values';

interface Props {
  readonly name: string;
  readonly enabled?: boolean;
  readonly password?: string;
}
const messages = (issues: readonly Issue[]) => issues.map(({ place, problem, remedy }) => `${placeText(place)}: ${problem}. ${remedy}`);

const rules: PropRules<Props> = {
  name: { ...is.text, placeholder: () => 'nobody' },
  enabled: is.flag,
  password: { ...is.text, secret: true },
};

test('valid properties are returned unchanged; unknown ones are reported by name, without their values', () => {
  const given = { name: 'a', enabled: false, password: undefined, other: 1 };
  const { props, issues } = readProps<Props>(given, rules);
  expect(props).toEqual({ name: 'a', enabled: false });
  expect(issues).toEqual([expect.objectContaining({ code: 'stack/unknown-property', severity: 'error', place: ['other'] })]);
  expect(readProps<Props>({ name: 'a', other: undefined } as Props, rules).issues).toEqual([]);
});

test('invalid ones are reported, and replaced or left out; secrets are not shown', () => {
  const { props, issues } = readProps({ enabled: 'yes', password: 1234 } as never, rules);
  expect(props).toEqual({ name: 'nobody' });
  expect(messages(issues)).toEqual([
    'name: this required property is not set. Set it to a string.',
    'enabled: "yes" is not a boolean. Use true or false, or leave enabled out.',
    'password: the value is not a string. Use a string, or leave password out.',
  ]);
});

test('an invalid element is reported at its place, with the code of the list and the reason of its own rule', () => {
  const level: PropRule<string> = { ...is.oneOf('low', 'high', 'off'), reason: 'other levels have no effect' };
  const rules = { levels: { ...is.listOf(level), code: 'unit/test' }, variables: is.recordOf(is.text), port: is.number };
  const given = { levels: ['low', 'hi', 5], variables: { 'A B': 1, C: undefined }, port: undefined };
  const { issues } = readProps<object>(given, rules);
  expect(issues.map(({ code }) => code)).toEqual(['unit/test', 'stack/invalid-property']);
  expect(messages(issues)).toEqual([
    `levels[1]: "hi" is not a valid value. Use 'low', 'high' or 'off': other levels have no effect.`,
    'variables."A B": the value is not a string. Use a string.',
  ]);
  expect(messages(readProps<object>({ variables: { C: undefined } }, rules).issues)).toEqual([
    'variables.C: this value is not set. Set it to a string.',
  ]);
  expect(messages(readProps<object>({ levels: 'low' }, rules).issues)).toEqual([
    `levels: "low" is not a list. Use a list in which each element is 'low', 'high' or 'off', or leave levels out.`,
  ]);
});

test.each([undefined, null, 1, 'text', []])('%j instead of the properties counts as no properties', (given) => {
  expect(readProps(given as never, rules)).toEqual({ props: { name: 'nobody' }, issues: [expect.objectContaining({ place: ['name'] })] });
});

test.each<[string, { problem(value: unknown): string | undefined }, unknown, string | undefined]>([
  ['a list', is.listOf(is.text), ['a', 1], 'has an element [1] that is not a string'],
  ['a list', is.listOf(is.text), 'a', 'is not a list'],
  ['a list', is.listOf(is.text), [], undefined],
  ['one of two kinds', is.anyOf(is.flag, is.text), 'a', undefined],
  ['one of two kinds', is.anyOf(is.flag, is.text), 1, 'is not a boolean'],
  ['whole seconds', is.wholeSeconds(1, 10), Duration.seconds(10), undefined],
  ['whole seconds', is.wholeSeconds(1, 10), Duration.seconds(11), 'is out of range'],
  ['whole seconds', is.wholeSeconds(1, 10), Duration.milliseconds(1500), 'is not a whole number of seconds'],
  ['whole seconds', is.wholeSeconds(1, 10), 5, 'is not a Duration'],
  ['text by name', is.recordOf(is.text), { A: 1 }, 'has a value for A that is not text'],
  ['an owner', is.account, 'machine$', 'contains a character that user names can’t have'],
])('%s: %#', (_, rule, value, problem) => {
  expect(rule.problem(value)).toBe(problem);
});
