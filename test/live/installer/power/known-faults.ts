import type { Verdict } from './trial';

/**
 * ext4 without a journal may show a directory from before a rename, and the file that the rename replaced as freed: e2fsck then drops the
 * name. No order of syncs prevents it. Where it meets the manifest, files are put back, and the manifest is lost. docs/reliability-power.md
 * says so; a mend removes this and that paragraph.
 */
export function isKnownFault({ model, complaints }: Verdict): boolean {
  const lost = (state: string): boolean => complaints.some((line) => new RegExp(`^${state} - \\S*/owners/[^/]+/manifest `).test(line));
  const found = complaints.some((line) => /^(old|new) \+ \S*\/owners\/[^/]+\/manifest /.test(line));
  return model === 'ext4 without journal' && lost('old') && lost('new') && !found;
}
