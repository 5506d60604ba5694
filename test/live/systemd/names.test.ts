import { Exec, renderUnitFile, ServiceUnit, unitFileIssues } from '../../../lib/systemd';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { SUITES } from '../../hosts/rootfs';

const ESCAPED = 'disk-by\\x2dlabel.service';

describeLive('names of units with a backslash, on Debian', { needs: ['hosts'] }, () => {
  it.each(SUITES)('%s: each directive of [Install] refers to the given unit', async (suite) => {
    const host = await TestHost.boot({ suite });
    try {
      const main = serviceOf('main.service');
      main.install.set({ WantedBy: ESCAPED, RequiredBy: ESCAPED, Alias: 'also\\x2dmain.service', Also: ESCAPED });
      const other = serviceOf(ESCAPED);
      other.install.set({ WantedBy: 'multi-user.target' });
      for (const unit of [main, other]) await host.writeFile(`/etc/systemd/system/${unit.name}`, renderUnitFile(unit));

      expect(await host.exec(['systemctl', 'enable', 'main.service'])).toMatchObject({ code: 0 });
      expect((await host.exec(['systemctl', 'is-enabled', 'main.service', ESCAPED])).stdout).toBe('enabled\nenabled\n');
      const links = await host.mustExec(['find', '/etc/systemd/system', '-type', 'l', '-newer', `/etc/systemd/system/${ESCAPED}`]);
      expect(links.trim().split('\n').sort()).toEqual(
        [
          'also\\x2dmain.service',
          `${ESCAPED}.requires/main.service`,
          `${ESCAPED}.wants/main.service`,
          `multi-user.target.wants/${ESCAPED}`,
        ].map((link) => `/etc/systemd/system/${link}`),
      );
    } finally {
      host.destroy();
    }
  });

  it.each(SUITES)('%s: only Also= reads a backslash as an escape', async (suite) => {
    const host = await TestHost.boot({ suite });
    try {
      await host.writeFile(`/etc/systemd/system/${ESCAPED}`, '[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n');
      await host.writeFile('/etc/systemd/system/main.service', `[Service]\nExecStart=/bin/true\n[Install]\nAlso=${ESCAPED}\n`);

      await host.exec(['systemctl', 'enable', 'main.service']);
      expect((await host.exec(['systemctl', 'is-enabled', ESCAPED])).stdout).toBe('disabled\n');
    } finally {
      host.destroy();
    }
  });
});

function serviceOf(name: string): ServiceUnit {
  const unit = new ServiceUnit(name);
  unit.service.set({ ExecStart: Exec.command('/bin/true'), User: 'root' });
  expect(unitFileIssues(unit).filter(({ severity }) => severity === 'error')).toEqual([]);
  return unit;
}
