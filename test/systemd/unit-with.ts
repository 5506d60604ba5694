import * as systemd from '../../lib/systemd';

const CLASSES = {
  Unit: systemd.ServiceUnit,
  Service: systemd.ServiceUnit,
  Install: systemd.ServiceUnit,
  Timer: systemd.TimerUnit,
  Socket: systemd.SocketUnit,
  Path: systemd.PathUnit,
  Mount: systemd.MountUnit,
  Automount: systemd.AutomountUnit,
  Swap: systemd.SwapUnit,
  Slice: systemd.SliceUnit,
  Scope: systemd.ScopeUnit,
};

/** A unit of a type that has this section, in which these directives are set, whatever they are. */
export function unitWith(section: string, directives: object, name = 'x'): systemd.UnitFile {
  const Class = CLASSES[section as keyof typeof CLASSES];
  const unit = new Class('x.service');
  Object.assign(unit, { name: `${name}.${unit.type}` });
  const found = unit.sections().find((each) => each.name === section)!;
  (found as unknown as { set: (values: object) => void }).set(directives);
  return unit;
}
