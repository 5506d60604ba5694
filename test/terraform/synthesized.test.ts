import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Lazy, TerraformResource, TerraformVariable, Testing, type TerraformStack } from 'cdktf';
import { EnvironmentFile, Exec, Host, HostFile, HostRegistry, MonitCheck, PrivateKey, Secret, SystemdService } from '../../lib';
import { installerVersion } from '../../lib/installer';
import { imaginarySsh, stackWithNull, stackWithTerraformData, synthesized, testApp } from '../support/stacks';
import { exampleHost, exampleService, exampleStack } from './example-stack';

const run = promisify(execFile);

interface Json {
  readonly locals: Record<string, string | string[]>;
  readonly resource: Record<string, Record<string, Record<string, unknown>>>;
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
}

/** The configuration, without the installer's lines and version, which don't depend on the stack. */
function json(build: (stack: TerraformStack) => void, make = stackWithTerraformData): Json {
  const {
    locals,
    resource,
    moved = [],
  } = JSON.parse(
    synthesized((app) => {
      const stack = make(app);
      build(stack);
      return stack;
    }).replaceAll(installerVersion, '(its version)'),
  ) as Json;
  const { cdktf_sidekiq_installer: installer, cdktf_sidekiq_installer_text: installerText, ...files } = locals;
  expect(installer?.length).toBeGreaterThan(100);
  expect(installerText).toBe('${join("\\n", local.cdktf_sidekiq_installer)}');
  // In the order of construction, which has no effect.
  return { locals: files, resource, moved: [...moved].sort((a, b) => (a.from < b.from ? -1 : 1)) };
}

const host = exampleHost;
const service = exampleService;

describe('a stack with one file on one host', () => {
  const { locals, resource } = json((stack) => {
    new HostFile(stack, 'motd', { host: host(stack), path: '/etc/motd', content: 'Costs ${x}\n100%\n' });
  }, stackWithNull);

  test('has its lines as a local, and the values derived from them', () => {
    expect(locals).toMatchInlineSnapshot(`
     {
       "base64_etc_motd": "\${base64encode(local.text_etc_motd)}",
       "file_etc_motd": [
         "Costs $\${x}",
         "100%",
         "",
       ],
       "sha256_etc_motd": "\${sha256(local.text_etc_motd)}",
       "text_etc_motd": "\${join("\\n", local.file_etc_motd)}",
     }
    `);
  });

  test('has a deployment: triggers, connection, one provisioner', () => {
    const { provisioner, ...deployment } = resource.null_resource!.worker!;
    expect(deployment).toMatchInlineSnapshot(`
     {
       "connection": {
         "agent": false,
         "host": "192.0.2.1",
         "host_key": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXn",
         "port": 22,
         "private_key": "\${file("~/.ssh/ops")}",
         "script_path": ".ssh/cdktf-sidekiq-\${terraform_data.cdktf_sidekiq_hosts["192.0.2.1"].id}.sh",
         "timeout": "30s",
         "type": "ssh",
         "user": "ops",
       },
       "lifecycle": {
         "create_before_destroy": true,
       },
       "triggers": {
         "/etc/motd": "0644 root:root \${substr(local.sha256_etc_motd, 0, 12)}",
         "address": "192.0.2.1",
         "claim": "\${terraform_data.cdktf_sidekiq_hosts["192.0.2.1"].id}",
         "installer": "(its version)",
         "requires": "systemd 252, monit any, user root, group root",
       },
     }
    `);
    const [{ 'remote-exec': remote }] = provisioner as [{ 'remote-exec': { inline: string[] } }];
    expect(remote.inline.slice(0, 5)).toEqual([
      '#!/bin/sh',
      '{',
      expect.stringMatching(/^fixed_sha256=[0-9a-f]{64}$/),
      `filled_sha256=\${sha256(join(" ", [terraform_data.cdktf_sidekiq_owner.id, terraform_data.cdktf_sidekiq_hosts["192.0.2.1"].id, base64encode(terraform.workspace), local.sha256_etc_motd, "\\n"]))}`,
      '${local.cdktf_sidekiq_installer_text}',
    ]);
    expect(remote.inline.filter((line) => line.startsWith('file '))).toEqual([
      `file 0644 root root plain \${local.sha256_etc_motd} ${Buffer.from('/etc/motd').toString('base64')} \${local.base64_etc_motd}`,
    ]);
  });

  test('has a ledger that shows the text in the plan', () => {
    expect(resource.null_resource!.cdktf_sidekiq_ledger).toMatchInlineSnapshot(`
     {
       "depends_on": [
         "null_resource.worker",
       ],
       "lifecycle": {
         "create_before_destroy": true,
       },
       "triggers": {
         "/etc/motd": "\${local.text_etc_motd}",
       },
     }
    `);
  });

  test('remembers how to reach the host for its removal', () => {
    const { provisioner, ...hosts } = resource.terraform_data!.cdktf_sidekiq_hosts!;
    expect(hosts).toMatchInlineSnapshot(`
     {
       "for_each": {
         "192.0.2.1": {
           "address": "192.0.2.1",
           "bastion_address": "",
           "bastion_host_key": "",
           "bastion_key_file": "",
           "bastion_port": "",
           "bastion_user": "",
           "host_key": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXn",
           "key_file": "~/.ssh/ops",
           "login": "key",
           "owner": "\${terraform_data.cdktf_sidekiq_owner.id}",
           "port": "22",
           "script_directory": ".ssh",
           "timeout": "30s",
           "user": "ops",
         },
       },
       "input": "\${each.value}",
       "lifecycle": {
         "create_before_destroy": true,
       },
     }
    `);
    expect(provisioner).toMatchObject([
      { 'remote-exec': { when: 'destroy', connection: { host: '${self.input.address}', agent: expect.any(String) as string } } },
    ]);
  });
});

describe('stays the same', () => {
  test('in any order of construction', () => {
    expect(json((stack) => exampleStack(stack, true))).toEqual(json((stack) => exampleStack(stack)));
  });

  test('on another machine, in another directory, in another run', async () => {
    const elsewhere = async (LANG: string): Promise<string> => {
      const [cwd, HOME] = ['cwd-', 'home-'].map((name) => mkdtempSync(path.join(tmpdir(), name)));
      const tsx = path.join(__dirname, '../../node_modules/.bin/tsx');
      return (await run(tsx, [path.join(__dirname, 'example-stack.ts')], { cwd, env: { PATH: process.env.PATH, HOME, LANG, TZ: LANG } }))
        .stdout;
    };
    const [one, other] = await Promise.all([elsewhere('C'), elsewhere('tr_TR.UTF-8')]);
    expect(JSON.parse(one)).toHaveProperty('resource.null_resource.one');
    expect(other).toBe(one);
    for (const place of [tmpdir(), process.cwd(), homedir()]) expect(one).not.toContain(place);
  }, 30_000);
});

test('a changed directive is one changed line', () => {
  const [before, after] = [90, 60].map((seconds) =>
    synthesized((app) => {
      const stack = stackWithNull(app);
      service(stack, host(stack), seconds);
      return stack;
    }).split('\n'),
  ) as [string[], string[]];
  const changed = before.flatMap((line, index) => (line === after[index] ? [] : [[line.trim(), after[index]!.trim()]]));
  expect(before).toHaveLength(after.length);
  // The line itself; then the host's timeouts, in the trigger and in the document.
  expect(changed).toEqual([
    ['"TimeoutStopSec=90s",', '"TimeoutStopSec=60s",'],
    // The hash by which the host checks that it received the document that was sent.
    [expect.stringMatching(/^"fixed_sha256=[0-9a-f]{64}",$/), expect.stringMatching(/^"fixed_sha256=[0-9a-f]{64}",$/)],
    [
      expect.stringMatching(/^"service app\.service enabled keep 3 90 /),
      expect.stringMatching(/^"service app\.service enabled keep 3 60 /),
    ],
    [expect.stringMatching(/^"app\.service": "enabled, stop 90 s/), expect.stringMatching(/^"app\.service": "enabled, stop 60 s/)],
  ]);
});

test('text that Terraform would interpret is literal in every place', () => {
  const { resource } = json((stack) => {
    const on = new Host(stack, 'worker', {
      address: '192.0.2.1',
      ssh: { ...imaginarySsh, privateKey: PrivateKey.fromFile('/k/${x}') },
      instanceId: '%{i}',
    });
    const app = new SystemdService(stack, 'app', { host: on, startWhen: '/srv/${y}', service: { ExecStart: Exec.command('/bin/true') } });
    app.addFile(new HostFile(stack, 'file', { host: on, path: '/etc/${z}', content: '' }));
    new MonitCheck(stack, 'check', { service: app, matching: 'x', checkName: 'c${c}' });
  });
  const { triggers_replace, connection } = resource.terraform_data!.worker! as {
    triggers_replace: Record<string, string>;
    connection: object;
  };
  expect(triggers_replace).toMatchObject({
    instance: '%%{i}',
    '/etc/$${z}': expect.stringMatching(/^0644 root:root \$\{substr\(local\.sha256_etc_/) as string,
    'monit checks': 'c$${c}',
    'app.service': expect.stringContaining('start when /srv/$${y}, restart on /etc/$${z}') as string,
  });
  expect(connection).toMatchObject({ private_key: '${file("/k/$${x}")}' });
  expect(resource.terraform_data!.cdktf_sidekiq_hosts).toMatchObject({ for_each: { '192.0.2.1': { key_file: '/k/$${x}' } } });
});

describe('create_before_destroy', () => {
  const blocks = (build: (stack: TerraformStack) => void) =>
    Object.values(json(build).resource.terraform_data!).map(({ lifecycle }) => lifecycle);

  test('is on if hosts refer to no other resource', () => {
    const all = blocks((stack) => {
      const key = Secret.fromVariable(new TerraformVariable(stack, 'key', { sensitive: true }));
      new EnvironmentFile(stack, 'env', { host: host(stack), path: '/etc/env', variables: { KEY: key } });
    });
    expect(all).toEqual(all.map(() => ({ create_before_destroy: true })));
  });

  test('is on if text only looks like a reference', () => {
    const all = blocks((stack) => {
      new HostFile(stack, 'script', { host: host(stack), path: '/etc/a', content: '${aws_redis.a.url}' });
      const lookalike = { A: `\${aws_redis.a.url}${Lazy.stringValue({ produce: () => '${var.a}' })}` };
      new EnvironmentFile(stack, 'env', { host: host(stack, 'other', 2), path: '/etc/env', variables: lookalike });
    });
    expect(all).toEqual(all.map(() => ({ create_before_destroy: true })));
  });

  test('is on if hosts refer to another stack: its state is read, and nothing is created', () => {
    const app = testApp();
    const redis = new TerraformResource(stackWithTerraformData(app, 'redis'), 'redis', { terraformResourceType: 'aws_redis' });
    const stack = stackWithTerraformData(app);
    const url = redis.getStringAttribute('url');
    new EnvironmentFile(stack, 'env', { host: host(stack), path: '/etc/env', variables: { URL: url } });
    app.synth();
    const { resource } = JSON.parse(Testing.synth(stack)) as { resource: { terraform_data: Record<string, { lifecycle?: object }> } };
    const all = Object.values(resource.terraform_data).map(({ lifecycle }) => lifecycle);
    expect(all).toEqual(all.map(() => ({ create_before_destroy: true })));
  });

  test('is off for the whole stack as soon as one host refers to a resource', () => {
    const all = blocks((stack) => {
      host(stack);
      new EnvironmentFile(stack, 'env', {
        host: host(stack, 'other', 2),
        path: '/etc/env',
        variables: { URL: Lazy.stringValue({ produce: () => '${aws_redis.a.url}' }) },
      });
    });
    expect(all).toEqual(all.map(() => undefined));
  });
});

test('a host whose key is unavailable for the uninstall keeps its files', () => {
  const { resource } = json((stack) => {
    const key = PrivateKey.fromVariable(new TerraformVariable(stack, 'key', { sensitive: true }), { uninstall: 'leave' });
    new Host(stack, 'worker', { address: '192.0.2.1', ssh: { ...imaginarySsh, privateKey: key } });
  });
  expect(resource.terraform_data!.cdktf_sidekiq_hosts).toMatchObject({ for_each: {} });
  expect(resource.terraform_data!.cdktf_sidekiq_kept_hosts).not.toHaveProperty('provisioner');
  expect(resource.terraform_data!.worker).toMatchObject({ connection: { private_key: '${var.key}' } });
});

test('a registry without hosts stays, to uninstall the last one', () => {
  const stack = stackWithTerraformData(testApp());
  HostRegistry.of(stack);
  expect(JSON.parse(Testing.synth(stack, true))).toMatchObject({ resource: { terraform_data: { cdktf_sidekiq_hosts: { for_each: {} } } } });
});

test('terraform_data takes over the resources of null_resource', () => {
  const { moved } = json((stack) => void host(stack));
  expect(moved).toEqual(
    expect.arrayContaining([
      { from: 'null_resource.worker', to: 'terraform_data.worker' },
      { from: 'null_resource.cdktf_sidekiq_ledger', to: 'terraform_data.cdktf_sidekiq_ledger' },
    ]),
  );
});
