import type { Action } from '../../monit';
import { error, show, type Issue, type Place } from '../../values';
import type { IHostTarget } from '../host/host-target';
import { otherHost } from '../host/other-host';
import { notifierOf } from '../notifiers/notifier';

/**
 * Issues of an action on a host: a notifier of another host, or a different user where Monit can't change users.
 *
 * Codes: `host/other-host`, `monit/uid-forbidden-by-sandbox`.
 */
export function actionIssues(action: Action, place: Place, host: IHostTarget): readonly Issue[] {
  if (action.action !== 'exec') return [];
  const notifier = notifierOf(action);
  return [
    ...(notifier !== undefined && notifier.host !== host ? [otherHost(place, notifier.node.path)] : []),
    ...sandboxIssues(place, action, host),
  ];
}

/**
 * Issues of a program that should run as a different user, on a platform where Monit's own unit can't change users.
 *
 * Codes: `monit/uid-forbidden-by-sandbox`.
 */
export function sandboxIssues(place: Place, program: { readonly uid?: string | number }, { platform }: IHostTarget): readonly Issue[] {
  if (program.uid === undefined || !platform.monitSandboxed) return [];
  return [
    error('monit/uid-forbidden-by-sandbox', [...place, 'uid'], {
      problem: `Monit can’t run a program as ${show(program.uid)} on ${platform.name}, where its own unit is sandboxed`,
      remedy: 'Leave uid out, and run the program with systemd-run --uid=USER --wait.',
    }),
  ];
}
