import type { TestHost } from '../../../hosts/host';
import { POST_TEXT } from '../../../monit/post';
import { Watched } from './watched';

/**
 * Installs the post as it says, by hand. Its text is unchanged; the host is made to fit: its bundle gets the post's path,
 * sidekiq.yml says what to load (the test's app is no Rails), Monit's cycle is short, and the notifier that the post does
 * not show writes to the log.
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
