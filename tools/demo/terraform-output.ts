/** Change of one file in a plan: unchanged lines begin with two blanks, as in any diff. */
export interface FileDiff {
  readonly path: string;
  readonly lines: readonly string[];
}

/** Number of unchanged lines around a change. */
const CONTEXT = 2;

/**
 * Returns the ledger's part of a plan: the diff of each changed file, without the hashes, ids and triggers around it.
 *
 * @param plan output of `cdktf diff`
 */
export function fileDiffs(plan: string): readonly FileDiff[] {
  const lines = plan.split('\n');
  const diffs: FileDiff[] = [];
  for (let index = 0; index < lines.length; index++) {
    const opening = /^(\s*)[~+-] +"([^"]+)" += <<-EOT$/.exec(lines[index]!);
    if (opening === null) continue;
    const closing = lines.findIndex((line, at) => at > index && line.trim() === 'EOT');
    // Terraform's own indentation: the lines of a text are four blanks deeper than the name of the file, after `+ `, `- ` or blanks.
    const indent = opening[1]!.length + 4;
    diffs.push({ path: opening[2]!, lines: nearChanges(lines.slice(index + 1, closing).map((line) => line.slice(indent).trimEnd())) });
    index = closing;
  }
  return diffs;
}

/**
 * Returns the installer's output during a deployment, without Terraform's prefixes.
 *
 * @param output output of `cdktf deploy`
 */
export function hostLines(output: string): readonly string[] {
  return (
    output
      .split('\n')
      // The address before it may contain blanks: `terraform_data.hosts (hosts/hosts)["10.0.0.1"]`.
      .map((line) => /^\S*\s+\w+\.\S.*? \(remote-exec\): (.*)$/.exec(line)?.[1])
      .filter((line): line is string => line !== undefined && !CONNECTING.test(line))
  );
}

/** Terraform's own lines under the same heading. */
const CONNECTING =
  /^(Connecting to remote host via SSH|Connected!|Using configured bastion| {2}(Host|User|Password|Private key|Certificate|SSH Agent|Checking Host Key|Target Platform): )/;

function nearChanges(lines: readonly string[]): readonly string[] {
  const changed = lines.map((line) => /^[+-] /.test(line));
  const shown = lines.map((_, at) => changed.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(Boolean));
  const result: string[] = [];
  lines.forEach((line, at) => {
    if (shown[at]) result.push(line);
    else if (at > 0 && shown[at - 1] && shown.includes(true, at)) result.push('  …');
  });
  return result;
}
