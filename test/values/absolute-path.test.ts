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
    ['/a/', 'ends in a slash'],
    ['/a//b', 'holds a doubled slash'],
    ['/a/../b', 'holds a .. element'],
    ['/a/.', 'holds a . element'],
    ['/a/b ', 'has a last element that starts or ends in a blank'],
    ['/a/ b', 'has a last element that starts or ends in a blank'],
    ['/a\nb', 'holds a line break'],
    ['/a\tb', 'holds a control character'],
    ['/a\u0085b', 'holds a control character'],
    ['/e\u0301', 'is not in Unicode normalisation form C'],
    [`/${'é'.repeat(2048)}`, 'has 4097 bytes where 4095 are the limit'],
    [`/a/${'é'.repeat(128)}/b`, 'has an element of 256 bytes where 255 are the limit'],
  ])('refuses %j: %s', (path, problem) => {
    expect(absolutePathProblem(path)).toBe(problem);
  });
});
