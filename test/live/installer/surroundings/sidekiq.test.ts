import type { Bundle } from '../../../../lib';
import { Duration, Platform, SidekiqService, type SidekiqServiceProps } from '../../../../lib';
import { bundleOf as bundleOfStack } from '../../../support/bundles';
import { faultsOf } from './trial';

/** A real Sidekiq 6.4 with the test hosts' app and the construct's unit; its description names the level. */
function sidekiq(level: string, props: Partial<SidekiqServiceProps> = {}): Bundle {
  const bundle = bundleOfStack(
    (stack, host) =>
      new SidekiqService(stack, 'one', {
        host,
        version: '6.4',
        workingDirectory: '/opt/myapp/current',
        configFile: '/opt/myapp/shared/config/sidekiq.yml',
        require: './app.rb',
        user: 'deploy',
        stability: Duration.seconds(2),
        ...props,
      }),
    { platform: Platform.DEBIAN_12 },
  );
  const describe = (line: string): string => line.replace(/^Description=.*/, `Description=${level}`);
  return { ...bundle, files: bundle.files.map((file) => ({ ...file, lines: file.lines.map(describe) })) };
}

const OLD = sidekiq('old');
const NEW = sidekiq('new');
const APP = '/opt/myapp/current/app.rb';

faultsOf('a real Sidekiq', [OLD, NEW], (fault) => {
  fault('sidekiq-redis-down', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.run('systemctl stop redis-server.service', 'systemctl start redis-server.service');
    await trial.deploys(NEW);
    await trial.harm.lift();
    await trial.next(NEW);
  });

  fault('sidekiq-redis-refuses', async (trial) => {
    await trial.begin(OLD);
    await trial.deploys(sidekiq('new', { environmentVariables: { REDIS_URL: 'redis://127.0.0.1:6390/0' } }));
    await trial.next(OLD);
  });

  fault('sidekiq-crashes-at-boot', async (trial) => {
    await trial.begin(OLD);
    await trial.deploys(sidekiq('new', { require: './none.rb' }));
    await trial.next(OLD);
  });

  fault('sidekiq-code-broken', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.run(`cp -a ${APP} /root/app.rb && echo 'raise "no such table: jobs"' >>${APP}`, `mv /root/app.rb ${APP}`);
    await trial.deploys(NEW);
    await trial.harm.lift();
    await trial.next(NEW);
  });

  fault('sidekiq-crashes-later', async (trial) => {
    await trial.begin(OLD);
    // One second after it reported that it is ready.
    await trial.host.writeFile(
      '/opt/myapp/current/crashes.rb',
      "require_relative 'app'\nSidekiq.configure_server { |config| config.on(:startup) { Thread.new { sleep 1; warn 'out of file handles'; exit!(3) } } }\n",
    );
    await trial.deploys(sidekiq('new', { require: './crashes.rb' }));
    await trial.next(OLD);
  });

  fault('sidekiq-directory-missing', async (trial) => {
    await trial.begin(OLD);
    await trial.harm.run('mv /opt/myapp/current /opt/myapp/away', 'mv /opt/myapp/away /opt/myapp/current');
    await trial.deploys(NEW);
    await trial.harm.lift();
    await trial.next(NEW);
  });
});
