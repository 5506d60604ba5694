import { Calendar, Exec, SystemdTimer } from '../../../lib';
import { bundleOf } from '../../support/bundles';

test('has a timer and a service of the same name, and starts only the timer', () => {
  const { files, services, requires } = bundleOf((stack, host) => {
    new SystemdTimer(stack, 'prune', {
      host,
      unit: { Description: 'Prunes old records' },
      timer: { OnCalendar: Calendar.of('*-*-* 03:30:00'), Persistent: true },
      service: { ExecStart: Exec.command('/opt/myapp/bin/prune'), User: 'deploy' },
    });
  });
  expect(files.map(({ path, lines }) => `# ${path}\n${lines.join('\n')}`).join('\n')).toMatchInlineSnapshot(`
   "# /etc/systemd/system/prune.service
   [Service]
   Type=oneshot
   ExecStart=/opt/myapp/bin/prune
   User=deploy

   # /etc/systemd/system/prune.timer
   [Unit]
   Description=Prunes old records

   [Timer]
   OnCalendar=*-*-* 03:30:00
   Persistent=yes

   [Install]
   WantedBy=timers.target
   "
  `);
  expect(services).toEqual([
    { unit: 'prune.timer', enabled: true, restartOn: [], stabilitySeconds: 0, stopSeconds: 90, startSeconds: 90, whenStopped: 'keep' },
  ]);
  expect(requires.users).toEqual(['deploy']);
});
