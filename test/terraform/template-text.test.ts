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

  test('leaves tokens alone', () => {
    expect(templateText(`a=${token};b=\${b}`)).toBe(`a=${token};b=$\${b}`);
  });

  test.each(['$', '%', '$$'])('keeps a literal %s in front of a token apart from it', (sigil) => {
    const last = sigil.slice(-1);
    expect(templateText(`${sigil}${token}`)).toBe(`${sigil.slice(0, -1)}\${"${last}"}${token}`);
  });

  test('parts are the whole string', () => {
    const text = `x${token}y${token}`;
    expect(splitTokens(text).map((part) => part.text).join('')).toBe(text);
    expect(splitTokens(text).filter((part) => part.token)).toHaveLength(2);
    expect([hasToken(text), hasToken('${TfToken}')]).toEqual([true, false]);
  });
});
