import { Token } from 'cdktf';
import { hasToken, splitTokens, templateText } from '../../lib/terraform/template-text';

describe('templateText', () => {
  test.each([
    ['plain $HOME 100%', 'plain $HOME 100%'],
    ['${x}', '$${x}'],
    ['%{if}', '%%{if}'],
    ['$${x}', '$$${x}'],
    ['$$', '$$'],
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
});
