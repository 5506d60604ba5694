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
    ['doesn’t change the token', `a=${token}}`, `a=${token}}`],
    ['closes an expression before the token', `$$\{b} %{c} ${token}`, `\${"$$"}{b} %%{c} ${token}`],
    ['separates $ from a token that follows', `$${token}`, `\${"$"}${token}`],
    ['separates % from a token that follows', `%${token}`, `\${"%"}${token}`],
    ['separates $$% from a token that follows', `$$%${token}`, `\${"$$%"}${token}`],
    ['changes nothing after the token', `${token}$%`, `${token}$%`],
  ])('next to a token: %s', (_, text, template) => {
    expect(templateText(text)).toBe(template);
  });

  test('the parts are the whole string', () => {
    const text = `x${token}y${token}`;
    expect(
      splitTokens(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
    expect(splitTokens(text).filter((part) => part.token)).toHaveLength(2);
    expect([hasToken(text), hasToken('${TfToken}')]).toEqual([true, false]);
  });

  test('finds a number’s token in a text, and leaves other numbers unchanged', () => {
    const number = Token.asNumber({ a: 1 });
    const parts = splitTokens(`1.5e+300 ${number}/0`);
    expect(parts.map((part) => part.token)).toEqual([false, true, false]);
    expect([parts[0]!.text, parts[2]!.text]).toEqual(['1.5e+300 ', '/0']);
    // As text it can be part of an expression; as a number it would be quoted.
    expect(Token.isUnresolved(parts[1]!.text)).toBe(true);
    expect(hasToken('1.5e+300')).toBe(false);
  });

  test('detects a list’s token in a text, which can’t be resolved', () => {
    expect(hasListToken(`x${String(Token.asList({ a: 1 }))}`)).toBe(true);
    expect(hasListToken(`x${token} #{TfToken}`)).toBe(false);
  });
});
