import { queuesProgram, queuesRubyProgram } from '../../../lib/programs';
import { describeLive } from '../../hosts/describe-live';
import { eventually } from '../../hosts/eventually';
import { TestHost } from '../../hosts/host';

const PROGRAM = '/usr/local/lib/cdktf-sidekiq/queues';
const PASSWORD = 'p@ss/w"ord #1';

// Every Ruby and every Redis that Debian has, and Sidekiq 6.0, 6.4 and 8.1.
describe.each(['bookworm', 'bullseye', 'forky'] as const)('on %s', (suite) => {
  describeLive('the reader of the queues', { needs: ['hosts'] }, () => {
    let host: TestHost;
    beforeAll(async () => {
      host = await TestHost.boot({ suite });
      await host.writeFile(PROGRAM, queuesProgram, '0755');
      await host.writeFile(`${PROGRAM}.rb`, queuesRubyProgram, '0755');
      await host.mustExec(
        `mkdir -m 0755 /run/second && cd /run/second && openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout key -out cert -subj /CN=localhost -addext subjectAltName=DNS:localhost 2>/dev/null &&
         openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout k2 -out other -subj /CN=other 2>/dev/null && chmod 644 cert other`,
      );
      const settings = [
        'port 6400',
        'tls-port 6401',
        'tls-cert-file /run/second/cert',
        'tls-key-file /run/second/key',
        'tls-auth-clients no',
        'unixsocket /run/second/socket',
        'unixsocketperm 777',
        'daemonize yes',
        `requirepass ${JSON.stringify(PASSWORD)}`,
        'user app on >other ~* +@all',
        '',
      ];
      await host.writeFile('/run/second/redis.conf', settings.join('\n'));
      await host.mustExec('redis-server /run/second/redis.conf');
      await host.mustExec('until redis-cli -p 6400 --no-auth-warning -a x ping 2>&1 | grep -q .; do sleep 0.1; done');
    });
    afterAll(() => host?.destroy());

    /** Its lines, as the service's user would get them. */
    async function read(environment: Readonly<Record<string, string>>, args: readonly [string, string] = ['', '']): Promise<string[]> {
      const words = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
      const out = await host.mustExec(['env', '-i', 'PATH=/usr/bin:/bin', ...words, PROGRAM, ...args, '/nowhere/ruby'], { user: 'deploy' });
      return out.trimEnd().split('\n');
    }
    const encoded = encodeURIComponent(PASSWORD);

    it('reads data that Sidekiq itself has written', async () => {
      const enqueue = `require './app'; CountingJob.perform_async; CountingJob.set(queue: 'low').perform_async`;
      await host.mustExec(['ruby', '-e', enqueue], { user: 'deploy', cwd: '/opt/myapp/current' });
      const age = async (): Promise<number> => Number(/^queue\tlow\t1\t(\d+)$/.exec((await read({}))[1]!)?.[1]);
      await eventually(async () => ((await age()) >= 2 ? true : undefined), { what: 'jobs that are two seconds old' });
      const [first, ...others] = await read({});
      expect(first).toMatch(/^queue\tdefault\t1\t([2-9]|\d\d)$/);
      expect(others).toEqual([expect.stringMatching(/^queue\tlow\t1\t([2-9]|\d\d)$/), 'retry\t0', 'dead\t0', 'read']);
      expect(await read({ REDIS_URL: 'redis://localhost/7' })).toEqual(['retry\t0', 'dead\t0', 'read']);
    });

    it.each([
      ['a password', { REDIS_URL: `redis://:${encoded}@localhost:6400/2` }],
      ['a user that Redis does not require', { REDIS_URL: `redis://default:${encoded}@localhost:6400/2` }],
      ['a user', { REDIS_URL: 'redis://app:other@localhost:6400/2' }],
      ['a socket', { REDIS_URL: `unix://:${encoded}@/run/second/socket?db=2` }],
      ['TLS', { REDIS_URL: `rediss://:${encoded}@localhost:6401/2`, SSL_CERT_FILE: '/run/second/cert' }],
      [
        'the variable that REDIS_PROVIDER names',
        { REDIS_PROVIDER: 'REDISCLOUD_URL', REDISCLOUD_URL: `redis://:${encoded}@localhost:6400/2` },
      ],
    ])('by %s', async (_, environment) => {
      await host.mustExec(['redis-cli', '-p', '6400', '--no-auth-warning', '-a', PASSWORD, '-n', '2', 'zadd', 'dead', '1', 'job']);
      expect(await read(environment)).toEqual(['retry\t0', 'dead\t1', 'read']);
    });

    it('reads a limited number of names of limited length', async () => {
      const many = `for i = 1, 15000 do redis.call('sadd', 'queues', string.rep('x', 4000) .. i) end; for i = 1, 900 do redis.call('sadd', 'queues', 'q' .. i) end`;
      await host.mustExec(['redis-cli', '-n', '9', 'eval', many, '0']);
      const lines = await read({ REDIS_URL: 'redis://localhost/9' });
      await host.mustExec(['redis-cli', '-n', '9', 'flushdb']);
      const names = lines.filter((line) => line.startsWith('queue\t')).map((line) => line.split('\t')[1]!);
      expect(names.length).toBe(500);
      expect(names.every((name) => /^q\d+$/.test(name))).toBe(true);
      expect(lines.slice(-3)).toEqual(['retry\t0', 'dead\t0', 'read']);
    });

    it('reads the application’s own variable, and a namespace', async () => {
      await host.mustExec(['redis-cli', '-n', '4', 'zadd', 'app:retry', '1', 'job']);
      expect(await read({ QUEUES: 'redis://localhost/4', REDIS_URL: 'redis://localhost:1' }, ['QUEUES', 'app'])).toEqual([
        'retry\t1',
        'dead\t0',
        'read',
      ]);
    });

    it.each([
      ['a wrong password', { REDIS_URL: 'redis://:s3cr3t@localhost:6400' }, /^error\tRedis says: (WRONGPASS|ERR)/],
      ['no password', { REDIS_URL: 'redis://localhost:6400' }, /^error\tRedis says: NOAUTH/],
      ['a certificate that isn’t trusted', { REDIS_URL: 'rediss://localhost:6401' }, /^error\t.*certificate verify failed/],
      ['another certificate', { REDIS_URL: 'rediss://localhost:6401', SSL_CERT_FILE: '/run/second/other' }, /^error\t.*verify failed/],
      ['a closed port', { REDIS_URL: 'redis://localhost:1' }, /^error\tConnection refused/],
      ['a value that isn’t a URL', { REDIS_URL: 'redis://:s3cr3t@ho st' }, /^error\tREDIS_URL is no URL/],
      ['another scheme', { REDIS_URL: 'http://:s3cr3t@localhost' }, /^error\tREDIS_URL is no URL of redis/],
      ['a missing variable', { REDIS_PROVIDER: 'NOWHERE' }, /^error\tthere is no variable NOWHERE/],
      ['a server that isn’t Redis', { REDIS_URL: 'redis://localhost:22' }, /^error\t/],
    ])('reports %s, without the password', async (_, environment, error) => {
      const lines = await read(environment);
      expect(lines.at(-1)).toMatch(error);
      expect(lines.join('\n')).not.toContain('s3cr3t');
    });
  });
});
