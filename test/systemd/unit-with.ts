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

/** Units of all types that together set every directive. Directives that exclude each other are in separate units. */
export function everyUnits(values: Readonly<Record<string, object>>): readonly systemd.UnitFile[] {
  const names = { Mount: 'srv-every', Automount: 'srv-every', Swap: 'every' } as Readonly<Record<string, string>>;
  const units = Object.keys(CLASSES)
    .filter((section) => section !== 'Unit' && section !== 'Install')
    .map((section) => {
      const unit = unitWith(section, values[section]!, names[section] ?? 'every');
      unit.unit.set(values.Unit!);
      // A scope can't be enabled, so its drop-in has no [Install].
      if (unit.type !== 'scope') unit.install.set({ ...values.Install, Alias: `other-name.${unit.type}` });
      return unit;
    });
  // Symlinks= requires exactly one socket in the file system.
  const { Symlinks } = values.Socket as systemd.SocketDirectives;
  for (const unit of units) if (unit instanceof systemd.SocketUnit) unit.socket.unset('Symlinks');
  return [...units, unitWith('Socket', { ListenFIFO: '/run/linked', Symlinks }, 'linked')];
}

/** A unit of a type that has this section, with these directives, even invalid ones. */
export function unitWith(section: string, directives: object, name = 'x'): systemd.UnitFile {
  const Class = CLASSES[section as keyof typeof CLASSES];
  const unit = new Class('x.service');
  Object.assign(unit, { name: `${name}.${unit.type}` });
  const found = unit.sections().find((each) => each.name === section)!;
  (found as unknown as { set: (values: object) => void }).set(directives);
  return unit;
}
