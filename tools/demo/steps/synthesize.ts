import { expect, type Step } from '../scene';
import { showFiles } from '../show-files';

/** Typed constructs become the files of systemd and Monit. */
export const synthesize: Step = {
  title: 'cdktf synth: what the example app (bin/app.ts) would put on the host',
  async run({ example, report }) {
    const files = await example.synth();
    showFiles(report, files);
    expect(files.length > 0, 'no files were synthesized');
    return { proved: `typed constructs became ${files.length} files; no host was asked for anything yet` };
  },
};
