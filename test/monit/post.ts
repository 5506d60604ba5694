import { exec, restart, when, type ProcessCheck, type Program } from '../../lib/monit';
import { Duration, Percent, Size } from '../../lib/values';

/** The check of the post "Sidekiq process in production with Systemd and Monit", word for word. */
export const POST_TEXT = `check process sidekiq with pidfile "/opt/myapp/shared/pids/sidekiq.pid"
  start program = "/bin/bash -l -c  'sudo systemctl start sidekiq' as uid deploy and gid deploy"
    with timeout 20 seconds
  stop program  = "/bin/bash -l -c  'sudo systemctl stop sidekiq' as uid deploy and gid deploy"
    with timeout 20 seconds
  if totalmem is greater than 800 MB for 3 cycles then restart
  if changed pid then exec "/etc/monit/slack_notifier.sh"
  if cpu is greater than 65% for 2 cycles then exec "/etc/monit/slack_notifier.sh" else if succeeded then exec "/etc/monit/slack_notifier.sh"
`;

/** The text that its author meant: the user outside the quotes. */
export const INTENDED_TEXT = POST_TEXT.replaceAll(/ as uid deploy and gid deploy"\n {4}/g, '"\n    as uid "deploy" and gid "deploy" ');

const notify = () => exec(['/etc/monit/slack_notifier.sh']);

function check(program: (verb: 'start' | 'stop') => Program): ProcessCheck {
  return {
    statement: 'check process',
    name: 'sidekiq',
    pidfile: '/opt/myapp/shared/pids/sidekiq.pid',
    start: program('start'),
    stop: program('stop'),
    rules: [
      when.totalMemory.above(Size.mebibytes(800)).forCycles(3).do(restart()),
      when.pid.changes().do(notify()),
      when.cpu.above(Percent.of(65)).forCycles(2).do(notify()).onRecovery(notify()),
    ],
  };
}

const command = (verb: string): string[] => ['/bin/bash', '-l', '-c', `sudo systemctl ${verb} sidekiq`];
const timeout = Duration.seconds(20);

/** The post's text as data: the six stray words are arguments of bash, and it runs as root. */
export const POST_CHECK = check((verb) => ({ argv: [...command(verb), 'as', 'uid', 'deploy', 'and', 'gid', 'deploy'], timeout }));

/** The text that its author meant, as data. */
export const INTENDED_CHECK = check((verb) => ({ argv: command(verb), uid: 'deploy', gid: 'deploy', timeout }));
