import { Exec, renderUnitFile, ServiceUnit, unitFileIssues, type ServiceDirectives } from '../../../lib/systemd';
import { userManagerIssues } from '../../../lib/constructs/user-units/user-manager-issues';
import { Size } from '../../../lib/values';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { HOSTS } from './hosts';

/** Directives, and what is seen of a process where they hold. Default: anything that is not so without them. */
type Case = readonly [directives: ServiceDirectives, holds?: RegExp];

const NAMESPACE: readonly Case[] = [
  [{ AmbientCapabilities: ['CAP_NET_BIND_SERVICE'] }, /^CapAmb:\t0000000000000400$/m],
  [{ CapabilityBoundingSet: ['CAP_NET_BIND_SERVICE'] }, /^CapBnd:\t0000000000000400$/m],
  [{ PrivateDevices: true }, /^ns other mnt$/m],
  [{ PrivateTmp: true }, /^ns other mnt$/m],
  [{ PrivateNetwork: true }, /^ns other net$/m],
  [{ PrivateIPC: true }, /^ns other ipc$/m],
  [{ PrivateMounts: true }, /^ns other mnt$/m],
  [{ PrivatePIDs: true }, /^ns other pid$/m],
  [{ ProtectSystem: 'full' }, /^ns other mnt$/m],
  [{ ProtectHome: 'read-only' }, /^ns other mnt$/m],
  [{ ReadWritePaths: ['/srv'] }, /^ns other mnt$/m],
  [{ ReadOnlyPaths: ['/srv'] }, /^ns other mnt$/m],
  [{ InaccessiblePaths: ['/srv'] }, /^ns other mnt$/m],
  [{ ExecPaths: ['/usr'] }, /^ns other mnt$/m],
  [{ NoExecPaths: ['/srv'] }, /^ns other mnt$/m],
  [{ BindPaths: [{ source: '/srv', destination: '/mnt' }] }, /^ns other mnt$/m],
  [{ BindReadOnlyPaths: [{ source: '/srv', destination: '/mnt' }] }, /^ns other mnt$/m],
  [{ TemporaryFileSystem: ['/srv'] }, /^ns other mnt$/m],
  [{ RootDirectory: '/' }],
  [{ BindLogSockets: true }, /^ns other mnt$/m],
];

const CASES: readonly Case[] = [
  ...NAMESPACE,
  ...NAMESPACE.map(([directives, holds]): Case => [{ ...directives, PrivateUsers: true }, holds]),
  // Not with a user namespace of its own: a container's systemd 247 may not mount them there.
  ...(['ProtectProc', 'ProcSubset'] as const).map((name): Case => [{ [name]: name === 'ProtectProc' ? 'invisible' : 'pid' }]),
  [{ ProtectControlGroups: true }, /^ns other mnt$/m],
  [{ MountFlags: 'slave' }],
  [{ SecureBits: ['noroot'] }],
  [{ User: 'deploy' }, /^Uid:\t1000\t/m],
  [{ User: 'nobody' }],
  [{ Group: 'deploy' }, /^Gid:\t1000\t/m],
  [{ Group: 'daemon' }],
  [{ SupplementaryGroups: ['daemon'] }],
  [{ DynamicUser: true }],
  [{ PAMName: 'login' }],
  [{ LogNamespace: 'x' }],
  [{ NetworkNamespacePath: '/proc/1/ns/net' }],
  [{ PrivateUsers: true }],
  [{ PrivateUsers: 'self' }],
  [{ PrivateUsers: 'identity' }],
  [{ PrivateUsers: 'full' }],
  [{ CPUSchedulingPolicy: 'rr' }],
  [{ CPUSchedulingPolicy: 'fifo' }],
  [{ CPUSchedulingPolicy: 'batch' }, /SCHED_BATCH/],
  [{ IOSchedulingClass: 'realtime' }],
  [{ IOSchedulingClass: 'idle' }],
  [{ Nice: 5 }, /^nice 5$/m],
  [{ Nice: -5 }, /^nice -5$/m],
  [{ OOMScoreAdjust: 500 }, /^oom 500$/m],
  [{ OOMScoreAdjust: -500 }, /^oom -500$/m],
  [{ LimitNOFILE: 100 }, /^Max open files +100 +100 /m],
  [{ LimitNOFILE: 1_000_000_000 }, /^Max open files +1000000000 /m],
  [{ LimitNPROC: 100 }, /^Max processes +100 +100 /m],
  [{ LimitCORE: Size.bytes(0) }, /^Max core file size +0 +0 /m],
  [{ LimitRTPRIO: 50 }],
  [{ LimitNICE: 40 }],
  [{ CPUAffinity: [0] }],
  [{ UMask: '0077' }],
  [{ NoNewPrivileges: true }],
  [{ RestrictNamespaces: true }],
  [{ RestrictRealtime: true }],
  [{ RestrictSUIDSGID: true }],
  [{ RestrictAddressFamilies: ['AF_UNIX'] }],
  [{ LockPersonality: true }],
  [{ MemoryDenyWriteExecute: true }],
  [{ SystemCallFilter: ['@system-service'] }],
  [{ SystemCallArchitectures: ['native'] }],
  [{ StateDirectory: ['x'] }],
  [{ CacheDirectory: ['x'] }],
  [{ LogsDirectory: ['x'] }],
  [{ ConfigurationDirectory: ['x'] }],
  [{ RuntimeDirectory: ['x'] }],
  [{ WorkingDirectory: '/srv' }],
];

/** What a process sees of itself. */
const OBSERVE = `#!/bin/sh
for name in cgroup ipc mnt net pid user uts; do
  echo "ns $([ "$(readlink /proc/self/ns/$name)" = "$(cat /obs/ns-$name)" ] && echo same || echo other) $name"
done
echo "nice $(nice)"; echo "oom $(cat /proc/self/oom_score_adj)"
cat /proc/self/limits
grep -E '^(Cap|NoNewPrivs|Seccomp:|Uid|Gid|Groups|Cpus_allowed_list)' /proc/self/status
ionice -p $$; chrt -p $$ | sed 's/pid [0-9]*//'; umask; pwd; cat /proc/self/personality
env | grep -Ev 'INVOCATION_ID|JOURNAL_STREAM|SYSTEMD_EXEC_PID|MEMORY_PRESSURE' | sort
`;

/** Outcome that an issue announces. */
const OUTCOMES: Readonly<Record<string, string>> = {
  'unit/not-in-user-service': 'fails',
  'unit/ignored-in-user-service': 'is ignored',
};

/** Starts each, and prints its number and its result. */
const START = `
export XDG_RUNTIME_DIR=/run/user/1000
for number in $(seq 0 "$1"); do
  timeout 20 systemctl --user start p$number.service 2>/dev/null
  echo "$number $?"
done`;

function unitOf(number: number, directives: ServiceDirectives): ServiceUnit {
  const unit = new ServiceUnit(`p${number}.service`);
  unit.service.set({ Type: 'oneshot', ExecStart: Exec.command('/bin/sh', ['-c', `exec /usr/local/bin/observe >/obs/p${number} 2>&1`]) });
  unit.service.set(directives);
  return unit;
}

describe.each(HOSTS)('on %s', (suite, systemdVersion) => {
  describeLive("what a user's systemd can't do", { needs: ['hosts'] }, () => {
    let host: TestHost;
    beforeAll(async () => {
      host = await TestHost.boot({ suite });
      await host.writeFile('/usr/local/bin/observe', OBSERVE);
      await host.mustExec(
        `chmod 755 /usr/local/bin/observe; install -d -m 777 /obs; mkdir -p /var/lib/systemd/linger; touch /var/lib/systemd/linger/deploy
         for name in cgroup ipc mnt net pid user uts; do readlink /proc/self/ns/$name >/obs/ns-$name; done
         systemctl start user@1000.service`,
      );
    });
    afterAll(() => host?.destroy());

    it('is reported, and nothing else is', async () => {
      const tried = CASES.map(([directives, holds], index) => ({ unit: unitOf(index + 1, directives), directives, holds })).filter(
        ({ unit }) => !unitFileIssues(unit, { systemdVersion }).some(({ code }) => code === 'host/too-old'),
      );
      await Promise.all(
        [unitOf(0, {}), ...tried.map(({ unit }) => unit)].map((unit, number) =>
          host.writeFile(`/etc/systemd/user/p${number}.service`, renderUnitFile(unit).replaceAll(/\/obs\/p\d+/g, `/obs/p${number}`)),
        ),
      );
      const asUser = { user: 'deploy' };
      await host.exec('XDG_RUNTIME_DIR=/run/user/1000 systemctl --user daemon-reload', asUser);
      const ended = (await host.exec(['sh', '-c', START, 'start', String(tried.length)], asUser)).stdout.trim().split('\n');
      const codes = new Map(ended.map((line) => line.split(' ').map(Number) as [number, number]));
      expect(codes.get(0)).toBe(0);
      const usual = await host.readFile('/obs/p0');
      const seen: Record<string, string> = {};
      const reported: Record<string, string> = {};
      for (const [index, { unit, directives, holds }] of tried.entries()) {
        const name = JSON.stringify(directives);
        const code = userManagerIssues(unit, 'deploy', systemdVersion)[0]?.code ?? '';
        reported[name] = OUTCOMES[code] ?? 'holds';
        if (codes.get(index + 1) !== 0) seen[name] = 'fails';
        else {
          const observed = await host.readFile(`/obs/p${index + 1}`);
          seen[name] = (holds === undefined ? observed !== usual : holds.test(observed)) ? 'holds' : 'is ignored';
        }
      }
      expect(reported).toEqual(seen);
      // Each of the three is seen.
      expect(new Set(Object.values(seen)).size).toBe(3);
    });
  });
});
