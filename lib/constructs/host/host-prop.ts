import { Construct } from 'constructs';
import type { PropRule } from '../props/read-props';
import type { IHostTarget } from './host-target';
import { placeholderHost } from './placeholder-host';

/** Validation rule for the host that a construct is for. */
export const hostProp: PropRule<IHostTarget> & { readonly placeholder: () => IHostTarget } = {
  valid: 'a Host',
  problem: (value) => (Construct.isConstruct(value) && 'addPart' in value && 'platform' in value ? undefined : 'is not a Host'),
  placeholder: placeholderHost,
};
