import type { Bundle } from '../../../../lib/bundle';
import * as hand from '../../../installer/by-hand';
import { bundleOf, NEW, OLD } from './bundles';
import { faultsOf } from './trial';

/** A new bundle whose service fails; the deployment after it is the old one again. */
const FAILING: readonly (readonly [id: string, unit: readonly string[]])[] = [
  ['crash-before-ready', ['ExecStartPre=/bin/sh -c "echo no such table: jobs >&2; exit 3"']],
  ['crash-after-ready', ['ExecStartPost=/bin/sh -c "(sleep 0.4; kill -9 $MAINPID) &"', 'Restart=always']],
  ['end-after-ready', ['ExecStart=', "ExecStart=/bin/sh -c 'systemd-notify --ready; sleep 0.3'"]],
  ['hang-at-start', ['ExecStartPre=/bin/sleep 60', 'TimeoutStartSec=1']],
  ['condition-unmet', ['[Unit]', 'ConditionPathExists=/opt/none', '[Service]']],
  ['working-directory-missing', ['WorkingDirectory=/opt/none']],
  ['working-directory-forbidden', ['WorkingDirectory=/root', 'User=deploy']],
  ['environment-file-missing', ['EnvironmentFile=/etc/none.env']],
  ['unit-user-missing', ['User=nobodyhere']],
  ['unit-group-missing', ['Group=nobodyhere']],
];

/** A new bundle that is refused. */
const REFUSED: readonly (readonly [id: string, bundle: Bundle])[] = [
  ['line-ignored', bundleOf('new', { unit: ['MemoryMax=512MB'] })],
  ['executable-missing', bundleOf('new', { unit: ['ExecStart=', 'ExecStart=/opt/none/run'] })],
  ['user-missing', { ...NEW, requires: { ...NEW.requires, users: ['nobodyhere'] } }],
  ['group-missing', { ...NEW, requires: { ...NEW.requires, groups: ['nobodyhere'] } }],
  ['file-owner-missing', { ...NEW, files: [...NEW.files, hand.file('/opt/one/owned', 'x\n', { user: 'nobodyhere' })] }],
  ['program-missing', { ...NEW, requires: { ...NEW.requires, programs: ['nonesuch'] } }],
  ['secret-missing', { ...NEW, requires: { ...NEW.requires, files: ['/etc/myapp/slack-webhook'] } }],
];

const CODE = '/opt/one/current/run';
const WAITING = bundleOf('new', { unit: ['ExecStart=', `ExecStart=${CODE}`], service: { startWhen: CODE } });

faultsOf('the service', [OLD, NEW, WAITING], (fault) => {
  for (const [id, unit] of FAILING) {
    fault(id, async (trial) => {
      await trial.begin(OLD);
      await trial.deploys(bundleOf('new', { unit }));
      await trial.next(OLD);
    });
  }

  for (const [id, bundle] of REFUSED) {
    fault(id, async (trial) => {
      await trial.begin(OLD);
      await trial.deploys(bundle);
      await trial.next(NEW);
    });
  }

  fault('code-missing', async (trial) => {
    await trial.begin();
    const outcome = await hand.deploy(trial.host, WAITING);
    expect(outcome.stdout).toContain(`one.service: installed, waiting for code (${CODE} is missing)\n`);
    await trial.judge(outcome, WAITING);
    expect((await hand.deploy(trial.host, WAITING)).stdout).toBe('one.service: still waiting for code\nnothing to do\n');
    await trial.host.writeFile(CODE, '#!/bin/sh\nsystemd-notify --ready; exec sleep infinity\n', '0755');
    const next = await hand.deploy(trial.host, WAITING);
    expect(hand.lastLine(next)).toMatch(trial.row.next);
    expect(next.stdout).toMatch(/^one\.service: active/);
  });

  fault('code-gone', async (trial) => {
    await trial.host.writeFile(CODE, '#!/bin/sh\nsystemd-notify --ready; exec sleep infinity\n', '0755');
    await trial.begin(bundleOf('old', { unit: ['ExecStart=', `ExecStart=${CODE}`], service: { startWhen: CODE } }));
    await trial.harm.run(`mv ${CODE} /root/code`, `mv /root/code ${CODE}`);
    await trial.begin();
    await trial.deploys(WAITING);
    await trial.harm.lift();
    expect(hand.lastLine(await hand.deploy(trial.host, WAITING))).toMatch(trial.row.next);
  });

  fault('unit-packaged', async (trial) => {
    await trial.begin();
    await trial.host.writeFile('/usr/lib/systemd/system/one.service', hand.unitText('packaged'));
    await trial.harm.run('systemctl daemon-reload', 'rm /usr/lib/systemd/system/one.service; systemctl daemon-reload');
    await trial.begin();
    await trial.deploys(NEW);
    await trial.harm.lift();
    await trial.next(NEW);
  });

  fault('unit-masked', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.run(
      'mv /etc/systemd/system/one.service /root/one.service; systemctl mask one.service',
      'systemctl unmask one.service',
    );
    await trial.begin();
    await trial.deploys(NEW);
    await trial.harm.lift();
    await trial.next(NEW);
  });

  fault('unit-foreign', async (trial) => {
    await trial.host.writeFile('/etc/systemd/system/one.service', hand.unitText('by hand'));
    await trial.harm.run('systemctl daemon-reload', 'rm /etc/systemd/system/one.service; systemctl daemon-reload');
    await trial.begin();
    await trial.deploys(NEW);
    await trial.harm.lift();
    await trial.next(NEW);
  });
});
