import { absolutePathProblem } from '../../lib/values';

describe('absolutePathProblem', () => {
  it.each(['/', '/opt/myapp/current', '/a b', '/100%', '/..a/b.', '/é', `${`/${'x'.repeat(255)}`.repeat(15)}/${'y'.repeat(254)}`])(
    'accepts %j',
    (path) => {
      expect(absolutePathProblem(path)).toBeUndefined();
    },
  );

  it.each([
    ['', 'is empty'],
    [undefined, 'is not a string'],
    ['opt', 'is not absolute'],
    ['~/x', 'starts with ~, which only a shell expands'],
    ['/a/', 'ends with a slash'],
    ['/a//b', 'contains a doubled slash'],
    ['/a/../b', 'contains a .. element'],
    ['/a/.', 'contains a . element'],
    ['/a/b ', 'has a last element that starts or ends with whitespace'],
    ['/a/ b', 'has a last element that starts or ends with whitespace'],
    ['/a\nb', 'contains a line break'],
    ['/a\tb', 'contains a control character'],
    ['/a\u0085b', 'contains a control character'],
    ['/e\u0301', 'is not in Unicode normalisation form C'],
    [`/${'é'.repeat(2048)}`, 'has 4097 bytes, more than the limit of 4095'],
    [`/a/${'é'.repeat(128)}/b`, 'has an element of 256 bytes, more than the limit of 255'],
  ])('refuses %j: %s', (path, problem) => {
    expect(absolutePathProblem(path)).toBe(problem);
  });
});
