import { UnitFile } from '../../../lib/systemd';

/** What is said of a line of a drop-in, as codes without `systemd/`; the line is in [Service] unless it says another: `[Socket] Mark=1`. */
export function remarks(line: string, systemdVersion?: number): readonly string[] {
  const [, section = 'Service', rest] = /^(?:\[(\w+)\] )?(.*)$/s.exec(line)!;
  const fileName = `x.${section === 'Unit' ? 'service' : section.toLowerCase()}.d/x.conf`;
  return UnitFile.parse(`[${section}]\n${rest}\n`, { fileName, systemdVersion }).issues.map(({ code }) => code.replace('systemd/', ''));
}
