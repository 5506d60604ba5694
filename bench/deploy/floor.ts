import type { Bundle } from '../../lib';

/**
 * The floor: what somebody would pipe into `ssh host sh -s` to bring the same files and services there, with nothing that
 * makes it safe: no lock, no check, no copy, no way back. It knows what changes, which a program cannot: `changed` says which
 * paths to write, and where there is none it only looks whether the files are as they should be.
 */
export function floorScript(bundle: Bundle, changed: readonly string[] | 'all'): string {
  const files = bundle.files.map((file) => ({ ...file, lines: file.lines.map((line) => line.replace(/% per core/, '%')) }));
  const written = files.filter(({ path }) => changed === 'all' || changed.includes(path));
  const rest = files.filter((file) => !written.includes(file));
  const units = bundle.services.map(({ unit }) => unit).join(' ');
  const lines = ['set -e'];
  for (const { path, lines: text, mode, user, group } of written) {
    lines.push(`mkdir -p '${path.slice(0, path.lastIndexOf('/'))}'`, `cat >'${path}' <<'END'`, text.join('\n').replace(/\n$/, ''), 'END');
    lines.push(`chown ${user}:${group} '${path}'`, `chmod ${mode} '${path}'`);
  }
  for (const { path, lines: text } of changed === 'all' ? [] : rest) {
    lines.push(`cmp -s '${path}' - <<'END'`, text.join('\n').replace(/\n$/, ''), 'END');
  }
  if (written.some(({ kind }) => kind === 'unit')) {
    lines.push('systemctl daemon-reload');
    lines.push(changed === 'all' ? `systemctl enable --now ${units}` : `systemctl restart ${units}`);
  }
  if (written.some(({ kind }) => kind.startsWith('monit'))) lines.push('monit reload');
  return `${lines.join('\n')}\n`;
}
