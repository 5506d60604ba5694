import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { parseSource, terraformEnvironment } from './null-provider';

describe('parseSource', () => {
  it('reads the full name with any registry', () => {
    const output = 'Providers required by configuration:\n.\n└── provider[registry.example/hashicorp/null] 1.0.0\n';
    expect(parseSource(output)).toBe('registry.example/hashicorp/null');
  });

  it('shows Terraform’s output if it names no provider', () => {
    expect(() => parseSource('Error: no configuration')).toThrow('Error: no configuration');
  });
});

describe('terraformEnvironment', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'rc-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  it('sets a configuration file only if it exists, because Terraform warns about missing ones', () => {
    const file = path.join(directory, 'terraform.rc');
    expect(terraformEnvironment(file)).not.toHaveProperty('TF_CLI_CONFIG_FILE');
    writeFileSync(file, '');
    expect(terraformEnvironment(file)).toHaveProperty('TF_CLI_CONFIG_FILE', file);
  });
});
