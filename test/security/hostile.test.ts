import { existsSync, rmSync } from 'node:fs';
import type { Bundle } from '../../lib/bundle';
import { documentLines, installerScript, installerTail } from '../../lib/installer';
import { contentOf, CLAIM, OWNER } from '../installer/by-hand';
import { inShell } from '../installer/in-shell';
import { declaredProperties } from '../live/security/hostile/properties';
import { all, CANARY, seed, textsFor } from '../live/security/hostile/strings';
import { everyValue, type Made } from '../live/security/hostile/values';

const mockTables: (readonly string[])[] = [];
jest.mock('../../lib/constructs/props', () => {
  const actual = jest.requireActual<{ readProps: (given: object, rules: object, others?: readonly string[]) => object }>(
    '../../lib/constructs/props',
  );
  return {
    ...actual,
    readProps: (given: object, rules: object, others?: readonly string[]) => {
      mockTables.push(Object.keys(rules));
      return actual.readProps(given, rules, others);
    },
  };
});

const { values, withoutText } = everyValue(declaredProperties({ take: () => mockTables.splice(0) }));

afterAll(() => {
  const found = existsSync(CANARY);
  rmSync(CANARY, { force: true });
  expect(found).toBe(false);
});

test('every declared property is one that takes text, or one of these', () => {
  expect(withoutText.map(({ name }) => name)).toMatchInlineSnapshot(`
   [
     "Host.platform",
     "Host.generations",
     "HostFile.host",
     "HostFile.mode",
     "HostFile.adopt",
     "EnvironmentFile.host",
     "EnvironmentFile.mode",
     "EnvironmentFile.adopt",
     "SystemdService.host",
     "SystemdService.supervisor",
     "SystemdService.enabled",
     "SystemdService.whenStopped",
     "SystemdService.stability",
     "SystemdService.adopt",
     "SystemdService.unit",
     "SystemdService.service",
     "SystemdService.install",
     "SidekiqService.host",
     "SidekiqService.supervisor",
     "SidekiqService.enabled",
     "SidekiqService.whenStopped",
     "SidekiqService.stability",
     "SidekiqService.adopt",
     "SidekiqService.version",
     "SidekiqService.concurrency",
     "SidekiqService.verbose",
     "SidekiqService.shutdownTimeout",
     "SidekiqService.drainTimeout",
     "SidekiqService.startTimeout",
     "SidekiqService.watchdog",
     "SidekiqService.memoryAllocator",
     "SidekiqService.umask",
     "SidekiqService.daemonize",
     "SidekiqService.pidfile",
     "SidekiqService.logfile",
     "PumaService.host",
     "PumaService.supervisor",
     "PumaService.enabled",
     "PumaService.whenStopped",
     "PumaService.stability",
     "PumaService.adopt",
     "PidfileHooks.service",
     "MonitCheck.service",
     "MonitCheck.revive",
     "MonitCheck.restartCooldown",
     "MonitCheck.adopt",
     "MonitDaemon.host",
     "MonitDaemon.interval",
     "MonitDaemon.takeOver",
     "SlackNotifier.host",
     "SlackNotifier.interval",
     "WebhookNotifier.host",
     "WebhookNotifier.interval",
     "MailNotifier.host",
     "MailNotifier.interval",
     "MailNotifier.port",
     "MailNotifier.encryption",
     "CommandNotifier.host",
     "CommandNotifier.interval",
     "Unit.StopWhenUnneeded",
     "Unit.RefuseManualStart",
     "Unit.RefuseManualStop",
     "Unit.DefaultDependencies",
     "Unit.CollectMode",
     "Unit.JobTimeoutSec",
     "Unit.JobRunningTimeoutSec",
     "Unit.StartLimitIntervalSec",
     "Unit.StartLimitBurst",
     "Unit.StartLimitAction",
     "Unit.FailureAction",
     "Unit.SuccessAction",
     "Service.Type",
     "Service.ExitType",
     "Service.NotifyAccess",
     "Service.GuessMainPID",
     "Service.RemainAfterExit",
     "Service.Restart",
     "Service.RestartSec",
     "Service.RestartSteps",
     "Service.RestartMaxDelaySec",
     "Service.RestartMode",
     "Service.SuccessExitStatus",
     "Service.RestartPreventExitStatus",
     "Service.RestartForceExitStatus",
     "Service.TimeoutStartSec",
     "Service.TimeoutStopSec",
     "Service.TimeoutAbortSec",
     "Service.TimeoutStartFailureMode",
     "Service.TimeoutStopFailureMode",
     "Service.RuntimeMaxSec",
     "Service.WatchdogSec",
     "Service.OOMPolicy",
     "Service.ReloadSignal",
     "Service.FileDescriptorStoreMax",
     "Service.KillMode",
     "Service.KillSignal",
     "Service.RestartKillSignal",
     "Service.SendSIGHUP",
     "Service.SendSIGKILL",
     "Service.FinalKillSignal",
     "Service.WatchdogSignal",
     "Service.DynamicUser",
     "Service.UMask",
     "Service.StandardInput",
     "Service.SyslogFacility",
     "Service.SyslogLevel",
     "Service.SyslogLevelPrefix",
     "Service.LogLevelMax",
     "Service.LogRateLimitIntervalSec",
     "Service.LogRateLimitBurst",
     "Service.Nice",
     "Service.OOMScoreAdjust",
     "Service.IOSchedulingClass",
     "Service.IOSchedulingPriority",
     "Service.CPUSchedulingPolicy",
     "Service.CPUAffinity",
     "Service.IgnoreSIGPIPE",
     "Service.LimitCPU",
     "Service.LimitFSIZE",
     "Service.LimitDATA",
     "Service.LimitSTACK",
     "Service.LimitCORE",
     "Service.LimitRSS",
     "Service.LimitNOFILE",
     "Service.LimitAS",
     "Service.LimitNPROC",
     "Service.LimitMEMLOCK",
     "Service.LimitLOCKS",
     "Service.LimitSIGPENDING",
     "Service.LimitMSGQUEUE",
     "Service.LimitNICE",
     "Service.LimitRTPRIO",
     "Service.LimitRTTIME",
     "Service.RuntimeDirectoryMode",
     "Service.RuntimeDirectoryPreserve",
     "Service.StateDirectoryMode",
     "Service.CacheDirectoryMode",
     "Service.LogsDirectoryMode",
     "Service.ConfigurationDirectoryMode",
     "Service.NoNewPrivileges",
     "Service.CapabilityBoundingSet",
     "Service.AmbientCapabilities",
     "Service.ProtectSystem",
     "Service.ProtectHome",
     "Service.PrivateTmp",
     "Service.PrivateDevices",
     "Service.PrivateNetwork",
     "Service.PrivateUsers",
     "Service.PrivateMounts",
     "Service.PrivateIPC",
     "Service.ProtectKernelTunables",
     "Service.ProtectKernelModules",
     "Service.ProtectKernelLogs",
     "Service.ProtectControlGroups",
     "Service.ProtectClock",
     "Service.ProtectHostname",
     "Service.ProtectProc",
     "Service.ProcSubset",
     "Service.RestrictAddressFamilies",
     "Service.RestrictNamespaces",
     "Service.RestrictRealtime",
     "Service.RestrictSUIDSGID",
     "Service.LockPersonality",
     "Service.MemoryDenyWriteExecute",
     "Service.RemoveIPC",
     "Service.SystemCallArchitectures",
     "Service.SystemCallErrorNumber",
     "Service.KeyringMode",
     "Service.Slice",
     "Service.MemoryAccounting",
     "Service.MemoryMin",
     "Service.MemoryLow",
     "Service.MemoryHigh",
     "Service.MemoryMax",
     "Service.MemorySwapMax",
     "Service.CPUWeight",
     "Service.StartupCPUWeight",
     "Service.CPUQuota",
     "Service.CPUQuotaPeriodSec",
     "Service.AllowedCPUs",
     "Service.TasksAccounting",
     "Service.TasksMax",
     "Service.IOAccounting",
     "Service.IOWeight",
     "Service.IPAccounting",
     "Service.IPAddressAllow",
     "Service.IPAddressDeny",
     "Service.DevicePolicy",
     "Service.ManagedOOMSwap",
     "Service.ManagedOOMMemoryPressure",
     "Service.ManagedOOMMemoryPressureLimit",
     "Service.ManagedOOMPreference",
     "Install.UpheldBy",
   ]
  `);
  expect(values.map(({ name }) => name)).toMatchInlineSnapshot(`
   [
     "Host.hostId",
     "Host.instanceId",
     "HostFile.path",
     "HostFile.user",
     "HostFile.group",
     "HostFile.content",
     "EnvironmentFile.path",
     "EnvironmentFile.user",
     "EnvironmentFile.group",
     "EnvironmentFile.variables{value}",
     "EnvironmentFile.variables{name}",
     "EnvironmentFile.variables{name of path}",
     "SystemdService.unitName",
     "SystemdService.startWhen",
     "SidekiqService.unitName",
     "SidekiqService.startWhen",
     "SidekiqService.workingDirectory",
     "SidekiqService.user",
     "SidekiqService.group",
     "SidekiqService.environment",
     "SidekiqService.configFile",
     "SidekiqService.require",
     "SidekiqService.queues[]",
     "SidekiqService.queues{words}",
     "SidekiqService.tag",
     "SidekiqService.ruby{rbenv root}",
     "SidekiqService.ruby{asdf version}",
     "SidekiqService.ruby{prefix}",
     "SidekiqService.ruby{program}",
     "SidekiqService.environmentVariables{value}",
     "SidekiqService.environmentVariables{name}",
     "SidekiqService.environmentVariables{name of path}",
     "SidekiqService.environmentFiles[]",
     "SidekiqService.environmentFiles{words}",
     "PumaService.unitName",
     "PumaService.startWhen",
     "PumaService.workingDirectory",
     "PumaService.user",
     "PumaService.configFile",
     "PumaService.environment",
     "PumaService.ruby{rbenv root}",
     "PumaService.ruby{asdf version}",
     "PumaService.ruby{prefix}",
     "PumaService.ruby{program}",
     "PidfileHooks.path",
     "MonitCheck.pidfile",
     "MonitCheck.matching",
     "MonitCheck.checkName",
     "MonitCheck.rules{rules: exec}",
     "MonitCheck.rules{rules: attribute}",
     "MonitCheck.whenGone{action}",
     "MonitCheck.start{argv}",
     "MonitCheck.start{uid}",
     "MonitCheck.start{action}",
     "MonitCheck.stop{argv}",
     "MonitCheck.stop{uid}",
     "MonitCheck.stop{action}",
     "MonitCheck.restart{argv}",
     "MonitCheck.restart{uid}",
     "MonitCheck.restart{action}",
     "MonitDaemon.socket",
     "SlackNotifier.webhookUrl{secret}",
     "WebhookNotifier.webhookUrl{secret}",
     "WebhookNotifier.authorization{secret}",
     "MailNotifier.server",
     "MailNotifier.username",
     "MailNotifier.password{secret}",
     "MailNotifier.from",
     "MailNotifier.to[]",
     "CommandNotifier.argv[]",
     "CommandNotifier.argv{words}",
     "CommandNotifier.user",
     "CommandNotifier.secret{secret}",
     "Host.ssh.user",
     "Host.ssh.scriptDirectory",
     "Host.address",
     "Unit.Description",
     "Unit.Documentation",
     "Unit.Documentation[]",
     "Unit.SourcePath",
     "Unit.Requires",
     "Unit.Requires[]",
     "Unit.Requisite",
     "Unit.Requisite[]",
     "Unit.Wants",
     "Unit.Wants[]",
     "Unit.BindsTo",
     "Unit.BindsTo[]",
     "Unit.PartOf",
     "Unit.PartOf[]",
     "Unit.Upholds",
     "Unit.Upholds[]",
     "Unit.Conflicts",
     "Unit.Conflicts[]",
     "Unit.Before",
     "Unit.Before[]",
     "Unit.After",
     "Unit.After[]",
     "Unit.OnSuccess",
     "Unit.OnSuccess[]",
     "Unit.OnFailure",
     "Unit.OnFailure[]",
     "Unit.PropagatesReloadTo",
     "Unit.PropagatesReloadTo[]",
     "Unit.ReloadPropagatedFrom",
     "Unit.ReloadPropagatedFrom[]",
     "Unit.JoinsNamespaceOf",
     "Unit.JoinsNamespaceOf[]",
     "Unit.RequiresMountsFor",
     "Unit.RequiresMountsFor[]",
     "Unit.ConditionPathExists",
     "Unit.ConditionPathExists[]",
     "Unit.ConditionPathExists{not}",
     "Unit.ConditionPathExistsGlob",
     "Unit.ConditionPathExistsGlob[]",
     "Unit.ConditionPathExistsGlob{not}",
     "Unit.ConditionPathIsDirectory",
     "Unit.ConditionPathIsDirectory[]",
     "Unit.ConditionPathIsDirectory{not}",
     "Unit.ConditionPathIsSymbolicLink",
     "Unit.ConditionPathIsSymbolicLink[]",
     "Unit.ConditionPathIsSymbolicLink{not}",
     "Unit.ConditionPathIsMountPoint",
     "Unit.ConditionPathIsMountPoint[]",
     "Unit.ConditionPathIsMountPoint{not}",
     "Unit.ConditionPathIsReadWrite",
     "Unit.ConditionPathIsReadWrite[]",
     "Unit.ConditionPathIsReadWrite{not}",
     "Unit.ConditionDirectoryNotEmpty",
     "Unit.ConditionDirectoryNotEmpty[]",
     "Unit.ConditionDirectoryNotEmpty{not}",
     "Unit.ConditionFileNotEmpty",
     "Unit.ConditionFileNotEmpty[]",
     "Unit.ConditionFileNotEmpty{not}",
     "Unit.ConditionFileIsExecutable",
     "Unit.ConditionFileIsExecutable[]",
     "Unit.ConditionFileIsExecutable{not}",
     "Unit.AssertPathExists",
     "Unit.AssertPathExists[]",
     "Unit.AssertPathExists{not}",
     "Unit.AssertPathExistsGlob",
     "Unit.AssertPathExistsGlob[]",
     "Unit.AssertPathExistsGlob{not}",
     "Unit.AssertPathIsDirectory",
     "Unit.AssertPathIsDirectory[]",
     "Unit.AssertPathIsDirectory{not}",
     "Unit.AssertPathIsSymbolicLink",
     "Unit.AssertPathIsSymbolicLink[]",
     "Unit.AssertPathIsSymbolicLink{not}",
     "Unit.AssertPathIsMountPoint",
     "Unit.AssertPathIsMountPoint[]",
     "Unit.AssertPathIsMountPoint{not}",
     "Unit.AssertPathIsReadWrite",
     "Unit.AssertPathIsReadWrite[]",
     "Unit.AssertPathIsReadWrite{not}",
     "Unit.AssertDirectoryNotEmpty",
     "Unit.AssertDirectoryNotEmpty[]",
     "Unit.AssertDirectoryNotEmpty{not}",
     "Unit.AssertFileNotEmpty",
     "Unit.AssertFileNotEmpty[]",
     "Unit.AssertFileNotEmpty{not}",
     "Unit.AssertFileIsExecutable",
     "Unit.AssertFileIsExecutable[]",
     "Unit.AssertFileIsExecutable{not}",
     "Service.PIDFile",
     "Service.ExecCondition{argument}",
     "Service.ExecCondition{program}",
     "Service.ExecCondition{argv0}",
     "Service.ExecStartPre{argument}",
     "Service.ExecStartPre{program}",
     "Service.ExecStartPre{argv0}",
     "Service.ExecStart{argument}",
     "Service.ExecStart{program}",
     "Service.ExecStart{argv0}",
     "Service.ExecStartPost{argument}",
     "Service.ExecStartPost{program}",
     "Service.ExecStartPost{argv0}",
     "Service.ExecReload{argument}",
     "Service.ExecReload{program}",
     "Service.ExecReload{argv0}",
     "Service.ExecStop{argument}",
     "Service.ExecStop{program}",
     "Service.ExecStop{argv0}",
     "Service.ExecStopPost{argument}",
     "Service.ExecStopPost{program}",
     "Service.ExecStopPost{argv0}",
     "Service.BusName",
     "Service.Sockets",
     "Service.Sockets[]",
     "Service.User",
     "Service.Group",
     "Service.SupplementaryGroups",
     "Service.SupplementaryGroups[]",
     "Service.PAMName",
     "Service.WorkingDirectory",
     "Service.WorkingDirectory{optional}",
     "Service.RootDirectory",
     "Service.Environment{value}",
     "Service.Environment{name}",
     "Service.Environment{name of path}",
     "Service.Environment{optional}",
     "Service.Environment{output}",
     "Service.EnvironmentFile",
     "Service.EnvironmentFile[]",
     "Service.EnvironmentFile{optional}",
     "Service.PassEnvironment",
     "Service.PassEnvironment[]",
     "Service.UnsetEnvironment",
     "Service.UnsetEnvironment[]",
     "Service.StandardOutput{output}",
     "Service.StandardError{output}",
     "Service.SyslogIdentifier",
     "Service.LogExtraFields{value}",
     "Service.LogExtraFields{name}",
     "Service.LogExtraFields{name of path}",
     "Service.LogNamespace",
     "Service.RuntimeDirectory",
     "Service.RuntimeDirectory[]",
     "Service.StateDirectory",
     "Service.StateDirectory[]",
     "Service.CacheDirectory",
     "Service.CacheDirectory[]",
     "Service.LogsDirectory",
     "Service.LogsDirectory[]",
     "Service.ConfigurationDirectory",
     "Service.ConfigurationDirectory[]",
     "Service.LoadCredential[]",
     "Service.LoadCredential{value}",
     "Service.LoadCredential{name of path}",
     "Service.LoadCredential{optional}",
     "Service.ReadWritePaths",
     "Service.ReadWritePaths[]",
     "Service.ReadWritePaths{optional}",
     "Service.ReadOnlyPaths",
     "Service.ReadOnlyPaths[]",
     "Service.ReadOnlyPaths{optional}",
     "Service.InaccessiblePaths",
     "Service.InaccessiblePaths[]",
     "Service.InaccessiblePaths{optional}",
     "Service.BindPaths",
     "Service.BindPaths[]",
     "Service.BindPaths{source}",
     "Service.BindPaths{destination}",
     "Service.BindReadOnlyPaths",
     "Service.BindReadOnlyPaths[]",
     "Service.BindReadOnlyPaths{source}",
     "Service.BindReadOnlyPaths{destination}",
     "Service.TemporaryFileSystem",
     "Service.TemporaryFileSystem[]",
     "Service.SystemCallFilter",
     "Service.SystemCallFilter[]",
     "Install.Alias",
     "Install.Alias[]",
     "Install.WantedBy",
     "Install.WantedBy[]",
     "Install.RequiredBy",
     "Install.RequiredBy[]",
     "Install.Also",
     "Install.Also[]",
   ]
  `);
});

/** With the harmless text in the place of the hostile one, as far as a text is a value and not yet in a language of its own. */
function structure({ bundle }: Made): object {
  const { files, services, checks, requires } = bundle!;
  return { files: files.map(({ path, mode, user, group, kind }) => ({ path, mode, user, group, kind })), services, checks, requires };
}

const replaced = (made: object, from: string, to: string): unknown =>
  JSON.parse(JSON.stringify(made), (_, value: unknown) => (typeof value === 'string' ? value.replaceAll(from, () => to) : value));

const SAFE = /^[A-Za-z0-9+/=_.:@\\ -]+$/;
const accepted = new Map<string, Bundle[]>();

describe.each(values.map((value) => [value.name, value] as const))(`%s (seed ${seed})`, (name, value) => {
  test('is refused by an issue, or stands where it was given to stand', () => {
    const harmless = value.give(value.harmless)!;
    for (const text of textsFor(value, all ? 500 : 40)) {
      const made = value.give(text);
      if (made?.bundle === undefined) continue;
      accepted.set(name, [...(accepted.get(name) ?? []), made.bundle]);
      const lines = documentLines(made.bundle, { owner: OWNER, claim: CLAIM, stack: 'x' }, contentOf);
      expect({ text, unsafe: lines.filter((line) => !SAFE.test(line)) }).toEqual({ text, unsafe: [] });
      expect({ text, ...sorted(structure(made)) }).toEqual({
        text,
        ...sorted(replaced(structure(harmless), value.harmless, text) as object),
      });
    }
  });
});

/** Files and the like are sorted by name, which the text may be; what is needed is named once, and a number needs no entry. */
function sorted(made: object): object {
  const { requires = {}, ...lists } = made as { readonly requires?: object };
  const needed = Object.entries(requires as Readonly<Record<string, unknown>>).map(([key, value]) => [
    key,
    Array.isArray(value) ? [...new Set(value as string[])].filter((one) => !/^[0-9]+$/.test(one)).sort() : value,
  ]);
  const sortedLists = Object.entries(lists as Readonly<Record<string, readonly unknown[]>>).map(([key, value]) => [
    key,
    value.map((one) => JSON.stringify(one)).sort(),
  ]);
  return { ...(Object.fromEntries(sortedLists) as object), requires: JSON.stringify(Object.fromEntries(needed)) };
}

test.each(withoutText.map((value) => [value.name, value] as const))('%s takes only what needs no quoting anywhere', (_, value) => {
  for (const text of textsFor(value, all ? 500 : 40)) {
    if (value.give(text) !== undefined) expect(text).toMatch(/^[0-9A-Za-z]*$/);
  }
});

describe.each(['dash', 'bash'])('the host’s program, in %s', (shell) => {
  test('reads every document as it was meant', () => {
    const bundles = [...accepted.values()].flat().filter((_, index) => all || index % 7 === 0);
    expect(bundles.length).toBeGreaterThan(20);
    // Many bundles make one document: reading it is what is tried, not what the parts mean together.
    for (let from = 0; from < bundles.length; from += 500) readsDocument(shell, bundles.slice(from, from + 500));
  });
});

function readsDocument(shell: string, bundles: readonly Bundle[]): void {
  const stack = '$(touch x) `x` ${y} \\ "';
  const document = (bundle: Bundle): readonly string[] => documentLines(bundle, { owner: OWNER, claim: CLAIM, stack }, contentOf);
  const head = document(bundles[0]!).slice(0, 7);
  const records = bundles.flatMap((bundle) => document(bundle).slice(7, -1)).filter((line) => !/^(service|restart) /.test(line));
  const tables = ['want.checks', 'need.programs', 'need.files', 'want.paths', 'sums', 'stack'];
  const out = inShell(
    shell,
    `cd "$WORK"; read_document; cut -d ' ' -f 6- want.files >want.paths; printf '%s\\n' "$STACK" >stack
     for table in ${tables.join(' ')}; do base64 -w 0 "$table"; echo; done`,
    { document: [...head, ...records, 'end', ''].join('\n') },
  );
  const [checks, programs, exists, paths, sums, name] = out
    .split('\n')
    .map((line) => Buffer.from(line, 'base64').toString().split('\n').slice(0, -1));
  const files = bundles.flatMap((bundle) => bundle.files);
  expect(paths).toEqual(files.map(({ path }) => path));
  expect(checks).toEqual(bundles.flatMap((bundle) => bundle.checks));
  expect(programs).toEqual(bundles.flatMap(({ requires }) => requires.programs));
  expect(exists).toEqual(bundles.flatMap(({ requires }) => requires.files));
  expect(name).toEqual([stack]);
  // Every content arrived with the hash that it was sent with.
  expect(sums).toHaveLength(files.length);
}

test('what is around the document never depends on what is in it: nothing of a user is in the shell’s or in sudo’s words', () => {
  const head = installerScript.join('\n');
  expect(head.endsWith(`' <<'CDKTF_SIDEKIQ_UPLOAD'`) || head.includes(`<<'CDKTF_SIDEKIQ_UPLOAD'`)).toBe(true);
  expect(installerTail).toEqual(['CDKTF_SIDEKIQ_UPLOAD', 'exit $?']);
  expect('CDKTF_SIDEKIQ_UPLOAD').toMatch(SAFE);
});
