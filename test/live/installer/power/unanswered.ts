import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { runSync } from '../../../hosts/run';
import { undoOnExit } from '../../../hosts/undo';

/** Makes the pipe on which the kernel asks for a name, and never reads it. */
const HOLD =
  'mkfifo -m 600 "$2" && exec 3<>"$2" && mount -t autofs -o "fd=3,pgrp=$$,minproto=5,maxproto=5,indirect" unanswered "$1" && echo mounted && exec sleep infinity';

/** A directory in which each name waits for ever: a server on the network that does not answer. */
export class Unanswered {
  private readonly forget: () => void;

  private constructor(
    private readonly directory: string,
    private readonly scratch: string,
    private readonly holder: ChildProcess,
  ) {
    this.forget = undoOnExit(() => this.close());
  }

  static async mount(directory: string): Promise<Unanswered> {
    const scratch = mkdtempSync(path.join(tmpdir(), 'cdktf-sidekiq-unanswered.'));
    // The process group that is named does not wait itself: it has to be one of its own.
    const holder = spawn('sh', ['-c', HOLD, 'sh', directory, path.join(scratch, 'pipe')], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const made = new Unanswered(directory, scratch, holder);
    let said = '';
    await new Promise<void>((resolve, reject) => {
      holder.stdout.once('data', () => resolve());
      holder.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
      holder.once('close', () => reject(new Error(`no autofs: ${said}`)));
    });
    return made;
  }

  /** From then on the directory is an ordinary one again, for who is started later. May be repeated. */
  close(): void {
    this.forget();
    if (runSync(['umount', this.directory]).code !== 0) runSync(['umount', '--lazy', this.directory]);
    this.holder.kill('SIGKILL');
    rmSync(this.scratch, { recursive: true, force: true });
  }
}
