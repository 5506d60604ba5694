import { Example } from '../../../tools/demo/example';
import { blocksOf, documents, placeOf, type Block } from '../../docs/markdown';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { POST_TEXT } from '../../monit/post';
import { postText } from '../../systemd/post';
import { installPost } from '../monit/supervision/post';

const FROM_POST = 'docs/guides/from-the-blog-post.md';
const onHost = (document: string): Block[] => blocksOf(document).filter(({ language, tag }) => language === 'sh' && tag === 'host');
const printed = (document: string): Block[] => blocksOf(document).filter(({ language, tag }) => language === 'text' && tag === 'printed');

function example(host: TestHost): Example {
  const login = { user: 'ops', address: host.address, port: 22, identity: host.privateKeyPath, knownHosts: host.knownHostsPath };
  return new Example(login, 'terraform_data', () => undefined);
}

/** Runs each line as typed by hand, and reports the first that fails. */
async function type(host: TestHost, block: Block): Promise<void> {
  for (const line of block.text.trim().split('\n')) {
    const { code, stdout, stderr } = await host.exec(line);
    if (code !== 0) throw new Error(`${placeOf(block)}: \`${line}\` ended with ${code}:\n${stdout}${stderr}`);
  }
}

describeLive('commands of the guides, on a host', { needs: ['hosts', 'terraform'] }, () => {
  let host: TestHost;
  let project: Example;

  beforeAll(async () => {
    host = await TestHost.boot();
    project = example(host);
  });
  afterAll(() => {
    project.remove();
    host.destroy();
  });

  describe('run on the example’s host', () => {
    beforeAll(() => project.deploy());

    test.each(documents().filter((document) => onHost(document).length > 0))('%s', async (document) => {
      for (const block of onHost(document)) await type(host, block);
      expect(await host.mustExec('systemctl is-active sidekiq')).toBe('active\n');
    });
  });
});

const unit = postText();

(unit === undefined ? describe.skip : describe)(`the post${unit === undefined ? ' (skipped, it is not beside this repository)' : ''}`, () =>
  describeLive('on a host', { needs: ['hosts', 'terraform'] }, () => {
    test('a host that runs the post’s setup migrates as the guide describes', async () => {
      const host = await TestHost.boot();
      const project = example(host);
      try {
        await installPost(host, unit!, 120);
        const refused = await project.tryDeploy({});
        expect(refused.code).not.toBe(0);
        const [refusal, adoption, ...others] = printed(FROM_POST).map(({ text }) => text.trim().split('\n'));
        expect(others).toEqual([]);
        for (const line of refusal!) expect(refused.output).toContain(line);
        expect(await host.mustExec('systemctl is-active sidekiq; cat /etc/monit/conf.d/sidekiq | head -1')).toMatch(
          /^active\ncheck process/,
        );

        const output = await project.deploy({ ADOPT: 'yes' });
        for (const line of adoption!) expect(output).toContain(line);
        expect(await host.mustExec('systemctl show -P Type -P ActiveState -P UnitFileState sidekiq')).toMatch(/notify\s+active\s+enabled/);

        await project.destroy();
        expect(await host.readFile('/etc/monit/conf.d/sidekiq')).toBe(POST_TEXT);
        expect(await host.mustExec('systemctl show -P Type -P ActiveState -P UnitFileState sidekiq')).toMatch(/simple\s+active\s+disabled/);
      } finally {
        project.remove();
        host.destroy();
      }
    });
  }),
);
