import { Duration, MonitCheck, PidfileHooks, restart, SidekiqService, Size, when, type Bundle } from '../../lib';
import { bundleOf } from '../../test/support/bundles';

/** Bundle of the README's program, without a stability time; `concurrency` is the line that changes. */
export function workersBundle(concurrency: number): Bundle {
  return bundleOf((stack, host) => {
    const sidekiq = new SidekiqService(stack, 'sidekiq', {
      host,
      version: '6.5',
      workingDirectory: '/opt/myapp/current',
      configFile: '/opt/myapp/shared/config/sidekiq.yml',
      environment: 'production',
      user: 'deploy',
      require: './app.rb',
      concurrency,
      stability: Duration.seconds(0),
    });
    const pidfile = new PidfileHooks(stack, 'pidfile', { service: sidekiq });
    new MonitCheck(stack, 'monit', {
      service: sidekiq,
      pidfile,
      rules: [when.totalMemory.above(Size.mebibytes(800)).forCycles(3).do(restart())],
    });
  });
}
