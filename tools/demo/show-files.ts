import { excerpt } from './excerpt';
import type { Reporter } from './reporter';
import type { SynthesizedFile } from './synthesized';

/** The main files of the example: its unit, and its Monit check. */
const SHOWN = [/\/sidekiq\.service$/, /^\/etc\/monit\/conf\.d\/sidekiq$/];
const LINES = 40;

/** Shows the main files, and lists the others. */
export function showFiles(report: Reporter, files: readonly SynthesizedFile[]): void {
  const others = files.filter(({ path }) => !SHOWN.some((shown) => shown.test(path)));
  for (const { path, lines } of files)
    if (!others.some((other) => other.path === path)) report.quote(`worker-1 → ${path}`, excerpt(lines, LINES));
  for (const { path, lines } of others) report.note(`and ${path} (${excerpt(lines, Infinity).length} lines)`);
}
