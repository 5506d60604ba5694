import type { Outcome } from '../../../hosts/run';
import type { Scene } from './scene';

/** Name of a script that is uploaded by hand, in the login user's home; Terraform's has another name in the same directory. */
export const SCRIPT = '.ssh/cdktf-sidekiq-test.sh';

const homeOf = (user: string): string => (user === 'root' ? '/root' : `/home/${user}`);

/** Terraform's commands in its first session. */
export async function upload({ host }: Scene, script: string, user = 'ops'): Promise<void> {
  await host.mustExec(['sh', '-c', `cat >${SCRIPT} && chmod 0777 ${SCRIPT}`], { user, cwd: homeOf(user), input: script });
}

/** Terraform's commands in its second session, with additional shell assignments. */
export function runUploaded({ host }: Scene, user = 'ops', environment = ''): Promise<Outcome> {
  const home = homeOf(user);
  return host.exec(['sh', '-c', `exec env ${environment} ${SCRIPT}`], { user, cwd: home, env: { HOME: home }, timeout: 120_000 });
}

/** Runs an action while sudo has another configuration. */
export async function withSudo<T>({ host }: Scene, configuration: string, during: () => Promise<T>): Promise<T> {
  await host.writeFile('/etc/sudoers.d/attack', `${configuration}\n`, '0440');
  return during().finally(() => host.mustExec('rm -f /etc/sudoers.d/attack'));
}
