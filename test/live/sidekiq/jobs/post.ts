import { eventually } from '../../../hosts/eventually';
import type { TestHost } from '../../../hosts/host';
import { installPost } from '../../monit/supervision/post';

const CYCLE_SECONDS = 5;

/** The post's unit and check, running the application that {@link Workload} has installed. */
export async function installPostFor(host: TestHost, unit: string): Promise<void> {
  await host.mustExec('echo "require_relative \'./recorded_job\'" >>/opt/myapp/current/app.rb');
  await installPost(host, unit, CYCLE_SECONDS);
}

/**
 * Deploys a changed line as the post does: writes and reloads it, and restarts the service with Monit. This never fails,
 * whatever the line contains; waits until the previous process has ended.
 */
export async function deployAsThePost(host: TestHost, unit: string, variable: string): Promise<void> {
  const process = (): Promise<string> => host.mustExec('systemctl show -P MainPID sidekiq');
  const before = await process();
  await host.writeFile('/lib/systemd/system/sidekiq.service', unit.replace('[Service]\n', `[Service]\nEnvironment=${variable}\n`));
  await host.mustExec('systemctl daemon-reload && monit restart sidekiq');
  const another = async (): Promise<true | undefined> => ((await process()) === before ? undefined : true);
  await eventually(another, { what: 'Monit to restart it', seconds: 120, pause: 500, saw: () => host.mustExec('cat /var/log/monit.log') });
}
