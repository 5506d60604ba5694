import type { Construct } from 'constructs';
import type { HostRule } from '../../monit';
import { readProps, type PropRules } from '../props/read-props';
import { MonitResourceCheck, resourceCheckRules, ruleList, type MonitResourceCheckProps } from './monit-resource-check';

/** Properties of a {@link MonitHostCheck}. */
export interface MonitHostCheckProps extends MonitResourceCheckProps {
  /** Name or address of the other host. */
  readonly address: string;
  /** Rules, written with `when`. At least one must be about a port, a URL or pings; otherwise Monit refuses the check. */
  readonly rules: readonly HostRule[];
}

const rules: PropRules<MonitHostCheckProps> = {
  ...resourceCheckRules,
  address: {
    valid: 'the name or address of a host',
    problem: (value) => (typeof value === 'string' && value !== '' ? undefined : 'is not a host name or address'),
    placeholder: () => 'localhost',
  },
  rules: { ...ruleList, placeholder: () => [] },
};

/**
 * A Monit check of another host, or of a service on it, over the network.
 *
 * Errors: all that `controlFileIssues` finds, `monit/invalid-check-name`, `monit/invalid-rule`,
 * `monit/uid-forbidden-by-sandbox`, `host/other-host`, `stack/other-stack`, `stack/unknown-property`,
 * `stack/invalid-property`, `stack/token-in-text`.
 *
 * Source: Monit manual, "Remote host"
 *
 * @example
 * ```ts
 * new MonitHostCheck(this, 'redis', {
 *   host,
 *   address: 'redis.example.com',
 *   rules: [when.failed.port(6379, { protocol: 'redis' }).forCycles(2).do(slack.notify())],
 * });
 * ```
 */
export class MonitHostCheck extends MonitResourceCheck<'host'> {
  public constructor(scope: Construct, id: string, props: MonitHostCheckProps) {
    const { props: checked, issues } = readProps(props, rules);
    super(scope, id, { kind: 'host', props: checked, issues, watches: { address: checked.address } });
  }
}
