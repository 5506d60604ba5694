import type { Entry } from './section';
import type { UnitFile } from './unit-file';

/**
 * Renders the text of a unit file: sections and directives in a fixed order, one line per value, a line break at the end. Never throws: a
 * value that systemd couldn't read is left out, because its issue stops the synthesis anyway.
 *
 * @example
 * ```ts
 * import { renderUnitFile } from 'cdktf-sidekiq/systemd';
 *
 * const text = renderUnitFile(sidekiq.unit);
 * ```
 */
export function renderUnitFile(unit: UnitFile): string {
  const sections = unit
    .sections()
    .map((section) => ({
      header: `[${section.name}]`,
      lines: [...section.resets().map(([name]) => `${name}=`), ...section.entries().flatMap(renderDirective)],
    }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ header, lines }) => [header, ...lines, ''].join('\n'));
  return sections.join('\n');
}

function renderDirective([name, value, directive]: Entry): readonly string[] {
  return directive === undefined ? [] : directive.kind.render(value).lines.map((line) => `${name}=${line}`);
}
