import { Token } from 'cdktf';
import { hasListToken, hasToken, splitTokens, templateText } from '../../lib/terraform/template-text';

describe('templateText', () => {
  test.each([
    ['plain $HOME 100%', 'plain $HOME 100%'],
    ['${x}', '$${x}'],
    ['%{if}', '%%{if}'],
    ['$${x}', '$$${x}'],
    ['$$', '$$'],
    ['\ufeffa', '${""}\ufeffa'],
    ['a\ufeff', 'a\ufeff'],
  ])('%s becomes %s', (text, template) => {
    expect(templateText(text)).toBe(template);
  });

  const token = Token.asString({ a: 1 });

  test.each([
    ['leaves the token alone', `a=${token}}`, `a=${token}}`],
    ['closes an expression before the token', `$$\{b} %{c} ${token}`, `\${"$$"}{b} %%{c} ${token}`],
    ['keeps $ in front of the token apart from it', `$${token}`, `\${"$"}${token}`],
    ['keeps % in front of the token apart from it', `%${token}`, `\${"%"}${token}`],
    ['keeps $$% in front of the token apart from it', `$$%${token}`, `\${"$$%"}${token}`],
    ['needs no such thing behind it', `${token}$%`, `${token}$%`],
  ])('beside a token: %s', (_, text, template) => {
    expect(templateText(text)).toBe(template);
  });

  test('parts are the whole string', () => {
    const text = `x${token}y${token}`;
    expect(
      splitTokens(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
    expect(splitTokens(text).filter((part) => part.token)).toHaveLength(2);
    expect([hasToken(text), hasToken('${TfToken}')]).toEqual([true, false]);
  });

  test('a number’s token is found in a text, other numbers are left', () => {
    const number = Token.asNumber({ a: 1 });
    const parts = splitTokens(`1.5e+300 ${number}/0`);
    expect(parts.map((part) => part.token)).toEqual([false, true, false]);
    expect([parts[0]!.text, parts[2]!.text]).toEqual(['1.5e+300 ', '/0']);
    // As text it can be part of an expression; as a number it would be quoted.
    expect(Token.isUnresolved(parts[1]!.text)).toBe(true);
    expect(hasToken('1.5e+300')).toBe(false);
  });

  test('a list’s token in a text can’t be resolved, and is told apart', () => {
    expect(hasListToken(`x${String(Token.asList({ a: 1 }))}`)).toBe(true);
    expect(hasListToken(`x${token} #{TfToken}`)).toBe(false);
  });
});
