import { TerraformVariable, Token } from 'cdktf';
import { error, info, show, textProblem, type Issue, type Place } from '../values';
import { PrivateKey, type VariableKeyOptions } from './private-key';

/**
 * Returns all issues with the key itself: the `privateKey` of a host or a bastion.
 *
 * Codes: `ssh/invalid-private-key`, `ssh/relative-key-path`, `ssh/invalid-key-variable`,
 * `ssh/variable-key-without-uninstall`, and the note `ssh/agent-forwarded`.
 */
export function keyIssues(owner: Place, key: PrivateKey): readonly Issue[] {
  const place = [...owner, 'privateKey'];
  if (!(key instanceof PrivateKey)) {
    return [
      error('ssh/invalid-private-key', place, {
        // Not shown, because it may be the key itself.
        problem: key === undefined ? 'no private key is set' : 'the value is not a PrivateKey',
        remedy: 'Use PrivateKey.fromFile, .fromVariable or .fromAgent, and keep the key itself out of the code.',
      }),
    ];
  }
  const { source } = key;
  switch (source.kind) {
    case 'agent':
      return [agentForwarded(place, 'PrivateKey.fromAgent()')];
    case 'file':
      return pathIssues(place, source.path);
    case 'variable':
      return [...variableIssues(place, source.variable), ...uninstallIssues(owner, source.uninstall)];
  }
}

function variableIssues(place: Place, variable: TerraformVariable): readonly Issue[] {
  if (TerraformVariable.isTerraformElement(variable)) return [];
  return [
    error('ssh/invalid-key-variable', place, {
      // Not shown, because it may be the key itself.
      problem: 'the value given to PrivateKey.fromVariable is not a TerraformVariable',
      remedy: 'Create a sensitive TerraformVariable, and pass the key to Terraform as TF_VAR_….',
    }),
  ];
}

function uninstallIssues(owner: Place, uninstall: VariableKeyOptions['uninstall'] | null): readonly Issue[] {
  if (uninstall === 'leave') return [];
  const option = 'privateKey uninstall';
  if (uninstall === 'agent') return [agentForwarded([...owner, option], '"agent"')];
  if (typeof uninstall === 'object' && uninstall !== null) return pathIssues([...owner, option, 'keyFile'], uninstall.keyFile);
  return [
    error('ssh/variable-key-without-uninstall', [...owner, 'privateKey'], {
      problem: `PrivateKey.fromVariable has ${uninstall === undefined ? 'no' : 'an invalid'} uninstall option`,
      remedy:
        'Set uninstall to { keyFile }, "agent" or "leave": Terraform passes no variables to the provisioner that uninstalls a removed host.',
    }),
  ];
}

function agentForwarded(place: Place, given: string): Issue {
  return info('ssh/agent-forwarded', place, {
    problem: `${given} makes Terraform forward the agent, so root on the host can use its keys while Terraform is connected`,
    remedy: 'Set no-agent-forwarding in the host’s authorized_keys, unless you trust the host with the agent’s keys.',
  });
}

function pathIssues(place: Place, path: unknown): readonly Issue[] {
  const problem = pathProblem(path);
  if (problem === undefined) return [];
  return [
    error('ssh/relative-key-path', place, {
      problem: `${Token.isUnresolved(path) ? 'a token' : show(path)} ${problem}`,
      remedy:
        problem === RELATIVE
          ? 'Give the full path, or one that starts with ~/: Terraform would look up a relative one in the stack’s output directory.'
          : 'Give the key’s path on the machine that runs Terraform, absolute or starting with ~/.',
    }),
  ];
}

const RELATIVE = 'is not absolute';

function pathProblem(path: unknown): string | undefined {
  if (typeof path !== 'string' || path === '') return 'is not a path';
  if (Token.isUnresolved(path)) return 'is not a path that is known at synth';
  const problem = textProblem(path);
  if (problem !== undefined) return problem;
  if (/[\x01-\x1f\x7f]/.test(path)) return 'contains a control character';
  if (/^~?\/$/.test(path)) return 'is a directory';
  return /^~?\//.test(path) ? undefined : RELATIVE;
}
