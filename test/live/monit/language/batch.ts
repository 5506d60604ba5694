import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { TestHost } from '../../../hosts/host';
import { must } from '../../../hosts/run';

/** Directory of the control files on the host, which the host's own Monit doesn't use. */
export const DIRECTORY = '/run/monit-language';
/** Programs and files that the generated files may refer to. */
export const AROUND = { program: '/bin/true', perCore: false, directory: DIRECTORY, keyFile: `${DIRECTORY}/key.pem` };

/** Monit's result for a control file. */
export interface Verdict {
  /** Exit status; 0 if Monit accepts the file. */
  readonly code: number;
  /** Complete output. */
  readonly output: string;
}

/** Creates the directory, with a key that is readable only by root. */
export async function prepare(host: TestHost): Promise<void> {
  await host.mustExec(['mkdir', '-m', '0700', DIRECTORY]);
  await host.mustExec(`umask 077; cd ${DIRECTORY}
    openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out cert -days 2 -subj /CN=test 2>/dev/null && cat key cert >key.pem`);
}

/** Number of files that are sent to the host at once. */
const BATCH = 100;

/** Lets Monit read each control file with `-tv`, in batches: a command on a host takes longer than Monit. */
export async function verdicts(host: TestHost, texts: readonly string[]): Promise<Verdict[]> {
  const found: Verdict[] = [];
  for (let from = 0; from < texts.length; from += BATCH) found.push(...(await batch(host, texts.slice(from, from + BATCH))));
  return found;
}

async function batch(host: TestHost, texts: readonly string[]): Promise<Verdict[]> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'monit-language-'));
  try {
    mkdirSync(path.join(scratch, 'in'));
    for (const [index, text] of texts.entries()) writeFileSync(path.join(scratch, 'in', String(index)), text, { mode: 0o600 });
    const archive = path.join(scratch, 'archive');
    await must(['sh', '-c', 'tar -C "$1" --owner=0 --group=0 -cf - in | base64 >"$2"', 'sh', scratch, archive]);
    const input = await must(['cat', archive]);
    await host.mustExec(`cd ${DIRECTORY} && rm -rf in && base64 -d | tar -xf -`, { input });
  } finally {
    rmSync(scratch, { recursive: true });
  }
  // Two of the four versions can loop endlessly on a bad file and ignore SIGTERM.
  const out = await host.mustExec(
    `cd ${DIRECTORY}/in && for file in $(seq 0 ${texts.length - 1}); do
       timeout -k 2 20 monit -tv -c $file >../out 2>&1; printf '\\n==VERDICT %s %s\\n' $file $?; cat ../out; done`,
    { timeout: 300_000 },
  );
  return out
    .split('\n==VERDICT ')
    .slice(1)
    .map((part) => {
      const [head, ...output] = part.split('\n');
      return { code: Number(head!.split(' ')[1]), output: output.join('\n') };
    });
}

/** Part of a dump about one check, by its name. */
export function blockOf(output: string, name: string): string | undefined {
  const services = `\n${output.split('The service list contains the following entries:\n')[1] ?? ''}`;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const head = new RegExp(`\\n\\w+[\\w ]* Name\\s+= ${escaped}\\n`).exec(services);
  if (head === null) return undefined;
  const rest = services.slice(head.index + head[0].length - 1);
  const end = /\n\n(?:\w+[\w ]* Name\s+= |-{20})/.exec(rest);
  return rest.slice(0, end?.index ?? rest.length);
}
