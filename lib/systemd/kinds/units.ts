import { error, show, unitNameProblem, type Issue } from '../../values';
import type { OneOrMany } from '../values/one-or-many';
import type { UnitString } from '../values/specified';
import { invalid, ok, type Kind, type Rendered } from './kind';
import { renderSpecified } from './specifiers';
import { wordsOf } from './words';
import { safeText } from '../values/safe-text';

/** Unit names. */
export const units: Kind<OneOrMany<UnitString>> = { class: 'unit-words', joins: 'list', render: (value) => wordsOf(value, renderUnit) };

/**
 * Unit names in directives where systemd reads a backslash as an escape: Also= (install.c, config_parse_also). Unit names can contain one,
 * `dev-disk\x2dby.mount`.
 */
export const unescapedUnits: Kind<OneOrMany<UnitString>> = { ...units, render: (value) => wordsOf(value, renderEscaped) };

/** Socket names, where systemd also reads a backslash as an escape: Sockets= (load-fragment.c, config_parse_service_sockets). */
export const sockets: Kind<OneOrMany<UnitString>> = {
  ...units,
  render: (value) =>
    wordsOf(value, (name) =>
      safeText(name).endsWith('.socket') ? renderEscaped(name) : invalid(badUnit(name, 'does not end in .socket', 'clock.socket')),
    ),
};

function renderEscaped(name: unknown): Rendered {
  const rendered = renderUnit(name);
  return { ...rendered, lines: rendered.lines.map((line) => line.replaceAll('\\', '\\\\')) };
}

/** The name of one unit of a given type. */
export function unitOfType(suffix: string): Kind<UnitString> {
  return {
    class: 'unit-words',
    render: (value) =>
      safeText(value).endsWith(suffix) ? renderUnit(value) : invalid(badUnit(value, `does not end in ${suffix}`, `clock${suffix}`)),
  };
}

/** The name of one unit of any type except one: a timer can't start a timer. */
export function unitNotOfType(suffix: string): Kind<UnitString> {
  return {
    class: 'unit-words',
    render: (value) =>
      safeText(value).endsWith(suffix) ? invalid(badUnit(value, `ends in ${suffix}, like this unit`)) : renderUnit(value),
  };
}

/** Renders the name of one unit. */
export function renderUnit(value: unknown): Rendered {
  return renderSpecified(value, (name) => {
    const problem = unitNameProblem(name);
    return problem === undefined ? ok(String(name)) : invalid(badUnit(name, problem));
  });
}

function badUnit(value: unknown, problem: string, example = 'redis-server.service'): Issue {
  return error('unit/invalid-unit-name', [], {
    problem: `${show(value)} ${problem}`,
    remedy: `Use one full name per element, with its suffix, like ${example}.`,
  });
}
