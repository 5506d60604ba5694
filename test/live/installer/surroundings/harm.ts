import type { TestHost } from '../../../hosts/host';

/** Puts a host into bad surroundings, and restores it. */
export class Harm {
  private readonly undo: string[] = [];

  constructor(private readonly host: TestHost) {}

  /** Mounts a small file system over a directory, with its content: it can be filled. */
  async separate(directory: string, size = '512k'): Promise<void> {
    await this.host.mustExec(
      `mkdir -p ${directory} && rm -rf /root/copy && cp -a ${directory} /root/copy && ` +
        `mount -t tmpfs -o size=${size},mode=$(stat -c %a ${directory}) tmpfs ${directory} && cp -a /root/copy/. ${directory}/`,
    );
    this.undo.push(`umount -l ${directory}`);
  }

  /** Mounts over a directory, so that only that one can be made read-only. */
  async bind(directory: string): Promise<void> {
    await this.host.mustExec(`mkdir -p ${directory} && mount --bind ${directory} ${directory}`);
    this.undo.push(`umount -l ${directory}`);
  }

  /** Commands that {@link harmDuring} and a test itself run. */
  static fill(directory: string): string {
    return `dd if=/dev/zero of=${directory}/filler bs=1k status=none 2>/dev/null; dd if=/dev/zero bs=1 status=none >>${directory}/filler 2>/dev/null; true`;
  }
  static free(directory: string): string {
    return `rm -f ${directory}/filler`;
  }
  static readOnly(directory: string): string {
    return `mount -o remount,ro,bind ${directory}`;
  }
  static writable(directory: string): string {
    return `mount -o remount,rw,bind ${directory}`;
  }

  /** A script at a path of the host that units run, to do harm at a moment of the transaction. */
  async script(name: string, command: string): Promise<string> {
    await this.host.writeFile(`/root/harm/${name}`, `#!/bin/sh\n${command}\n`, '0755');
    return `/root/harm/${name}`;
  }

  /** Runs a command, and at the end of the test one that undoes it. */
  async run(command: string, undo?: string): Promise<void> {
    if (undo !== undefined) this.undo.push(undo);
    await this.host.mustExec(command);
  }

  /** After a boot, the mounts no longer exist. */
  forget(): void {
    this.undo.length = 0;
  }

  /** Undoes everything, the latest first. */
  async lift(): Promise<void> {
    for (const command of this.undo.splice(0).reverse()) await this.host.mustExec(command);
  }
}
