import { Platform } from '../../../lib';

test.each([
  ['Debian 11', Platform.DEBIAN_11, 247, '5.27.2', false],
  ['Debian 12', Platform.DEBIAN_12, 252, '5.33.0', false],
  ['Debian 13', Platform.DEBIAN_13, 257, '5.34.3', true],
  ['Debian 14', Platform.DEBIAN_14, 262, '6.0.0', true],
  ['systemd 255 and Monit "5.33"', Platform.of({ systemd: 255, monit: '5.33' }), 255, '5.33', false],
])('%s', (name, platform, systemd, monit, monitSandboxed) => {
  expect(platform).toMatchObject({ name, systemd, monit, monitSandboxed });
  expect(platform.problem()).toBeUndefined();
});

test.each([undefined, null, {}, { systemd: '252', monit: '5.33.0' }, { systemd: 252, monit: 5.33 }, { systemd: 252.5, monit: '5.33' }])(
  '%j is not a platform',
  (props) => {
    expect(Platform.of(props as never).problem()).toMatch(/^(systemd|monit) is .*, but must be a /);
  },
);
