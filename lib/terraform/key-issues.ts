import { TerraformVariable, Token } from 'cdktf';
import { error, info, show, textProblem, type Issue, type Place } from '../values';
import { PrivateKey, type VariableKeyOptions } from './private-key';

/**
 * Returns all issues with the key itself: the `privateKey` of a host or a bastion.
 *
 * Codes: `terraform/no-private-key`, `terraform/relative-key-path`, `terraform/no-key-variable`,
 * `terraform/variable-key-without-uninstall`, and the note `terraform/agent-forwarded`.
 */
export function keyIssues(owner: Place, key: PrivateKey): readonly Issue[] {
  const place = [...owner, 'privateKey'];
  if (!(key instanceof PrivateKey)) {
    return [
      error('terraform/no-private-key', place, {
        // Not shown, because it may be the key itself.
        got: key === undefined ? 'nothing' : 'something else',
        expected: 'PrivateKey.fromFile, .fromVariable or .fromAgent',
        remedy: 'Say where the key is; the key itself stays out of the program.',
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
    error('terraform/no-key-variable', place, {
      // Not shown, because it may be the key itself.
      got: 'PrivateKey.fromVariable of something else than a TerraformVariable',
      expected: 'a TerraformVariable',
      remedy: 'Make a sensitive TerraformVariable and give the key to Terraform as TF_VAR_….',
    }),
  ];
}

function uninstallIssues(owner: Place, uninstall: VariableKeyOptions['uninstall'] | null): readonly Issue[] {
  if (uninstall === 'leave') return [];
  const option = 'privateKey uninstall';
  if (uninstall === 'agent') return [agentForwarded([...owner, option], '"agent"')];
  if (typeof uninstall === 'object' && uninstall !== null) return pathIssues([...owner, option, 'keyFile'], uninstall.keyFile);
  return [
    error('terraform/variable-key-without-uninstall', [...owner, 'privateKey'], {
      got: 'PrivateKey.fromVariable without `uninstall`',
      expected: '{ keyFile }, "agent" or "leave"',
      remedy: 'Terraform gives no variables to destroy-time provisioners: say how to log in when the host is removed.',
    }),
  ];
}

function agentForwarded(place: Place, got: string): Issue {
  return info('terraform/agent-forwarded', place, {
    got,
    expected: 'to know that Terraform forwards an agent that it logs in with',
    remedy: 'While it is connected root on the host can use the agent’s keys: refuse that there by no-agent-forwarding in authorized_keys.',
  });
}

function pathIssues(place: Place, path: unknown): readonly Issue[] {
  const problem = pathProblem(path);
  if (problem === undefined && /^(\/|~\/)[^\x01-\x1f\x7f]+$/.test(path as string)) return [];
  return [
    error('terraform/relative-key-path', place, {
      got: problem ?? show(path),
      expected: 'an absolute path, or one that begins with ~/',
      remedy:
        problem === undefined
          ? 'Terraform would look a relative path up in the output directory of the stack.'
          : 'Write where the key is on the machine that runs Terraform.',
    }),
  ];
}

function pathProblem(path: unknown): string | undefined {
  if (typeof path !== 'string') return show(path);
  if (Token.isUnresolved(path)) return 'a token';
  const problem = textProblem(path);
  return problem === undefined ? undefined : `${show(path)}, which ${problem}`;
}
