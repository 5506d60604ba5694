import type { Bundle } from '../../../lib/bundle';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import * as hand from '../../installer/by-hand';

const UNIT = '/etc/systemd/system/one.service';
const CHECK = '/etc/monit/conf-enabled/one';
const ENV = '/opt/one/shared/one.env';

/** The bundle of an operator who already has this service, made by hand; and a later one. */
function bundle(description: string, adopt = true): Bundle {
  const flag = adopt ? { adopt: true } : {};
  return hand.bundle({
    files: [
      { ...hand.unitFile('one.service', description), ...flag },
      hand.file(ENV, 'LEVEL=ours\n', flag),
      hand.file(CHECK, 'check process One matching "sleep infinity"\n', flag),
      hand.MONIT_SOCKET,
    ],
    services: [hand.service('one.service', { restartOn: [ENV], stabilitySeconds: 0 })],
    checks: ['One'],
    ...(adopt ? { adoptChecks: ['One'] } : {}),
  });
}

/** Files, links and systemd's loaded units. */
const STATE = `find /etc/systemd/system /etc/monit /opt/one -printf '%p %y %m %u %g %l\\n' 2>/dev/null | sort;
  find /etc/systemd/system /etc/monit /opt/one -type f -exec sha256sum {} + | sort -k2;
  systemctl show -p Description,ActiveState,UnitFileState,NeedDaemonReload,FragmentPath one.service; monit -B summary | sort`;

describeLive('adopting existing files', { needs: ['hosts'] }, () => {
  let host: TestHost;
  beforeEach(async () => {
    host = await TestHost.boot();
    await host.writeFile('/etc/monit/conf.d/socket', hand.MONIT_SOCKET.lines.join('\n'), '0600');
    await host.mustExec('systemctl restart monit; until monit -B summary >/dev/null 2>&1; do sleep 0.1; done');
  });
  afterEach(() => host?.destroy());

  const state = (): Promise<string> => host.mustExec(STATE);
  const last = async (wanted: Bundle): Promise<string> => hand.lastLine(await hand.deploy(host, wanted));

  /** Changes made by hand. */
  async function byHand(unitDirectory = '/etc/systemd/system'): Promise<string> {
    await host.writeFile(`${unitDirectory}/one.service`, hand.unitText('by hand'));
    await host.writeFile('/etc/monit/conf-available/theirs', 'check process "one" matching "sleep infinity"\n', '0600');
    await host.mustExec('ln -s ../conf-available/theirs /etc/monit/conf-enabled/theirs');
    await host.writeFile(ENV, 'LEVEL=theirs\n', '0640');
    await host.mustExec(`chown deploy:deploy ${ENV}; systemctl daemon-reload; systemctl enable -q --now one.service; monit reload`);
    await host.mustExec('until monit -B summary one >/dev/null 2>&1; do sleep 0.1; done');
    return state();
  }

  it('is refused without adopt, with the option to set for each', async () => {
    const before = await byHand();
    const { code, stdout } = await hand.deploy(host, bundle('ours', false));
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      `    Monit has a check named "one" already, in /etc/monit/conf-enabled/theirs: choose another checkName, remove that one, or take it over with adopt: true`,
      `    ${UNIT} exists, but this stack did not create it: move it away, or take it over with adopt: true`,
      `    ${ENV} exists, but this stack did not create it: move it away, or take it over with adopt: true`,
      expect.stringMatching(/^refused, nothing changed: 3 problems, the first: /),
      '',
    ]);
    expect(await state()).toBe(before);
  });

  it.each([
    ['a unit of the operator', '/etc/systemd/system'],
    ['a unit of a package', '/usr/lib/systemd/system'],
  ])('keeps the existing files and restores them: %s', async (_, directory) => {
    const before = await byHand(directory);
    const { code, stdout } = await hand.deploy(host, bundle('ours'));
    expect([code, hand.lastLine({ code, stdout, stderr: '' })]).toEqual([0, 'deployed']);
    const taken = [...(directory.startsWith('/etc') ? [UNIT] : []), ENV, '/etc/monit/conf-enabled/theirs'];
    for (const path of taken) expect(stdout).toContain(`${path}: adopted; the original is restored when this stack no longer has it\n`);
    expect(await host.mustExec(`cat ${ENV}; systemctl show -P Description one.service; ls /etc/monit/conf-enabled`)).toBe(
      'LEVEL=ours\nours\none\n',
    );
    expect(await last(bundle('ours'))).toBe('nothing to do');
    expect(await last(bundle('ours again'))).toBe('deployed');
    expect(await last(bundle('ours again', false))).toBe('nothing to do');

    const gone = await hand.uninstall(host);
    expect(gone.stdout).toContain(`${ENV}: restored as it was before this stack\n`);
    expect(gone.stdout).toContain('one.service: runs again as before this stack\n');
    expect(gone).toMatchObject({ code: 0, stderr: '' });
    expect(await state()).toBe(before);
    expect(await host.mustExec('ls -d /var/lib/cdktf-sidekiq 2>/dev/null; true')).toBe('');
  });

  it('restores a file that is no longer in the bundle, and adopts it again', async () => {
    await byHand();
    const ours = bundle('ours');
    expect(await last(ours)).toBe('deployed');
    const less = {
      ...ours,
      files: ours.files.filter(({ path }) => path !== ENV),
      services: [hand.service('one.service', { stabilitySeconds: 0 })],
    };
    expect(await last(less)).toBe('deployed');
    expect(await host.mustExec(`cat ${ENV}; stat -c '%a %U %G' ${ENV}`)).toBe('LEVEL=theirs\n640 deploy deploy\n');
    await host.mustExec(`echo LEVEL=later >${ENV}`);
    expect(await last(ours)).toBe('deployed');
    expect(await hand.uninstall(host)).toMatchObject({ code: 0, stderr: '' });
    expect(await host.readFile(ENV)).toBe('LEVEL=later\n');
  });

  it('changes nothing when it fails, and the previous service keeps running', async () => {
    const before = await byHand();
    const broken = bundle('ours');
    const files = broken.files.map((file) =>
      file.path === UNIT ? hand.unitFile('one.service', 'ours', ['ExecStartPre=/bin/false']) : file,
    );
    expect(await last({ ...broken, files: files.map((file) => ({ ...file, adopt: true })) })).toMatch(
      /^failed, rolled back: one\.service /,
    );
    expect(await state()).toBe(before);
    expect(await host.mustExec('ls /var/lib/cdktf-sidekiq/owners/*/ 2>/dev/null; true')).toBe('');
  });

  it('refuses a control file that has more than the check', async () => {
    await byHand();
    await host.mustExec('echo "check file hosts path /etc/hosts" >>/etc/monit/conf-available/theirs');
    expect(await last(bundle('ours'))).toBe(
      'refused, nothing changed: /etc/monit/conf-enabled/theirs contains more than the check to be adopted: move that check to a file of its own',
    );
  });

  it('refuses the files of another stack', async () => {
    expect((await hand.deploy(host, bundle('theirs', false), { owner: 'b0000000-0000-4000-8000-000000000002', stack: 'web' })).code).toBe(
      0,
    );
    const more = bundle('ours');
    expect(await last({ ...more, files: [...more.files, hand.unitFile('two.service', 'two')] })).toMatch(
      /^refused, nothing changed: \d problems, the first: .*(belongs to another stack, "web"|Monit has a check named "One" already)/,
    );
  });
});
