import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TestHost } from '../../../hosts/host';
import type { Suite } from '../../../hosts/rootfs';
import type { Outcome } from '../../../hosts/run';
import { unsafeText } from './terminal';

/** The application user's own directory, to which root deploys files. */
export const SHARED = '/opt/app/shared';
/** Root's own: files with the names that a deployment uses, which only root may read. */
export const VICTIM = '/etc/victim';
/** First word of every secret: in the victim's files, and in the secret files of the deployments. */
export const SECRET = 'hush-of-root-6d1f';
/** Directory where attacker and root take turns. */
export const ATTACK = '/run/attack';
/** Names of an attacker's programs: those that root runs by name. */
export const PROGRAM_NAMES = ['mount', 'timeout', 'monit', 'systemd-analyze', 'install', 'find', 'ln', 'env', 'id', 'sh', 'awk'];

/** Exists once an attacker's program has run as root: only root can write there. */
export const RAN = '/root/attack-ran';
/** An attacker's program: as root it leaves a trace, and as a user with sudo it becomes root first. */
const PAYLOAD = [
  '#!/opt/app/bin/sh',
  `2>/dev/null echo "$0 $*" >>${RAN} || /usr/bin/sudo -n /opt/app/bin/sh -c "echo $0 >>${RAN}" 2>/dev/null`,
];

/** Copies from which {@link SHARED} and its surroundings, and {@link VICTIM}, are restored. */
const TEMPLATE = '/root/attack-app';
const VICTIM_TEMPLATE = '/root/attack-victim';
const ATTACKER = '/usr/local/lib/attacker.pl';
const USERS = ['deploy', 'stranger'] as const;

/** Most bytes that a deployment may print. */
const LARGEST_OUTPUT = 65_536;

/** Files of the host outside our own directories that were changed after the file /root/before. */
const CHANGED = [
  'find / /run /tmp /var/tmp -xdev \\(',
  [
    ...['/proc', '/sys', '/dev', VICTIM, '/opt/app*', '/home/*', '/root', ATTACK, '/tmp', '/var/tmp', '/var/log', '/var/lib/cdktf-sidekiq'],
    ...['/var/lib/systemd', '/var/lib/monit', '/var/lib/redis', '/run/cdktf-sidekiq*', '/run/systemd', '/run/log', '/run/monit*'],
    ...[
      '/run/sudo',
      '/run/redis',
      '/run/user',
      '/run/dbus',
      '/run/motd*',
      '/run/utmp',
      '/run/attacked*',
      '/run/host',
      '/etc/systemd/system*',
    ],
    ...['/etc/monit/conf-enabled*', '/usr/local/lib/cdktf-sidekiq*'],
  ]
    .map((place) => `-path '${place}'`)
    .join(' -o '),
  '\\) -prune -o ! -type d -newercc /root/before -print',
].join(' ');

/**
 * A host under attack: the application's user `deploy` and a `stranger`, who owns nothing and is in the login user's group, root's files
 * that they must not change or read, and their programs, which record when root runs them.
 */
export class Scene {
  /** True if the last deployment left `gone.env` in {@link SHARED}. */
  hasGone = false;
  private victim = '';

  private constructor(readonly host: TestHost) {}

  static async boot(suite: Suite = 'bookworm'): Promise<Scene> {
    const host = await TestHost.boot({ suite });
    try {
      const scene = new Scene(host);
      await scene.prepare();
      return scene;
    } catch (error) {
      host.destroy();
      throw error;
    }
  }

  destroy(): void {
    this.host.destroy();
  }

  asDeploy(command: string): Promise<string> {
    return this.host.mustExec(command, { user: 'deploy' });
  }

  /** Adds programs with the names of more of those that root runs to {@link SHARED}. */
  async layPrograms(...names: readonly string[]): Promise<void> {
    await this.asDeploy(`cd ${SHARED} && for name in ${names.join(' ')}; do cp mount "$name"; done`);
  }

  /** Runs a mode of attacker.pl as a user until {@link stop}; returns its output. */
  attacker(argv: readonly string[], user = 'deploy'): Promise<Outcome> {
    return this.host.exec(['timeout', '-s', 'KILL', '3600', 'perl', ATTACKER, ...argv], { user, timeout: 3_600_000 });
  }

  /** Runs an action while the attacker takes turns with root; fails at once if the attacker can't. */
  async takingTurns<T>(during: () => Promise<T>): Promise<T> {
    const attacking = this.attacker(['turns']);
    let over = false;
    const early = attacking.then(async ({ stderr }) => {
      if (over) return undefined as never;
      // Root would wait forever.
      await this.host.exec(`cd ${ATTACK}; rm -f turns; timeout 2 sh -c 'cat go & echo ended >answer; wait'`);
      throw new Error(`the attacker has ended: ${stderr}`);
    });
    try {
      return await Promise.race([during(), early]);
    } finally {
      over = true;
      await this.host.exec(`timeout 5 sh -c 'echo end >${ATTACK}/go'`);
      await attacking;
    }
  }

  async stop(): Promise<void> {
    await this.host.mustExec(`touch ${ATTACK}/stop`);
  }

  /** Restores the application's directory, and starts to watch for effects. */
  async reset(): Promise<void> {
    await this.host.mustExec(
      `cd /; rm -rf /opt/app ${VICTIM} ${RAN} /run/cdktf-sidekiq-transaction.*; cd ${ATTACK}; rm -f stop count turns taken; cp -a ${TEMPLATE} /opt/app; cp -a ${VICTIM_TEMPLATE} ${VICTIM}
       ${this.hasGone ? '' : `rm ${SHARED}/gone.env; `}chown root /opt; sleep 0.01; touch /root/before; sleep 0.01`,
    );
  }

  /**
   * Effects of an attack since {@link reset}, one sentence each; empty if there were none. It checks what root ran,
   * root's files, files readable by others, root's mounts, remaining files, and the output.
   */
  async effects(...outcomes: readonly Outcome[]): Promise<readonly string[]> {
    const effects: string[] = [];
    const note = (what: string, found: string): void => {
      if (found.trim() !== '') effects.push(`${what}: ${found.trim().split('\n').slice(0, 3).join(', ').slice(0, 300)}`);
    };
    const [ran = '', victim = '', changed = '', mounts = '', left = '', ...readable] = (
      await this.host.mustExec(
        [
          `cat ${RAN} 2>/dev/null`,
          `[ "$(${VICTIM_STATE})" = '${this.victim}' ] || { echo ${VICTIM}; ls -lR ${VICTIM}; }`,
          `${CHANGED} 2>/dev/null`,
          `cut -d ' ' -f 5 /proc/1/mountinfo | sort | diff /root/mounts - | grep '^>'`,
          'ls -d /run/cdktf-sidekiq-transaction.* 2>/dev/null',
          ...USERS.map((user) => `${readableBy(user)} 2>/dev/null`),
        ].join(`; echo ${SEPARATOR}; `) + '; true',
        { timeout: 120_000 },
      )
    ).split(`${SEPARATOR}\n`);
    note('root ran', ran);
    note('changed', victim + changed);
    note('mounted', mounts);
    note('left', left);
    note('read by others', readable.join(''));
    for (const { stdout, stderr } of outcomes) {
      note('unsafe on a terminal', unsafeText(stdout + stderr));
      if (stdout.length > LARGEST_OUTPUT) note('printed', `${stdout.length} bytes`);
      if (stdout.includes(SECRET)) note('printed', 'a secret');
    }
    return effects;
  }

  private async prepare(): Promise<void> {
    const { host } = this;
    await host.writeFile(ATTACKER, readFileSync(path.join(__dirname, 'attacker.pl'), 'utf8'), '0755');
    await host.mustExec(`useradd --create-home --shell /bin/bash --groups ops stranger`);
    await host.mustExec(`mkdir -p -m 0755 ${VICTIM}/shared ${VICTIM}/new ${VICTIM}/made`);
    for (const name of ['app.env', 'secret.env', 'gone.env', 'hush', '0', '1', '2', 'back']) {
      await host.writeFile(`${VICTIM}/${name}`, `${SECRET} ${name}\n`, '0600');
    }
    // Root's programs use /run; the pipes belong to the attacker.
    await host.mustExec(`mkdir -m 0755 ${ATTACK} && cd ${ATTACK} && mkfifo go answer hold && chown deploy go answer hold`);
    // Made here: overlayfs can't rename a directory of the image. The shell is a copy, because /bin may be mounted over.
    await host.mustExec(
      `install -d -o deploy -g deploy ${TEMPLATE} ${TEMPLATE}/shared ${TEMPLATE}/bin && cp -L /bin/sh ${TEMPLATE}/bin/sh && cd ${TEMPLATE} &&
       printf '%s\\n' ${PAYLOAD.map((line) => `'${line}'`).join(' ')} >shared/mount && chmod 0755 shared/mount &&
       echo LEVEL=1 >shared/app.env && echo LEVEL=1 >shared/gone.env && mkdir shared/new &&
       for name in ${PROGRAM_NAMES.slice(1).join(' ')}; do cp shared/mount "shared/$name"; done &&
       ln -s ${VICTIM} to-victim && ln -s /usr/bin to-programs && ln -s ${VICTIM} to-other && chown -hR deploy:deploy .`,
    );
    await host.mustExec(`cp -a ${VICTIM} ${VICTIM_TEMPLATE}; cut -d ' ' -f 5 /proc/1/mountinfo | sort >/root/mounts; touch /root/before`);
    this.victim = (await host.mustExec(VICTIM_STATE)).trim();
    await this.reset();
  }
}

const SEPARATOR = '-----attack-----';

/** Content and metadata of root's files, but not the time of a hard link. */
const VICTIM_STATE = `{ find ${VICTIM} -printf '%p %y %m %u %g %s %T@ %l\\n' | sort; grep -r . ${VICTIM} | sort; } | cksum`;

/** Files with the secret that a user can read. */
function readableBy(user: string): string {
  const places = '/opt/app /opt/myapp /tmp /var/tmp /etc /run /home /var/lib/cdktf-sidekiq /dev/shm';
  return `runuser -u ${user} -- timeout 20 grep -rlaI --devices=skip ${SECRET} ${places}`;
}
