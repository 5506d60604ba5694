import type { TerraformStack } from 'cdktf';

import { hostFiles } from '../../../lib/testing';
import { postStack } from '../../constructs/post-stack';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { INTENDED_TEXT, POST_TEXT } from '../../monit/post';
import { imaginarySsh, stackWithTerraformData, testApp } from '../../support/stacks';
import { postText } from '../../systemd/post';

const UNIT = '/etc/systemd/system/sidekiq.service';
const CHECK = '/etc/monit/conf.d/sidekiq';

/** Files that our constructs put on the host. */
function ours(): Record<string, string> {
  const stack: TerraformStack = stackWithTerraformData(testApp());
  postStack(stack, { address: '203.0.113.10', ssh: imaginarySsh });
  const [files] = Object.values(hostFiles(stack));
  return files!;
}

/**
 * Normalises a property for the comparison. systemd lists units in no order; and a `$` inside a word, which it leaves to the
 * shell, is written once by the post and twice by us.
 */
function normal(property: string): string {
  const [, name, units] = /^(After|Before|Requires|Wants|WantedBy|Conflicts)=(.*)$/.exec(property) ?? [];
  return units === undefined ? property.replaceAll('$$', '$') : `${name}=${units.split(' ').sort().join(' ')}`;
}

const theirUnit = postText();

(theirUnit === undefined ? describe.skip : describe)(
  `the post${theirUnit === undefined ? ' (skipped, it is not beside this repository)' : ''}`,
  () =>
    describeLive('with our constructs', { needs: ['hosts'] }, () => {
      let host: TestHost;
      beforeAll(async () => {
        host = await TestHost.boot();
      });
      afterAll(() => host.destroy());

      /** Returns every property of the unit, and its enablement. */
      async function shown(text: string): Promise<readonly string[]> {
        await host.writeFile(UNIT, text);
        await host.mustExec('systemctl daemon-reload && systemctl enable --quiet sidekiq');
        const links = await host.mustExec('find /etc/systemd/system -name sidekiq.service -printf "%p -> %l\n"');
        const properties = await host.mustExec('systemctl show --all sidekiq.service');
        await host.mustExec('systemctl disable --quiet sidekiq');
        return [...links.split('\n'), ...properties.split('\n').map(normal)].sort();
      }

      /** Returns the whole configuration as Monit parsed it, without the lines that contain line numbers. */
      async function dump(text: string): Promise<readonly string[]> {
        await host.writeFile(CHECK, text, '0600');
        return (await host.mustExec('timeout -k 2 20 monit -tv 2>&1')).split('\n').filter((line) => !line.startsWith(`${CHECK}:`));
      }

      test('has the same meaning for systemd as the post’s unit, property by property', async () => {
        const differences = (left: readonly string[], right: readonly string[]) => left.filter((line) => !right.includes(line));
        const post = await shown(theirUnit!);
        const constructs = await shown(ours()[UNIT]!);

        expect(post).toContain('WorkingDirectory=/opt/myapp/current');
        expect({ post: differences(post, constructs), constructs: differences(constructs, post) }).toEqual({ post: [], constructs: [] });
      });

      test('has the same meaning for Monit as the post’s check, with its quote corrected', async () => {
        await host.writeFile('/etc/monit/slack_notifier.sh', '#!/bin/sh\n', '0755');
        const constructs = await dump(ours()[CHECK]!);

        expect(constructs).toEqual(await dump(INTENDED_TEXT));
        const asWritten = await dump(POST_TEXT);
        const words = 'as uid deploy and gid deploy';
        expect(asWritten.filter((line) => !constructs.includes(line))).toEqual([
          ` Start program        = '/bin/bash -l -c sudo systemctl start sidekiq ${words}' timeout 20 s`,
          ` Stop program         = '/bin/bash -l -c sudo systemctl stop sidekiq ${words}' timeout 20 s`,
        ]);
      });
    }),
);
