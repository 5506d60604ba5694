import { AllExcept, Exec, OptionalPath, ServiceUnit, type ServiceDirectives } from '../../../lib/systemd';
import { lintUnitFile } from '../../../lib/systemd/lint/lint-unit-file';
import { placeText } from '../../../lib/values';

function codes(service: ServiceDirectives): readonly string[] {
  const file = new ServiceUnit('sidekiq.service');
  file.service.set({ User: 'deploy', Type: 'notify', ExecStart: Exec.command('/usr/bin/bundle', ['exec', 'sidekiq']), ...service });
  return lintUnitFile(file).map(({ code, place }) => `${code} ${placeText(place)}`);
}

test.each<[ServiceDirectives, string[]]>([
  [{ RestrictAddressFamilies: [AllExcept.of('AF_UNIX')] }, ['unit/sandboxed-from-notify service.RestrictAddressFamilies']],
  [{ RestrictAddressFamilies: [AllExcept.of('AF_NETLINK')] }, []],
  [{ RestrictAddressFamilies: ['AF_UNIX', 'AF_INET'] }, []],
  [
    { RestrictAddressFamilies: ['AF_UNIX', 'AF_INET', AllExcept.of('AF_INET')] },
    ['unit/sandboxed-from-redis service.RestrictAddressFamilies'],
  ],
  [{ InaccessiblePaths: [OptionalPath.of('/run/systemd')] }, ['unit/sandboxed-from-notify service.InaccessiblePaths']],
  [{ InaccessiblePaths: [OptionalPath.of('/run/docker.sock')] }, []],
  [{ ReadWritePaths: ['/var/lib/app', '/srv'], StateDirectory: ['app'] }, []],
  [{ ReadWritePaths: ['/var/lib/app'], StateDirectory: ['other'] }, ['unit/writable-path-must-exist service.ReadWritePaths[0]']],
  [{ ProtectHome: 'tmpfs', WorkingDirectory: '/root/app' }, ['unit/home-hidden service.ProtectHome']],
  [{ ProtectHome: true, WorkingDirectory: '/opt/home/app' }, []],
  [{ KillMode: 'mixed', ExecStart: Exec.command('/bin/sh', ['-c', 'exec sidekiq']) }, []],
  [{ KillMode: 'mixed', ExecStart: Exec.command('/bin/sh', ['-c', 'a | b']) }, ['unit/mixed-behind-shell service.KillMode']],
  [{ UMask: '0002' }, []],
  [{ UMask: '0770' }, ['unit/world-writable-umask service.UMask']],
  [
    {
      Environment: {
        DATABASE_URL: 'postgres://app:pw@db/app',
        AWS_SECRET_ACCESS_KEY: 'x',
        API_TOKEN_FILE: '/etc/x',
        TOKEN_TTL: '5',
        SECRET_KEY_BASE: '',
      },
    },
    ['secret/in-unit-file service.Environment.DATABASE_URL', 'secret/in-unit-file service.Environment.AWS_SECRET_ACCESS_KEY'],
  ],
  [{ ExecStart: Exec.command('/usr/bin/sidekiq', ['--concurrency=200']) }, ['unit/few-open-files service.LimitNOFILE']],
  [{ ExecStart: Exec.command('/usr/bin/sidekiq', ['-c', '25']) }, []],
  [{ Type: 'exec' }, ['unit/use-type-notify service.Type']],
  [{ Type: 'forking' }, []],
  [{ Type: 'simple', ExecStart: Exec.command('/usr/bin/clockwork', ['puma.rb']) }, []],
])('%#: %j', (service, found) => {
  expect(codes(service)).toEqual(found);
});

test('never shows a secret', () => {
  const file = new ServiceUnit('x.service');
  file.service.set({ ExecStart: Exec.command('/bin/true'), Environment: { REDIS_URL: 'redis://:hunter2@127.0.0.1' } });
  expect(JSON.stringify(lintUnitFile(file))).not.toContain('hunter2');
});
