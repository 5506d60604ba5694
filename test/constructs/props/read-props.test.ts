import * as is from '../../../lib/constructs/props/prop-kinds';
import { readProps, type PropRules } from '../../../lib/constructs/props/read-props';
import { Duration } from '../../../lib';
import { placeText } from '../../../lib/values';

interface Props {
  readonly name: string;
  readonly enabled?: boolean;
  readonly password?: string;
}
const rules: PropRules<Props> = {
  name: { ...is.text, placeholder: () => 'nobody' },
  enabled: is.flag,
  password: { ...is.text, secret: true },
};

test('good properties go through as they are, unknown ones are told by name alone', () => {
  const given = { name: 'a', enabled: false, password: undefined, other: 1 };
  const { props, issues } = readProps<Props>(given, rules);
  expect(props).toEqual({ name: 'a', enabled: false });
  expect(issues).toEqual([expect.objectContaining({ code: 'stack/unknown-property', severity: 'error', place: ['other'] })]);
  expect(readProps<Props>({ name: 'a', other: undefined } as Props, rules).issues).toEqual([]);
});

test('wrong ones are told, and replaced or left out; secrets are not shown', () => {
  const { props, issues } = readProps({ enabled: 'yes', password: 1234 } as never, rules);
  expect(props).toEqual({ name: 'nobody' });
  expect(issues.map(({ place, problem }) => `${placeText(place)}: ${problem}`)).toEqual([
    'name: nothing',
    'enabled: "yes", which is not a boolean',
    'password: a value, which is not a string',
  ]);
});

test.each([undefined, null, 1, 'text', []])('%j for all of them is as good as nothing', (given) => {
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
