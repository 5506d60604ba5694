import fc from 'fast-check';
import { AllExcept, directiveTable, Exec, OptionalPath, Output, renderUnitFile, ServiceUnit } from '../../lib/systemd';
import { Duration, Percent, Size } from '../../lib/values';
import { runs } from '../support/runs';

describe('renderUnitFile', () => {
  it('doubles the backslash of a unit name in Also= and Sockets=, where systemd reads it as an escape', () => {
    const service = new ServiceUnit('x.service');
    service.service.set({ Sockets: ['a\\x2db.socket'] });
    expect(renderUnitFile(service)).toBe('[Service]\nSockets=a\\\\x2db.socket\n');
    const unit = new ServiceUnit('x.service');
    unit.install.set({ Also: ['a\\x2db.service', 'c.service'], WantedBy: 'a\\x2db.target' });
    expect(renderUnitFile(unit)).toBe('[Install]\nWantedBy=a\\x2db.target\nAlso=a\\\\x2db.service c.service\n');
  });

  it('writes sections and directives in a fixed order', () => {
    const unit = new ServiceUnit('sidekiq.service');
    unit.install.set({ WantedBy: 'multi-user.target' });
    unit.service.set({
      MemoryMax: Size.mebibytes(800),
      CPUQuota: Percent.of(150),
      EnvironmentFile: ['/etc/default/app', OptionalPath.of('/etc/app 100%')],
      Environment: { RAILS_ENV: 'production', NOTE: 'a "b" 5% $c' },
      TimeoutStopSec: Duration.seconds(30),
      SystemCallFilter: ['@system-service', '@network-io', AllExcept.of('@privileged', '@resources'), 'ptrace'],
      StandardOutput: Output.append('/var/log/app.log'),
      CapabilityBoundingSet: [],
      ExecStart: Exec.command('/opt/my app/bin', ['-e', 'a b', '$HOME', ';', '', Exec.env('PORT'), Exec.envWords('OPTS')], {
        argv0: 'app',
        ignoreFailure: true,
      }),
      ExecStartPre: [
        Exec.command('/bin/a', ['$x'], { noEnvironmentExpansion: true }),
        Exec.command('/bin/b', [], { fullPrivileges: true }),
      ],
      BindPaths: [{ source: '/a:b', destination: '/c', optional: true, recursive: false }],
      RuntimeDirectory: ['app', 'app/a b'],
      Type: 'notify',
    });
    unit.unit.set({ After: ['network.target', 'redis-server.service'], Description: '100% of it' });
    expect(renderUnitFile(unit)).toMatchInlineSnapshot(`
     "[Unit]
     Description=100%% of it
     After=network.target redis-server.service

     [Service]
     Type=notify
     ExecStartPre=:/bin/a "$x"
     ExecStartPre=+/bin/b
     ExecStart=-@"/opt/my app/bin" app -e "a b" "$$HOME" ";" "" \${PORT} $OPTS
     TimeoutStopSec=30s
     Environment=RAILS_ENV=production
     Environment="NOTE=a \\"b\\" 5%% $c"
     EnvironmentFile=/etc/default/app
     EnvironmentFile=-/etc/app 100%%
     StandardOutput=append:/var/log/app.log
     RuntimeDirectory=app app/a\\x20b
     CapabilityBoundingSet=
     BindPaths="-/a\\:b":/c:norbind
     SystemCallFilter=@system-service @network-io
     SystemCallFilter=~@privileged @resources
     SystemCallFilter=ptrace
     MemoryMax=800M
     CPUQuota=150%

     [Install]
     WantedBy=multi-user.target
     "
    `);
  });

  it('omits values with errors, and renders the rest', () => {
    const unit = new ServiceUnit('sidekiq.service');
    unit.unit.set({ Description: 'a\n[Service]\nUser=root' });
    unit.service.set({ User: 'deploy', Environment: { A: '1', 'B\n': '2' }, Nice: 20 });
    expect(renderUnitFile(unit)).toBe('[Service]\nUser=deploy\nEnvironment=A=1\n');
  });

  it('is empty for an empty unit', () => {
    expect(renderUnitFile(new ServiceUnit('x.service'))).toBe('');
  });

  it('never throws, and writes only lines that it knows, for any values from JavaScript', () => {
    const names = directiveTable().map((row) => row.name);
    const line = new RegExp(`^(\\[(Unit|Service|Install)\\]|(${names.join('|')})=.*|)$`);
    const anything = fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names, 'toString', '__proto__', 'x'), anything), (directives) => {
        const unit = new ServiceUnit('x.service');
        unit.service.set(directives);
        unit.unit.set(directives);
        const text = renderUnitFile(unit);
        expect(text.split('\n').filter((one) => !line.test(one))).toEqual([]);
        expect(text).not.toMatch(/[\0\r]|\\\n/);
      }),
      { numRuns: runs(500) },
    );
  });
});
