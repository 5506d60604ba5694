import { UnitFile } from '../../../lib/systemd';

/** Codes of the issues with a line of a drop-in, without `unit/`. The line is in [Service], or in the section before it: `[Socket] Mark=1`. */
export function remarks(line: string, systemdVersion?: number): readonly string[] {
  const [, section = 'Service', rest] = /^(?:\[(\w+)\] )?(.*)$/s.exec(line)!;
  const fileName = `x.${section === 'Unit' ? 'service' : section.toLowerCase()}.d/x.conf`;
  return UnitFile.parse(`[${section}]\n${rest}\n`, { fileName, systemdVersion }).issues.map(({ code }) => code.replace(/^unit\//, ''));
}
