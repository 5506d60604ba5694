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
        got: key === undefined ? 'nothing' : 'another kind of value',
        expected: 'PrivateKey.fromFile, .fromVariable or .fromAgent',
        remedy: 'Set where the key is, and keep the key itself out of the code.',
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
      got: 'PrivateKey.fromVariable of something other than a TerraformVariable',
      expected: 'a TerraformVariable',
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
      got: 'PrivateKey.fromVariable without `uninstall`',
      expected: '{ keyFile }, "agent" or "leave"',
      remedy: 'Set how to log in when the host is removed: Terraform passes no variables to destroy-time provisioners.',
    }),
  ];
}

function agentForwarded(place: Place, got: string): Issue {
  return info('ssh/agent-forwarded', place, {
    got,
    expected: 'a host that you trust with the agent, because Terraform forwards an agent that it logs in with',
    remedy:
      'Set no-agent-forwarding in the host’s authorized_keys: otherwise root on the host can use the agent’s keys while Terraform is connected.',
  });
}

function pathIssues(place: Place, path: unknown): readonly Issue[] {
  const problem = pathProblem(path);
  if (problem === undefined && /^(\/|~\/)[^\x01-\x1f\x7f]+$/.test(path as string)) return [];
  return [
    error('ssh/relative-key-path', place, {
      got: problem ?? show(path),
      expected: 'an absolute path, or one that starts with ~/',
      remedy:
        problem === undefined
          ? 'Give the full path: Terraform would look up a relative one in the stack’s output directory.'
          : 'Give the key’s path on the machine that runs Terraform.',
    }),
  ];
}

function pathProblem(path: unknown): string | undefined {
  if (typeof path !== 'string') return show(path);
  if (Token.isUnresolved(path)) return 'a token';
  const problem = textProblem(path);
  return problem === undefined ? undefined : `${show(path)}, which ${problem}`;
}
