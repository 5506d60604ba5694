# ruby enqueue.rb [COUNT [SECONDS]]: that many jobs of that length.
require_relative 'app'

count, seconds = ARGV
Integer(count || 1).times { CountingJob.perform_async(Float(seconds || 0)) }
