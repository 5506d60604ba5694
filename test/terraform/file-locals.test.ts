import { Lazy } from 'cdktf';
import type { BundleFile } from '../../lib/bundle';
import { deliveredExpressions, fileLocals, fingerprintExpression, shownTextExpression } from '../../lib/terraform/file-locals';

const file = (path: string, text: string): BundleFile => {
  return { path, lines: text.split('\n'), mode: '0644', user: 'root', group: 'root', claimedBy: 'stack/file', kind: 'plain' };
};
const token = () => Lazy.stringValue({ produce: () => '${var.a}' });
const resolve = (lines: readonly string[]) => lines.map((line) => line.replace(/\$\{TfToken\[[^\]]*\]\}/g, '${var.a}'));

function localsOf(...files: [host: string, file: BundleFile][]) {
  const locals = fileLocals(
    files.map(([host, file]) => ({ host, file })),
    resolve,
  );
  return files.map(([, file]) => locals.get(file)!);
}

test('hosts with the same text share a local, hosts that differ have their own', () => {
  const [a, b, other, alone] = localsOf(
    ['one', file('/etc/a', 'same')],
    ['two', file('/etc/a', 'same')],
    ['three', file('/etc/a', 'other')],
    ['one', file('/etc/b.conf', 'x')],
  );
  expect(b).toBe(a);
  expect([a, other, alone].map((local) => [local?.name, local?.label])).toEqual([
    ['file_etc_a__one', '/etc/a (one)'],
    ['file_etc_a__three', '/etc/a (three)'],
    ['file_etc_b_conf', '/etc/b.conf'],
  ]);
});

test('paths that look alike as identifiers get names that don’t', () => {
  const names = localsOf(['one', file('/a-b', '')], ['one', file('/a_b', '')], ['one', file('/a/b', '')]).map(({ name }) => name);
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^file_a_b(_[0-9a-f]{8})?$/);
});

test('the same token is the same text, though it is written in another way each time', () => {
  const [first, second] = [token(), token()];
  expect(first).not.toBe(second);
  const [a, b] = localsOf(['one', file('/etc/a', first)], ['two', file('/etc/a', second)]);
  expect(b).toBe(a);
});

test('literal text is hashed and shown as it is', () => {
  const [local] = localsOf(['one', file('/etc/a', 'x ${y}')]);
  expect(local!.lines).toEqual(['x $${y}']);
  expect(fingerprintExpression(local!, 'salt')).toBe('substr(sha256(join("\\n", local.file_etc_a)), 0, 12)');
  expect(shownTextExpression(local!)).toBe('join("\\n", local.file_etc_a)');
});

test('text that may be secret is unmarked for the host alone', () => {
  const [local] = localsOf(['one', file('/etc/a', token())]);
  const marked = 'join("\\n", local.file_etc_a)';
  expect(deliveredExpressions(local!)).toEqual({
    sha256: `sha256(nonsensitive(${marked}))`,
    base64: `base64encode(nonsensitive(${marked}))`,
  });
  expect(shownTextExpression(local!)).toBe(`issensitive(${marked}) ? "(sensitive)" : nonsensitive(${marked})`);
  expect(fingerprintExpression(local!, 'salt')).toMatch(
    /^issensitive\(.*\) \? "salted \$\{substr\(sha256\("\$\{salt\} .*\), 0, 4\)\}" : substr\(sha256\(.*\), 0, 12\)$/,
  );
});
