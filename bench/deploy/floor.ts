import type { Bundle } from '../../lib';

/**
 * The floor: a script piped into `ssh host sh -s` that installs the same files and services without any
 * safety: no lock, no check, no copy, no rollback. It knows in advance what changes, unlike a program: `changed` lists the
 * paths to write, and without it, the script only checks whether the files are as they should be.
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
