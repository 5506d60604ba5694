import { Size, SystemdSlice } from '../../../lib';
import { bundleOf } from '../../support/bundles';
import { sleeper } from '../../support/stacks';
import { directive } from '../../support/units';

test('has a limit and services, and isn’t started itself', () => {
  const { files, services } = bundleOf((stack, host) => {
    new SystemdSlice(stack, 'workers', { host, slice: { MemoryMax: Size.gibibytes(2) } }).addServices(sleeper(stack, 'one', host));
  });
  const text = (name: string) => files.find(({ path }) => path === `/etc/systemd/system/${name}`)?.lines.join('\n');
  expect(directive(text('workers.slice'), 'MemoryMax')).toEqual(['2G']);
  expect(directive(text('one.service'), 'Slice')).toEqual(['workers.slice']);
  expect(services.map(({ unit }) => unit)).toEqual(['one.service']);
});
