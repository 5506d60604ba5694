import type { Bundle, BundleService } from '../../../../lib/bundle';
import * as hand from '../../../installer/by-hand';

/** Differences of a bundle from the plain one of its level. */
export interface Variation {
  /** More lines for the unit's [Service] section. */
  readonly unit?: readonly string[];
  readonly service?: Partial<BundleService>;
  /** More lines for the control file. */
  readonly check?: readonly string[];
}

/** Bundles before a fault (`old`) and with it (`new`): a service, files in two directories, a Monit check. */
export function bundleOf(level: string, { unit = [], service = {}, check = [] }: Variation = {}): Bundle {
  const env = ['a', 'b'].map((directory) => hand.file(`/opt/one/${directory}/env`, `LEVEL=${level}\n`));
  return hand.bundle({
    files: [
      hand.unitFile('one.service', level, unit),
      ...env,
      hand.file(level === 'old' ? '/opt/one/gone/file' : '/opt/one/fresh/file', 'x\n'),
      hand.file('/etc/monit/conf-enabled/one', ['check process one matching "sleep infinity"', `  # ${level}`, ...check, ''].join('\n')),
      hand.MONIT_SOCKET,
    ],
    services: [hand.service('one.service', { restartOn: env.map(({ path }) => path), ...service })],
    checks: ['one'],
  });
}

export const OLD = bundleOf('old');
export const NEW = bundleOf('new');
