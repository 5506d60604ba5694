import { Reporter, seconds, type Output } from '../../tools/demo/reporter';

class Paper implements Output {
  text = '';
  constructor(
    readonly isTTY: boolean,
    readonly columns = 60,
  ) {}
  write(text: string): void {
    this.text += text;
  }
}

const ESCAPE = '\u001b[';

function story(report: Reporter): void {
  report.heading('A demo');
  report.step('First', '1/2');
  report.progress('doing something that a log need not have');
  report.note('seen');
  report.quote('a file', ['[Unit]', '']);
  report.quote('a change', ['- old', '+ new', '  same'], 'diff');
  report.proved('it works');
  report.step('Second', '2/2');
  report.failed('it broke\nits last words');
  report.close('The end');
}

describe('Reporter', () => {
  it('writes a plain log if the output isn’t a terminal', () => {
    const paper = new Paper(false);
    story(new Reporter(paper, {}));
    expect(paper.text.replace(/\d+\.\d s/g, 'N s')).toBe(
      [
        'A demo',
        '',
        '1/2 First',
        '  seen',
        '  a file',
        '  │ [Unit]',
        '  │',
        '  a change',
        '  │ - old',
        '  │ + new',
        '  │   same',
        '  ✔ it works (N s)',
        '',
        '2/2 Second',
        '  ✘ it broke',
        '  │ its last words',
        '',
        'The end (N s)',
        '',
      ].join('\n'),
    );
  });

  it('colours a terminal and shows the current activity there', () => {
    const paper = new Paper(true);
    story(new Reporter(paper, { TERM: 'xterm' }));
    expect(paper.text).toContain(`${ESCAPE}32m+ new${ESCAPE}39m`);
    expect(paper.text).toContain('doing something');
  });

  it('keeps the current activity on one line of the terminal', () => {
    const paper = new Paper(true, 40);
    const report = new Reporter(paper, { TERM: 'xterm', NO_COLOR: '1' });
    report.step('First');
    report.progress('x'.repeat(100));
    report.proved('done');
    const drawn = paper.text.split('\r').filter((line) => line.includes('x'));
    expect(drawn.length).toBeGreaterThan(0);
    for (const line of drawn) expect(line.replace('\u001b[K', '').length).toBeLessThan(40);
  });

  it.each([
    ['NO_COLOR', { TERM: 'xterm', NO_COLOR: '1' }],
    ['a dumb terminal', { TERM: 'dumb' }],
  ])('has no colours with %s', (_, environment) => {
    const paper = new Paper(true);
    story(new Reporter(paper, environment));
    expect(paper.text.replaceAll('\r\u001b[K', '')).not.toContain(ESCAPE);
  });

  it('doesn’t move the cursor on a dumb terminal', () => {
    const paper = new Paper(true);
    story(new Reporter(paper, { TERM: 'dumb' }));
    expect(paper.text).not.toContain('\u001b');
  });
});

describe('seconds', () => {
  it.each([
    [400, '0.4 s'],
    [9_999, '10.0 s'],
    [12_300, '12 s'],
    [59_600, '1 min 0 s'],
    [125_000, '2 min 5 s'],
  ])('formats %d ms as %s', (milliseconds, text) => {
    expect(seconds(milliseconds)).toBe(text);
  });
});
