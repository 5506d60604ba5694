# ruby feeder.rb SEED LONGEST_MS: keeps a few jobs waiting until Redis has `jobs:enough`. Most are short, some compute; only a few long
# ones are unfinished at a time, because they would take all threads.
require_relative 'recorded_job'

WAITING = 10
LONG_MS = 5_000
UNFINISHED_LONG = 4

random = Random.new(Integer(ARGV.fetch(0)))
longest = Integer(ARGV.fetch(1))
long = []

draw = lambda do
  case random.rand
  when 0...0.75 then random.rand(50..500)
  when 0.75...0.93 then random.rand(500..3_000)
  when 0.93...0.98 then random.rand(3_000..[15_000, longest].min)
  else random.rand([15_000, longest].min..longest)
  end
end

redis = ->(*command) { Sidekiq.redis { |connection| connection.public_send(*command) } }
number = 0
until redis.call(:get, 'jobs:enough')
  if redis.call(:llen, 'queue:default') < WAITING
    milliseconds = draw.call
    cpu = random.rand < 0.15
    long.reject! { |id| redis.call(:hget, 'jobs:ended', id) }
    milliseconds = 50 + milliseconds % 1_000 if milliseconds > LONG_MS && long.size >= UNFINISHED_LONG
    id = "#{number += 1}"
    long << id if milliseconds > LONG_MS
    redis.call(:hset, 'jobs:pushed', id, "#{milliseconds} #{cpu ? 'cpu' : 'sleep'}")
    RecordedJob.perform_async(id, milliseconds, cpu)
  end
  sleep random.rand(0.02..0.15)
end
