import type { Outcome } from '../../../hosts/run';
import type { Scene } from './scene';

/** The name of a script that is uploaded by hand, in the login user's home; Terraform's has another name in the same directory. */
export const SCRIPT = '.ssh/cdktf-sidekiq-test.sh';

const homeOf = (user: string): string => (user === 'root' ? '/root' : `/home/${user}`);

/** What Terraform does in its first session. */
export async function upload({ host }: Scene, script: string, user = 'ops'): Promise<void> {
  await host.mustExec(['sh', '-c', `cat >${SCRIPT} && chmod 0777 ${SCRIPT}`], { user, cwd: homeOf(user), input: script });
}

/** What Terraform does in its second session, with more assignments as a shell reads them. */
export function runUploaded({ host }: Scene, user = 'ops', environment = ''): Promise<Outcome> {
  const home = homeOf(user);
  return host.exec(['sh', '-c', `exec env ${environment} ${SCRIPT}`], { user, cwd: home, env: { HOME: home }, timeout: 120_000 });
}

/** Does something while sudo is configured otherwise. */
export async function withSudo<T>({ host }: Scene, configuration: string, during: () => Promise<T>): Promise<T> {
  await host.writeFile('/etc/sudoers.d/attack', `${configuration}\n`, '0440');
  return during().finally(() => host.mustExec('rm -f /etc/sudoers.d/attack'));
}
