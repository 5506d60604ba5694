import { Host, HostFile } from '../../lib';
import { collectIssues } from '../../lib/testing';
import { imaginarySsh, stackWithTerraformData, testApp } from '../support/stacks';

test('returns the issues of a whole app, each with the path of its construct, without synthesizing', () => {
  const app = testApp();
  const one = stackWithTerraformData(app, 'one');
  const two = stackWithTerraformData(app, 'two');
  for (const stack of [one, two]) {
    const host = new Host(stack, 'worker', { address: '192.0.2.1', ssh: imaginarySsh });
    new HostFile(stack, 'file', { host, path: 'relative', content: '' });
  }
  expect(collectIssues(app).map(({ path, code }) => `${path} ${code}`)).toEqual([
    'one/file file/invalid-path',
    'two/file file/invalid-path',
  ]);
  expect(collectIssues(two)).toHaveLength(1);
  expect(collectIssues(one.node.findChild('worker'))).toEqual([]);
});
