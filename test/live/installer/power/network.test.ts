import path from 'node:path';

import type { Bundle } from '../../../../lib/bundle';
import { describeLive } from '../../../hosts/describe-live';
import { TestHost } from '../../../hosts/host';
import { judge } from '../../../support/power/judge';
import { readTree } from '../../../support/power/tree';
import * as hand from '../../../installer/by-hand';
import { TREES } from './transactions';
import { Unanswered } from './unanswered';

/** A target on a mount of its own, and a service that takes a while. */
function bundle(kind: string): Bundle {
  return hand.bundle({
    files: [hand.unitFile('one.service', kind), hand.file('/srv/net/share/env', `LEVEL=${kind}\n`)],
    services: [hand.service('one.service', { restartOn: ['/srv/net/share/env'], stabilitySeconds: kind === 'new' ? 60 : 0 })],
  });
}

describeLive('a power cut, and then a target that does not answer', { needs: ['hosts', 'power'] }, () => {
  let host: TestHost;
  let unanswered: Unanswered | undefined;
  beforeAll(async () => {
    host = await TestHost.boot();
  });
  afterAll(() => {
    unanswered?.close();
    host.destroy();
  });

  test('the host boots, and the next boot puts everything back', async () => {
    const { code, stdout } = await hand.deploy(host, bundle('old'));
    expect({ code, stdout }).toMatchObject({ code: 0 });
    const before = readTree(host.rootDirectory, TREES);
    const cut = hand.deploy(host, bundle('new'));
    await host.until('[ "$(systemctl show -P Description one.service)" = new ]');
    host.kill();
    await cut.catch(() => undefined);

    unanswered = await Unanswered.mount(path.join(host.rootDirectory, 'srv/net'));
    await host.boot();
    // What can't be reached is not taken for done.
    expect(await host.mustExec('ls -d /var/lib/cdktf-sidekiq/owners/*/open')).toMatch(/open\n$/);

    host.kill();
    unanswered.close();
    await host.boot();
    await host.until('! ls -d /var/lib/cdktf-sidekiq/owners/*/open 2>/dev/null');
    expect(judge(readTree(host.rootDirectory, TREES), before, before, false)).toEqual({ state: 'new', complaints: [] });
  });
});
