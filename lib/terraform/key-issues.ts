import { TerraformVariable, Token } from 'cdktf';
import { show, textProblem, type Issue } from '../values';
import { PrivateKey, type VariableKeyOptions } from './private-key';

/**
 * Returns all issues with the key itself.
 *
 * Codes: `terraform/no-private-key`, `terraform/relative-key-path`, `terraform/no-key-variable`,
 * `terraform/variable-key-without-uninstall`, and the note `terraform/agent-forwarded`.
 */
export function keyIssues(property: string, key: PrivateKey): readonly Issue[] {
  if (!(key instanceof PrivateKey)) {
    return [
      {
        code: 'terraform/no-private-key',
        severity: 'error',
        property,
        // Not shown, because it may be the key itself.
        got: key === undefined ? 'nothing' : 'something else',
        expected: 'PrivateKey.fromFile, .fromVariable or .fromAgent',
        remedy: 'Say where the key is; the key itself stays out of the program.',
      },
    ];
  }
  const { source } = key;
  switch (source.kind) {
    case 'agent':
      return [agentForwarded(property, 'PrivateKey.fromAgent()')];
    case 'file':
      return pathIssues(property, source.path);
    case 'variable':
      return [...variableIssues(property, source.variable), ...uninstallIssues(property, source.uninstall)];
  }
}

function variableIssues(property: string, variable: TerraformVariable): readonly Issue[] {
  if (TerraformVariable.isTerraformElement(variable)) return [];
  return [
    {
      code: 'terraform/no-key-variable',
      severity: 'error',
      property,
      // Not shown, because it may be the key itself.
      got: 'PrivateKey.fromVariable of something else than a TerraformVariable',
      expected: 'a TerraformVariable',
      remedy: 'Make a sensitive TerraformVariable and give the key to Terraform as TF_VAR_….',
    },
  ];
}

function uninstallIssues(property: string, uninstall: VariableKeyOptions['uninstall'] | null): readonly Issue[] {
  if (uninstall === 'leave') return [];
  if (uninstall === 'agent') return [agentForwarded(`${property} uninstall`, '"agent"')];
  if (typeof uninstall === 'object' && uninstall !== null) return pathIssues(`${property} uninstall.keyFile`, uninstall.keyFile);
  return [
    {
      code: 'terraform/variable-key-without-uninstall',
      severity: 'error',
      property,
      got: 'PrivateKey.fromVariable without `uninstall`',
      expected: '{ keyFile }, "agent" or "leave"',
      remedy: 'Terraform gives no variables to destroy-time provisioners: say how to log in when the host is removed.',
    },
  ];
}

function agentForwarded(property: string, got: string): Issue {
  return {
    code: 'terraform/agent-forwarded',
    severity: 'info',
    property,
    got,
    expected: 'to know that Terraform forwards an agent that it logs in with',
    remedy: 'While it is connected root on the host can use the agent’s keys: refuse that there by no-agent-forwarding in authorized_keys.',
  };
}

function pathIssues(property: string, path: unknown): readonly Issue[] {
  const problem = pathProblem(path);
  if (problem === undefined && /^(\/|~\/)[^\x01-\x1f\x7f]+$/.test(path as string)) return [];
  return [
    {
      code: 'terraform/relative-key-path',
      severity: 'error',
      property,
      got: problem ?? show(path),
      expected: 'an absolute path, or one that begins with ~/',
      remedy:
        problem === undefined
          ? 'Terraform would look a relative path up in the output directory of the stack.'
          : 'Write where the key is on the machine that runs Terraform.',
    },
  ];
}

function pathProblem(path: unknown): string | undefined {
  if (typeof path !== 'string') return show(path);
  if (Token.isUnresolved(path)) return 'a token';
  const problem = textProblem(path);
  return problem === undefined ? undefined : `${show(path)}, which ${problem}`;
}
