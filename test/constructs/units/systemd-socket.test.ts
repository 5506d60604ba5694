import { PumaService, SystemdSocket, type SystemdSocketProps } from '../../../lib';
import { bundleOf } from '../../support/bundles';
import { directive } from '../../support/units';

const made = (props: Partial<SystemdSocketProps> = {}) => {
  const { files, services } = bundleOf((stack, host) => {
    const service = new PumaService(stack, 'web', { host, workingDirectory: '/srv/web', user: 'web' });
    new SystemdSocket(stack, 'socket', { service, socket: { ListenStream: 3000 }, ...props });
  });
  const text = (suffix: string) => files.find(({ path }) => path.endsWith(suffix))!.lines.join('\n');
  return { text, services };
};

test('has the name of its service, which requires it, and restarts with it', () => {
  const { text, services } = made();
  expect(directive(text('/web.socket'), 'ListenStream')).toEqual(['3000']);
  expect(directive(text('/web.socket'), 'WantedBy')).toEqual(['sockets.target']);
  expect(directive(text('/web.service'), 'Requires')).toEqual(['web.socket']);
  expect(services.map(({ unit, restartOn }) => [unit, restartOn])).toEqual([
    ['web-start-when.path', []],
    ['web.service', ['/etc/systemd/system/web.socket']],
    ['web.socket', []],
  ]);
});

test('with another name, it names its service', () => {
  const { text } = made({ unitName: 'http' });
  expect(directive(text('/http.socket'), 'Service')).toEqual(['web.service']);
  expect(directive(text('/web.service'), 'Sockets')).toEqual(['http.socket']);
});
