import { allWords, firstWord } from '../first-word';
import { BAD_SPECIFIER, expand, FINE, ignored, ignoredIf, partly, warned, type ReadContext, type Reader, type Remark } from '../reader';

const SUFFIX = /\.(?:service|socket|target|device|mount|automount|swap|timer|path|slice|scope)$/;
const NAME_MAX = 255;

/** Returns the reason that bytes aren't the name of a unit that can be loaded. Source: unit_name_is_valid in systemd's unit-name.c. */
export function unitProblem(name: string, { templates = false } = {}): string | undefined {
  const valid =
    name.length <= NAME_MAX && SUFFIX.test(name) && /^[A-Za-z0-9:_.\\-]+(?:@[A-Za-z0-9:_.\\@-]*)?$/.test(name) && !name.startsWith('.');
  if (!valid) return 'is not a unit name';
  return !templates && /@\.[a-z]+$/.test(name) ? 'is a template without an instance' : undefined;
}

const expandName = (word: string, context: ReadContext): string | undefined => expand(word, context, 'name', NAME_MAX);

/** Reads unit names. A template gets the instance of the unit itself. */
const dependencies: Reader = (value, context) => {
  const remarks: Remark[] = [];
  for (let rest: string | undefined = value; ;) {
    const next = firstWord(rest, { keepBackslashes: true });
    if (next === undefined || next === 'invalid') return remarks;
    rest = next.rest;
    const name = expandName(next.word, context);
    const problem = name === undefined ? BAD_SPECIFIER : unitProblem(name, { templates: true });
    if (problem !== undefined) remarks.push(...partly(`has a word that ${problem}`));
  }
};

const sockets: Reader = (value, context) => {
  const words = allWords(value);
  if (words === 'invalid') return partly('ends with a backslash');
  return words.flatMap((word) => {
    const name = expandName(word, context);
    if (name === undefined) return partly(`has a word that ${BAD_SPECIFIER}`);
    if (!name.endsWith('.socket')) return partly('has a word that is not a socket');
    const problem = unitProblem(name, { templates: true });
    return problem === undefined ? FINE : partly(`has a word that ${problem}`);
  });
};

const slice: Reader = (value, context) => {
  const name = expandName(value, context);
  if (name === undefined) return ignored(BAD_SPECIFIER);
  return ignoredIf(unitProblem(name) ?? (name.endsWith('.slice') ? undefined : 'is not a slice'));
};

const socketService: Reader = (value, context) => {
  const name = expandName(value, context);
  if (name === undefined) return ignored(BAD_SPECIFIER);
  return ignoredIf(name.endsWith('.service') ? unitProblem(name) : 'is not a service');
};

const trigger: Reader = (value, context) => {
  if (context.accepted.has(context.name)) return ignored('is a second unit, and only one can be started');
  const name = expandName(value, context);
  if (name === undefined) return ignored(BAD_SPECIFIER);
  if (!SUFFIX.test(name)) return ignored('has no unit suffix');
  if (name === context.unit.id) return ignored('is the unit itself');
  return ignoredIf(unitProblem(name, { templates: true }));
};

/** Readers of unit names. */
export const UNITS: Readonly<Record<string, Reader>> = {
  unit_deps: dependencies,
  obsolete_unit_deps: (value, context) => [...warned('is for a directive with an outdated name'), ...dependencies(value, context)],
  service_sockets: sockets,
  unit_slice: slice,
  socket_service: socketService,
  trigger_unit: trigger,
};
