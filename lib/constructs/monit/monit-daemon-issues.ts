import { controlFileIssues, type ControlFile } from '../../monit';
import { error, show, warning, type Issue, type Place } from '../../values';
import { notSensitiveIssues } from '../props/secret-issues';
import type { MonitDaemonProps } from './monit-daemon-props';
import { cycleFile, settingsFile, socketFile } from './monit-settings';

/**
 * Issues of the settings of a host's Monit.
 *
 * Codes: those of `controlFileIssues`, `monit/unused-start-delay`, `secret/not-sensitive`,
 * `notifier/plaintext-password`, `monit/native-unit-not-needed`.
 */
export function daemonIssues(props: MonitDaemonProps): readonly Issue[] {
  const { platform } = props.host;
  // A placeholder replaces passwords: they aren't known yet, and any value is valid.
  const files = [cycleFile(props), socketFile(props.socket), settingsFile(props, () => 'x')];
  return [
    // The two codes don't apply: takeOver is meant to set the cycle host-wide, and a password comes from a Secret and is in a file
    // that only root can read.
    ...files
      .flatMap((file) => controlFileIssues(file, { monitVersion: platform.monit, origins: originsOf(file) }))
      .filter(({ code }) => code !== 'monit/set-daemon-is-host-wide' && code !== 'secret/in-control-file'),
    ...startDelayIssues(props),
    ...mailIssues(props),
    ...unitIssues(props),
  ];
}

/** Places of the properties that settings come from. Those of the others have the settings' own names. */
const ORIGINS: Readonly<Record<string, Place>> = {
  'set limits': ['limits'],
  'set eventqueue': ['eventQueue'],
  'set mailserver': ['mail'],
  'set mail-format': ['mail', 'format'],
  'set alert': ['alerts'],
};

function originsOf({ statements }: ControlFile): ReadonlyMap<object, Place> {
  return new Map(
    statements.flatMap((statement): [object, Place][] => {
      const place = ORIGINS[statement.statement];
      if (place === undefined) return [];
      return [[statement, place], ...(statement.statement === 'set mail-format' ? [[statement.format, place] as [object, Place]] : [])];
    }),
  );
}

function startDelayIssues({ startDelay, takeOver }: MonitDaemonProps): readonly Issue[] {
  if (startDelay === undefined || takeOver === true) return [];
  return [
    error('monit/unused-start-delay', ['startDelay'], {
      problem: `${show(startDelay)} has no effect without takeOver`,
      remedy: 'Set takeOver: true, or leave startDelay out: Monit sets it in the same statement as the interval.',
    }),
  ];
}

function mailIssues({ mail }: MonitDaemonProps): readonly Issue[] {
  return (mail?.servers ?? []).flatMap(({ password, ssl }, index): readonly Issue[] => {
    if (password === undefined) return [];
    const place = ['mail', 'servers', index];
    const plaintext = warning('notifier/plaintext-password', [...place, 'ssl'], {
      problem: 'the password is sent without TLS',
      remedy:
        'Set ssl: true, or let the server accept the host by its address: otherwise anyone on the network path can read the password.',
    });
    return [...notSensitiveIssues([...place, 'password'], password), ...(ssl === undefined || ssl === false ? [plaintext] : [])];
  });
}

function unitIssues({ nativeUnit, host }: MonitDaemonProps): readonly Issue[] {
  if (nativeUnit !== true || !host.platform.monitSandboxed) return [];
  return [
    warning('monit/native-unit-not-needed', ['nativeUnit'], {
      problem: `true replaces the unit of ${host.platform.name}, which is sandboxed and restarted by systemd`,
      remedy: 'Leave nativeUnit out: its unit has no sandbox, and all constructs work with the host’s own.',
    }),
  ];
}
