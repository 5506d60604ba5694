import { atLeast, parseVersion } from '../../lib/monit/version';

describe('a version of Monit', () => {
  it.each([
    ['5.33.0', '5.29', true],
    ['5.33.0', '5.33', true],
    ['5.27.2', '5.29', false],
    ['6.0', '5.34.3', true],
    ['5.9', '5.33', false],
    ['1:5.33.0-1', '5.33', true],
    ['6.0.0-2', '6.0', true],
  ])('%s is at least %s: %s', (text, since, expected) => {
    expect(atLeast(parseVersion(text)!, since)).toBe(expected);
  });

  it.each(['', 'latest', '5', 'v5.33', '5.33 or so', '5.'])('is not %j', (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });
});
