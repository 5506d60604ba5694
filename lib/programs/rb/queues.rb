# Reads what Monit needs to know about a Sidekiq from its Redis. Runs as the service's user, with the service's environment, and
# finds Redis as Sidekiq does: in the variable that REDIS_PROVIDER names, or in REDIS_URL. Needs no gem, so that it starts
# quickly.
#
#     queues.rb [VARIABLE [NAMESPACE]]    the variable to use instead; redis-namespace's name
#
# The credential `redis-url`, if there is one, is the URL itself.
#
# Prints lines of words separated by tabs: `queue NAME JOBS SECONDS` (how long its oldest job has been waiting), `retry JOBS`,
# `dead JOBS`, and at the end `read`; or `error CAUSE`.
require 'json'
require 'socket'
require 'timeout'
require 'uri'

# Anyone who can write to Redis chooses the names, and what is printed is stored in root's /run.
MOST_QUEUES = 500
LONGEST_NAME = 200
LARGEST_ANSWER = 16 * 1024 * 1024

# A connection that implements only the part of the Redis protocol that is needed here.
class Connection
  def initialize(url)
    @io = open_to(url)
    return unless url.password

    user, password = [url.user, url.password].map { |part| URI.decode_www_form_component(part.to_s.gsub('+', '%2B')) }
    begin
      call(*['AUTH', user, password].reject(&:empty?))
    rescue RuntimeError
      raise if user.empty?

      call('AUTH', password)
    end
  end

  def call(*words)
    @io.write("*#{words.size}\r\n" + words.map { |word| "$#{word.to_s.bytesize}\r\n#{word}\r\n" }.join)
    answer
  end

  private

  def open_to(url)
    return UNIXSocket.new(url.path) if url.scheme == 'unix'

    tcp = Socket.tcp(url.hostname, url.port || 6379, connect_timeout: 5)
    return tcp if url.scheme == 'redis'

    require 'openssl'
    context = OpenSSL::SSL::SSLContext.new
    context.set_params
    tls = OpenSSL::SSL::SSLSocket.new(tcp, context)
    tls.hostname = url.hostname
    tls.connect
    tls.post_connection_check(url.hostname)
    tls
  end

  def answer
    line = @io.gets("\r\n", 1024) or raise 'Redis has closed the connection'
    rest = line[1..-3]
    case line[0]
    when '+' then rest
    when '-' then raise "Redis says: #{rest}"
    when ':' then rest.to_i
    when '$' then rest == '-1' ? nil : @io.read(bounded(rest) + 2)[0..-3]
    when '*' then Array.new(bounded(rest)) { answer }
    else raise 'this is no Redis'
    end
  end

  def bounded(size)
    raise 'Redis answers with more than there is room for' if size.to_i > LARGEST_ANSWER

    [size.to_i, 0].max
  end
end

# Returns the names of the queues, in order. Reads them in portions, because all at once may be more than there is room for.
def queues_of(redis, key)
  names = []
  cursor = '0'
  loop do
    cursor, found = redis.call('SSCAN', key, cursor, 'COUNT', '500')
    names |= found.select { |name| name.bytesize <= LONGEST_NAME }
    return names.sort.first(MOST_QUEUES) if cursor == '0' || names.size >= MOST_QUEUES
  end
end

# Returns the name of the setting, and its value.
def setting(variable)
  credential = "#{ENV['CREDENTIALS_DIRECTORY']}/redis-url"
  return ['the redis-url', File.read(credential).strip] if ENV['CREDENTIALS_DIRECTORY'] && File.exist?(credential)

  name = [variable.to_s, ENV['REDIS_PROVIDER'].to_s, 'REDIS_URL'].reject(&:empty?).first
  given = ENV[name].to_s.strip
  return [name, given] unless given.empty?
  raise "there is no variable #{name} in the service's environment" unless name == 'REDIS_URL'

  [name, 'redis://localhost:6379/0']
end

def url_of(variable)
  name, given = setting(variable)
  # The faulty value isn't shown, because it may contain a password.
  url = begin
    URI.parse(given)
  rescue URI::Error
    raise "#{name} is no URL"
  end
  return url if url.scheme == 'unix' || (%w[redis rediss].include?(url.scheme) && url.host)

  raise "#{name} is no URL of redis, rediss or unix"
end

def database_of(url)
  return URI.decode_www_form(url.query.to_s).to_h['db'].to_i if url.scheme == 'unix'

  url.path.to_s[%r{\A/(\d+)}, 1].to_i
end

# Returns seconds. Sidekiq 8 and later store milliseconds.
def waiting_since(job)
  moment = JSON.parse(job)['enqueued_at'] or return
  moment.is_a?(Integer) && moment > 100_000_000_000 ? moment / 1000.0 : moment.to_f
rescue JSON::ParserError
  nil
end

def line(*words)
  puts words.map { |word| word.to_s.gsub(/[[:cntrl:]]/, ' ') }.join("\t")
end

begin
  Timeout.timeout(15) do
    url = url_of(ARGV[0])
    prefix = ARGV[1].to_s.empty? ? '' : "#{ARGV[1]}:"
    redis = Connection.new(url)
    redis.call('SELECT', database_of(url)) unless database_of(url).zero?
    queues_of(redis, "#{prefix}queues").each do |name|
      oldest = redis.call('LINDEX', "#{prefix}queue:#{name}", -1)
      since = oldest && waiting_since(oldest)
      line('queue', name, redis.call('LLEN', "#{prefix}queue:#{name}"), since ? [Time.now.to_f - since, 0].max.floor : 0)
    end
    %w[retry dead].each { |set| line(set, redis.call('ZCARD', "#{prefix}#{set}")) }
    line('read')
  end
rescue StandardError, LoadError => e
  line('error', "#{e.message} (#{e.class})".scrub('?')[0, 300])
end
