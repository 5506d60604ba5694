# The application of the job tests: every run of a job is recorded in Redis, when it starts and when it ends.
require 'sidekiq'

Redis.silence_deprecations = true if defined?(Redis) && Redis.respond_to?(:silence_deprecations=)

raise 'a release that does not boot' if ENV['BAD_RELEASE']

class RecordedJob
  include Sidekiq::Worker

  def perform(id, milliseconds, cpu)
    Sidekiq.redis { |redis| redis.hincrby('jobs:started', id, 1) }
    cpu ? burn(milliseconds) : sleep(milliseconds / 1000.0)
    Sidekiq.redis { |redis| redis.hincrby('jobs:ended', id, 1) }
  end

  private

  # Computes until the time is up, so that a job takes the given time.
  def burn(milliseconds)
    ending = clock + milliseconds
    1000.times { Math.sqrt(rand) } until clock >= ending
  end

  def clock
    Process.clock_gettime(Process::CLOCK_MONOTONIC, :millisecond)
  end
end

# Continues until the test releases it, however slow the machine is.
class HeldJob
  include Sidekiq::Worker

  def perform(id)
    Sidekiq.redis { |redis| redis.hincrby('jobs:started', id, 1) }
    sleep 0.1 until Sidekiq.redis { |redis| redis.hget('jobs:released', id) }
    Sidekiq.redis { |redis| redis.hincrby('jobs:ended', id, 1) }
  end
end
