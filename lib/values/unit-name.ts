const MAX_LENGTH = 255;
const TYPES = ['service', 'socket', 'target', 'device', 'mount', 'automount', 'swap', 'timer', 'path', 'slice', 'scope'];

/**
 * Describes why a value isn't the name of a systemd unit, in words that follow the value. A name is 1–255 ASCII letters, digits and
 * `:-_.\@`, with the suffix of its type: `sidekiq.service`, `sidekiq@2.service`, `dev-sda1.device`. A path or free text must be
 * escaped first, as `systemd-escape` does (systemd.unit(5)).
 *
 * @returns undefined for a valid name
 */
export function unitNameProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'is not a string';
  if (value === '') return 'is empty';
  const dot = value.lastIndexOf('.');
  if (dot < 0 || !TYPES.includes(value.slice(dot + 1))) return `does not end in a unit type (.${TYPES.slice(0, 3).join(', .')} …)`;
  const prefix = value.slice(0, dot);
  if (prefix === '' || prefix.startsWith('@')) return 'has nothing before its suffix or @';
  if (!/^[A-Za-z0-9:_.\\@-]+$/.test(prefix)) return 'contains a character that unit names can’t have';
  return value.length > MAX_LENGTH ? `has ${value.length} characters, more than the limit of ${MAX_LENGTH}` : undefined;
}
