import { SystemdTarget } from '../../../lib';
import { bundleOf } from '../../support/bundles';
import { sleeper } from '../../support/stacks';
import { directive } from '../../support/units';

test('its services start, stop and restart with it', () => {
  const { files, services } = bundleOf((stack, host) => {
    new SystemdTarget(stack, 'jobs', { host, enabled: false }).addServices(sleeper(stack, 'one', host));
  });
  const text = (name: string) => files.find(({ path }) => path === `/etc/systemd/system/${name}`)?.lines.join('\n');
  expect(directive(text('jobs.target'), 'WantedBy')).toEqual(['multi-user.target']);
  expect([directive(text('one.service'), 'PartOf'), directive(text('one.service'), 'WantedBy')]).toEqual([
    ['jobs.target'],
    ['jobs.target'],
  ]);
  expect(services.map(({ unit, enabled }) => [unit, enabled])).toEqual([
    ['jobs.target', false],
    ['one.service', true],
  ]);
});
