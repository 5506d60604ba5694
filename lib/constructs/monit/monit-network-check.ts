import type { Construct } from 'constructs';
import type { NetworkRule, NetworkFinder } from '../../monit';
import { error, type Issue } from '../../values';
import * as is from '../props/prop-kinds';
import { readProps, type PropRules } from '../props/read-props';
import { MonitResourceCheck, resourceCheckRules, ruleList, type MonitResourceCheckProps } from './monit-resource-check';

/** Properties of a {@link MonitNetworkCheck}. */
export interface MonitNetworkCheckProps extends MonitResourceCheckProps {
  /** Name of the interface, such as `eth0`. Required unless {@link address} is set. */
  readonly interface?: string;
  /** Address of the interface, instead of its name. */
  readonly address?: string;
  /**
   * Rules, written with `when`.
   * @default none
   */
  readonly rules?: readonly NetworkRule[];
}

const rules: PropRules<MonitNetworkCheckProps> = {
  ...resourceCheckRules,
  interface: is.text,
  address: is.text,
  rules: ruleList,
};

/**
 * A Monit check of a network interface: its link and its traffic.
 *
 * Errors: all that `controlFileIssues` finds, `monit/invalid-check-name`, `monit/invalid-rule`, `monit/no-interface`,
 * `monit/uid-forbidden-by-sandbox`, `host/other-host`, `stack/other-stack`, `stack/unknown-property`,
 * `stack/invalid-property`, `stack/token-in-text`.
 *
 * Source: Monit manual, "Network"
 *
 * @example
 * ```ts
 * new MonitNetworkCheck(this, 'uplink', {
 *   host,
 *   interface: 'eth0',
 *   rules: [when.link.isDown().do(slack.notify())],
 * });
 * ```
 */
export class MonitNetworkCheck extends MonitResourceCheck<'network'> {
  public constructor(scope: Construct, id: string, props: MonitNetworkCheckProps) {
    const { props: checked, issues } = readProps(props, rules);
    super(scope, id, { kind: 'network', props: checked, issues: [...issues, ...finderIssues(checked)], watches: watched(checked) });
  }
}

function watched({ interface: name, address }: MonitNetworkCheckProps): NetworkFinder {
  return address === undefined || name !== undefined ? { interface: name ?? 'lo' } : { address };
}

function finderIssues({ interface: name, address }: MonitNetworkCheckProps): readonly Issue[] {
  if ((name === undefined) !== (address === undefined)) return [];
  return [
    error('monit/no-interface', ['interface, address'], {
      problem: name === undefined ? 'neither interface nor address is set' : 'interface and address are both set',
      remedy: 'Set one of them: Monit finds the interface by its name, or by an address that it has.',
    }),
  ];
}
