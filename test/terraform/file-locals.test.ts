import { Lazy } from 'cdktf';
import type { BundleFile } from '../../lib/bundle';
import { deliveredExpressions, fileLocals, fingerprintExpression, localsOf, shownTextExpression } from '../../lib/terraform/file-locals';

const file = (path: string, text: string): BundleFile => {
  return { path, lines: text.split('\n'), mode: '0644', user: 'root', group: 'root', claimedBy: 'stack/file', kind: 'plain' };
};
const token = () => Lazy.stringValue({ produce: () => '${var.a}' });
const resolve = (lines: readonly string[]) => lines.map((line) => line.replace(/\$\{TfToken\[[^\]]*\]\}/g, '${var.a}'));

function localsFor(...files: [host: string, file: BundleFile][]) {
  const locals = fileLocals(
    files.map(([host, file]) => ({ host, file })),
    resolve,
  );
  return files.map(([, file]) => locals.get(file)!);
}

test('hosts with the same text share a local, hosts that differ have their own', () => {
  const [a, b, other, alone] = localsFor(
    ['one', file('/etc/a', 'same')],
    ['two', file('/etc/a', 'same')],
    ['three', file('/etc/a', 'other')],
    ['one', file('/etc/b.conf', 'x')],
  );
  expect(b).toBe(a);
  expect([a, other, alone].map((local) => [local?.name, local?.label])).toEqual([
    ['_etc_a__one', '/etc/a (one)'],
    ['_etc_a__three', '/etc/a (three)'],
    ['_etc_b_conf', '/etc/b.conf'],
  ]);
});

test('paths with the same identifier get different names', () => {
  const names = localsFor(['one', file('/a-b', '')], ['one', file('/a_b', '')], ['one', file('/a/b', '')]).map(({ name }) => name);
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^_a_b(_[0-9a-f]{8})?$/);
});

test('the same token is the same text, though its string differs each time', () => {
  const [first, second] = [token(), token()];
  expect(first).not.toBe(second);
  const [a, b] = localsFor(['one', file('/etc/a', first)], ['two', file('/etc/a', second)]);
  expect(b).toBe(a);
});

test('literal text is hashed and shown unchanged', () => {
  const [local] = localsFor(['one', file('/etc/a', 'x ${y}')]);
  expect(localsOf(local!)).toEqual({
    file_etc_a: ['x $${y}'],
    text_etc_a: '${join("\\n", local.file_etc_a)}',
    sha256_etc_a: '${sha256(local.text_etc_a)}',
    base64_etc_a: '${base64encode(local.text_etc_a)}',
  });
  expect(deliveredExpressions(local!)).toEqual({ sha256: 'local.sha256_etc_a', base64: 'local.base64_etc_a' });
  expect(fingerprintExpression(local!, 'salt')).toBe('substr(local.sha256_etc_a, 0, 12)');
  expect(shownTextExpression(local!)).toBe('local.text_etc_a');
});

test('text that may be secret is unmarked only for the host', () => {
  const [local] = localsFor(['one', file('/etc/a', token())]);
  expect(localsOf(local!)).toMatchObject({
    text_etc_a: '${join("\\n", local.file_etc_a)}',
    sha256_etc_a: '${sha256(nonsensitive(local.text_etc_a))}',
    base64_etc_a: '${base64encode(nonsensitive(local.text_etc_a))}',
  });
  expect(shownTextExpression(local!)).toBe('issensitive(local.text_etc_a) ? "(sensitive)" : nonsensitive(local.text_etc_a)');
  expect(fingerprintExpression(local!, 'salt')).toBe(
    'issensitive(local.text_etc_a) ? "salted ${substr(sha256("${salt} ${nonsensitive(local.text_etc_a)}"), 0, 4)}" : substr(local.sha256_etc_a, 0, 12)',
  );
});
