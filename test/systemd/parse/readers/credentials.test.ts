import { remarks } from '../remarks';

test.each<[string, readonly string[]]>([
  ['LoadCredential=token:/etc/token', []],
  ['LoadCredential=token:/etc//token', ['ignored-value']],
  ['LoadCredential=a/b:/etc/token', ['ignored-value']],
  ['SetCredential=token:a\\x00b', []],
  ['SetCredential=token:\\q', ['ignored-value']],
  ['SetCredentialEncrypted=token:aGk=', []],
  ['SetCredentialEncrypted=token:aGk', ['ignored-value']],
  ['ImportCredential=', []],
  ['ImportCredential=app.*', []],
  ['ImportCredential=*', []],
  ['ImportCredential=*:', []],
  ['ImportCredential=a*b', ['ignored-value']],
  ['ImportCredential=app.*:other.', []],
  ['ImportCredential=app:a/b', ['ignored-value']],
])('%s', (line, codes) => {
  expect(remarks(line)).toEqual(codes);
});
