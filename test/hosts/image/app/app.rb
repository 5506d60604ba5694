# The smallest app that shows Sidekiq's activity: every job is counted in Redis.
require 'sidekiq'

Redis.silence_deprecations = true if defined?(Redis) && Redis.respond_to?(:silence_deprecations=)

# Makes the boot slow on request: `Environment=BOOT_SECONDS=12`.
sleep ENV.fetch('BOOT_SECONDS', '0').to_f

# Waits, then counts: jobs:started rises when it begins, jobs:done when it ends.
class CountingJob
  include Sidekiq::Worker

  def perform(seconds = 0)
    Sidekiq.redis { |redis| redis.incr('jobs:started') }
    sleep seconds.to_f
    Sidekiq.redis { |redis| redis.incr('jobs:done') }
  end
end

# Allocates memory for a while, in MiB.
class HungryJob
  include Sidekiq::Worker

  def perform(mebibytes, seconds = 0)
    ballast = 'x' * (mebibytes * 1024 * 1024)
    sleep seconds.to_f
    ballast.clear
  end
end
