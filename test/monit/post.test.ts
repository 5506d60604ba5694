import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { renderControlFile, controlFileIssues } from '../../lib/monit';
import { brief } from './issues/sample';
import { decodeCommand } from './monit-lexer';
import { INTENDED_CHECK, INTENDED_TEXT, POST_CHECK, POST_TEXT } from './post';

const POST = path.resolve(__dirname, '../../../shared/blog-post.txt');

describe('the check of the post', () => {
  const present = existsSync(POST);
  (present ? it : it.skip)(`is the text of these tests${present ? '' : ' (skipped: the post is not next to the repository)'}`, () => {
    expect(readFileSync(POST, 'utf8')).toContain(POST_TEXT);
  });

  it('runs bash with six stray words', () => {
    const [, token] = /start program = ("[^"]*")/.exec(POST_TEXT)!;
    expect(POST_CHECK.start?.argv).toEqual(decodeCommand(token!));
    expect(INTENDED_TEXT).toContain('\'sudo systemctl start sidekiq\'"\n    as uid "deploy" and gid "deploy" with timeout 20 seconds');
  });

  it('is rendered in its canonical form', () => {
    expect(renderControlFile({ statements: [INTENDED_CHECK] }))
      .toBe(`check process "sidekiq" with pidfile "/opt/myapp/shared/pids/sidekiq.pid"
  start program = "/bin/bash -l -c 'sudo systemctl start sidekiq'" as uid "deploy" and gid "deploy" with timeout 20 seconds
  stop program = "/bin/bash -l -c 'sudo systemctl stop sidekiq'" as uid "deploy" and gid "deploy" with timeout 20 seconds
  if totalmem > 800 MB for 3 cycles then restart
  if changed pid then exec "/etc/monit/slack_notifier.sh"
  if cpu > 65% for 2 cycles then exec "/etc/monit/slack_notifier.sh" else if succeeded then exec "/etc/monit/slack_notifier.sh"
`);
  });

  it('has these issues', () => {
    const issues = (monitVersion: string) => brief(controlFileIssues({ statements: [INTENDED_CHECK] }, { monitVersion }));
    const everywhere = [
      'monit/cpu-is-share-of-all-cores at sidekiq.rules[2].test',
      'monit/changed-pid-fires-on-deploy at sidekiq.rules[1].test',
      'monit/implicit-restart at sidekiq.rules',
      'monit/no-restart-limit at sidekiq.rules[0]',
      'monit/restart-without-program at sidekiq.rules[0].action',
    ];
    expect(issues('5.33.0')).toEqual(everywhere);
    expect(issues('6.0.0')).toEqual([
      'monit/uid-forbidden-by-sandbox at sidekiq.start',
      'monit/uid-forbidden-by-sandbox at sidekiq.stop',
      ...everywhere,
    ]);
    // In the post's own text, uid and gid are words of the command.
    expect(brief(controlFileIssues({ statements: [POST_CHECK] }))).toEqual([
      ...everywhere,
      'monit/option-inside-command at sidekiq.start.argv[5]',
      'monit/option-inside-command at sidekiq.stop.argv[5]',
    ]);
  });
});
