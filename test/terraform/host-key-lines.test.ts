import { createHash } from 'node:crypto';
import { UNKNOWN_KEY, hostKeyLines, hostKeyLinesThrough } from '../../lib/terraform/host-key-lines';
import { imaginarySsh } from '../support/stacks';

const { privateKey } = imaginarySsh;
const endpoint = (address: string, port: number, hostKeys: readonly string[] | undefined) => ({
  address,
  port,
  hostKeys,
  user: 'ops',
  privateKey,
});

test('the first key is bare, the others are whole lines for any address and this port', () => {
  expect(hostKeyLines(['a 1', 'b 2'], 22)).toBe('a 1\n* b 2');
  expect(hostKeyLines(['a 1', 'b 2'], 2222)).toBe('a 1\n[*]:2222 b 2');
});

test('behind a bastion each machine has its own keys: Terraform before 1.16 checks both against these lines', () => {
  const lines = hostKeyLinesThrough(endpoint('198.51.100.1', 2200, ['a 1', 'b 2']), endpoint('${vm.ip}', 22, ['a 3']));
  expect(lines.split('\n')).toEqual([UNKNOWN_KEY, '[${vm.ip}]:22 a 3', '[198.51.100.1]:2200 a 1', '[198.51.100.1]:2200 b 2']);
});

test('the key that no machine has is a hash, so no private key for it is known', () => {
  const [type, text] = UNKNOWN_KEY.split(' ') as [string, string];
  const sized = (bytes: string | Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(bytes.length);
    return Buffer.concat([size, Buffer.from(bytes)]);
  };
  // words: the text that was hashed.
  const bytes = createHash('sha256').update('cdktf-sidekiq: a key that nobody has').digest();
  expect(Buffer.from(text, 'base64')).toEqual(Buffer.concat([sized(type), sized(bytes), sized('ssh:')]));
});
