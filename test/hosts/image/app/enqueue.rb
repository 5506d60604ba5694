# ruby enqueue.rb [COUNT [SECONDS]]: enqueues COUNT jobs of SECONDS each.
require_relative 'app'

count, seconds = ARGV
Integer(count || 1).times { CountingJob.perform_async(Float(seconds || 0)) }
