import { filesOf } from '../../tools/demo/synthesized';

const LINES = ['[Service]', 'ExecReload=/bin/kill -TSTP $${MAINPID}', 'Environment=A=%%{b}', ''];

describe('filesOf', () => {
  it.each(['triggers', 'triggers_replace'])('reads the files named in the ledger’s %s, as the host will have them', (property) => {
    const json = {
      locals: { file_unit: LINES, text_unit: '${join("\\n", local.file_unit)}', cdktf_sidekiq_installer: ['#!/bin/sh'] },
      resource: {
        null_resource: {
          'worker-1': { triggers: { '/etc/systemd/system/a.service': '${local.sha256_unit}' } },
          cdktf_sidekiq_ledger: { [property]: { '/etc/systemd/system/a.service': '${local.text_unit}' } },
        },
      },
    };
    expect(filesOf(json)).toEqual([
      {
        path: '/etc/systemd/system/a.service',
        lines: ['[Service]', 'ExecReload=/bin/kill -TSTP ${MAINPID}', 'Environment=A=%{b}', ''],
      },
    ]);
  });

  it('returns no files for a stack without hosts', () => {
    expect(filesOf({})).toEqual([]);
  });
});
