import { readFileSync } from 'node:fs';
import path from 'node:path';
import { changelogSections } from '../../../tools/release/changelog';
import { REPOSITORY } from '../../hosts/paths';

test('a section has its version and the headings that have entries', () => {
  const text = `# Changelog\n\nProse.\n\n## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n### Added\n\n- a thing\n\n### Removed\n\n### Fixed\n\n- b\n\n## 0.1.0\n`;
  expect(changelogSections(text)).toEqual([
    { version: 'Unreleased', kinds: [] },
    { version: '0.2.0', kinds: ['Added', 'Fixed'] },
    { version: '0.1.0', kinds: [] },
  ]);
});

test('our change log can be parsed', () => {
  const kinds = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
  const sections = changelogSections(readFileSync(path.join(REPOSITORY, 'CHANGELOG.md'), 'utf8'));
  expect(sections[0]!.version).toMatch(/^(Unreleased|\d+\.\d+\.\d+)$/);
  for (const section of sections) expect(kinds).toEqual(expect.arrayContaining([...section.kinds]));
});
