import { controlFileIssues } from '../../monit';
import { show, type Issue } from '../../values';
import { notSensitiveIssues } from '../props/secret-issues';
import type { MonitDaemonProps } from './monit-daemon-props';
import { cycleFile, settingsFile, socketFile } from './monit-settings';

/**
 * Issues of the settings of a host's Monit.
 *
 * Codes: those of `controlFileIssues`, `constructs/unused-start-delay`, `constructs/secret-not-sensitive`,
 * `constructs/password-in-clear`, `constructs/monit-unit-not-needed`.
 */
export function daemonIssues(props: MonitDaemonProps): readonly Issue[] {
  const { platform } = props.host;
  // A placeholder replaces passwords: they aren't known yet, and any value is valid.
  const files = [cycleFile(props), socketFile(props.socket), settingsFile(props, () => 'x')];
  return [
    // The two codes don't apply: takeOver is meant to set the cycle host-wide, and a password comes from a Secret and is in a file
    // that only root can read.
    ...files
      .flatMap((file) => controlFileIssues(file, { monitVersion: platform.monit }))
      .filter(({ code }) => code !== 'monit/set-daemon-is-host-wide' && code !== 'monit/password-in-file')
      .map((issue) => ({ ...issue, property: propertyOf(issue.property) })),
    ...startDelayIssues(props),
    ...mailIssues(props),
    ...unitIssues(props),
  ];
}

/** Translates a property of the control file to the name that it has in the props. */
function propertyOf(property: string): string {
  return property
    .replace(/^set limits\b/, 'limits')
    .replace(/^set eventqueue\b/, 'eventQueue')
    .replace(/^set mailserver\b/, 'mail')
    .replace(/^set mail-format\.format\b/, 'mail.format')
    .replace(/^set mail-format\b/, 'mail.format')
    .replace(/^set alert\b/, 'alerts');
}

function startDelayIssues({ startDelay, takeOver }: MonitDaemonProps): readonly Issue[] {
  if (startDelay === undefined || takeOver === true) return [];
  return [
    {
      code: 'constructs/unused-start-delay',
      severity: 'error',
      property: 'startDelay',
      got: `${show(startDelay)} without takeOver`,
      expected: 'takeOver: true beside it',
      remedy: 'It is written beside the interval: take that over, or leave startDelay out.',
    },
  ];
}

function mailIssues({ mail }: MonitDaemonProps): readonly Issue[] {
  return (mail?.servers ?? []).flatMap(({ password, ssl }, index): readonly Issue[] => {
    if (password === undefined) return [];
    const property = `mail.servers[${index}]`;
    const clear: Issue = {
      code: 'constructs/password-in-clear',
      severity: 'warning',
      property: `${property}.ssl`,
      got: 'a password without TLS',
      expected: 'ssl: true',
      remedy: 'Everybody on the way to the server can read the password: encrypt, or let the server know the host by its address.',
    };
    return [...notSensitiveIssues(`${property}.password`, password), ...(ssl === undefined || ssl === false ? [clear] : [])];
  });
}

function unitIssues({ nativeUnit, host }: MonitDaemonProps): readonly Issue[] {
  if (nativeUnit !== true || !host.platform.monitSandboxed) return [];
  return [
    {
      code: 'constructs/monit-unit-not-needed',
      severity: 'warning',
      property: 'nativeUnit',
      got: `true on ${host.platform.name}`,
      expected: 'the host’s own unit, which systemd restarts, in a sandbox',
      remedy: 'Leave it out: this one has no sandbox, and everything here works in that one.',
    },
  ];
}
