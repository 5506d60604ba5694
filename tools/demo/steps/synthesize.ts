import { excerpt } from '../excerpt';
import { expect, type Step } from '../scene';

/** How much of each file is shown. */
const LINES = { long: 36, short: 0 };

/** Which files the demo is about; the others are named only. */
const SHOWN = [/\/sidekiq\.service$/, /^\/etc\/monit\/conf\.d\/sidekiq$/];

/** Typed constructs become the files of the two languages. */
export const synthesize: Step = {
  title: 'cdktf synth: what the example app (bin/app.ts) would put on the host',
  async run({ example, report }) {
    const files = await example.synth();
    for (const file of files) {
      const text = excerpt(file.lines, SHOWN.some((path) => path.test(file.path)) ? LINES.long : LINES.short);
      report.quote(`worker-1 → ${file.path}`, text);
    }
    expect(SHOWN.every((path) => files.some((file) => path.test(file.path))), 'no unit file and no Monit file were synthesized');
    return { proved: `${files.length} files, made of typed constructs: nothing was asked of any host yet` };
  },
};
