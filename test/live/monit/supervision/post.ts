import type { TestHost } from '../../../hosts/host';
import { POST_TEXT } from '../../../monit/post';
import { Watched } from './watched';

/**
 * Installs the post's files as it describes. They are unchanged; the host is adapted to them: its bundle gets the post's path,
 * sidekiq.yml loads the test's app (which isn't Rails), Monit's interval is short, and the notifier that the post doesn't show
 * writes to the log.
 */
export async function installPost(host: TestHost, unit: string, interval: number, dropIn = ''): Promise<Watched> {
  await host.mustExec('ln -s /usr/bin/bundle /usr/local/bin/bundle');
  await host.mustExec("printf ':require: ./app.rb\\n' >>/opt/myapp/shared/config/sidekiq.yml");
  await host.writeFile('/etc/monit/slack_notifier.sh', '#!/bin/sh\nlogger -t notifier -- "$MONIT_EVENT"\n', '0755');
  await host.writeFile(
    '/etc/monit/conf.d/short-cycle',
    `set daemon ${interval}\nset httpd unixsocket /run/monit.sock\n  allow root:root\n`,
    '0600',
  );
  await host.writeFile('/lib/systemd/system/sidekiq.service', unit);
  if (dropIn !== '') await host.writeFile('/etc/systemd/system/sidekiq.service.d/test.conf', dropIn);
  await host.mustExec('systemctl daemon-reload && systemctl start sidekiq');
  await host.writeFile('/etc/monit/conf.d/sidekiq', POST_TEXT, '0600');
  await host.mustExec('systemctl restart monit');
  const watched = new Watched(host, interval);
  await watched.untilMonitSees('sidekiq', 20);
  return watched;
}
