import fc from 'fast-check';
import {
  environmentFileIssues,
  Exec,
  Output,
  readUnitText,
  renderEnvironmentFile,
  renderUnitFile,
  ServiceUnit,
  unitFileIssues,
} from '../../../lib/systemd';
import { describeLive } from '../../hosts/describe-live';
import { TestHost } from '../../hosts/host';
import { postText, postUnit } from '../../systemd/post';
import { text } from './arbitrary';
import { CASES, errorsOf, textOf } from './ignored';
import { install, loadStates, read, type Property } from './manager';

// Each run tries other values; a failure names its seed.
const seed = Date.now() % 2 ** 31;

describeLive('systemd 252 on a host', { needs: ['hosts'] }, () => {
  let host: TestHost;

  beforeAll(async () => {
    host = await TestHost.boot();
  });

  afterAll(() => host.destroy());

  it('gives a process the exact arguments and environment', async () => {
    const words = fc.sample(
      text.filter((word) => hasNoError((unit) => unit.service.set({ ExecStart: Exec.command('/x', [word]) }))),
      { numRuns: 300, seed },
    );
    const variables = named(
      fc.sample(
        text.filter((value) => hasNoError((unit) => unit.service.set({ Environment: { V: value } }))),
        { numRuns: 300, seed },
      ),
    );
    const args = serviceRunning('args.service', Exec.command('/usr/bin/printf', ['%s\\0', ...words]));
    const environment = serviceRunning('environment.service', Exec.command('/usr/bin/env', ['-0']));
    environment.service.set({ Environment: variables });
    await install(host, filesOf([args, environment]));

    expect({ seed, words: await outputOf(host, args) }).toEqual({ seed, words });
    expect({ seed, variables: variablesOf(await outputOf(host, environment)) }).toEqual({ seed, variables });
  });

  it('reads the environment files that we write exactly', async () => {
    const variables = named(
      fc.sample(
        text.filter((value) => environmentFileIssues({ V: value }).length === 0),
        { numRuns: 400, seed },
      ),
    );
    const unit = serviceRunning('file.service', Exec.command('/usr/bin/env', ['-0']));
    unit.service.set({ EnvironmentFile: '/etc/values.env' });
    await host.writeFile('/etc/values.env', renderEnvironmentFile(variables));
    await install(host, filesOf([unit]));

    expect({ seed, variables: variablesOf(await outputOf(host, unit)) }).toEqual({ seed, variables });
  });

  it('joins lines as readUnitText does', async () => {
    const unitText = [
      '[Unit]',
      'Description=one \\',
      '# comment',
      '  two \\',
      'three',
      '[Service]',
      'ExecStart=/bin/true',
      'ExecSearchPath=/opt/a\\\\',
      'User=nobody',
      'X-End=\\',
    ].join('\n');
    await host.writeFile('/etc/systemd/system/joined.service', unitText);
    await host.mustExec('systemctl daemon-reload');
    const read = readUnitText(unitText);
    const shown = (name: string): Promise<string> => host.mustExec(['systemctl', 'show', '-P', name, 'joined.service']);
    expect([await shown('Description'), await shown('User')]).toEqual([
      `${read.get('Unit')!.get('Description')![0]}\n`,
      `${read.get('Service')!.get('User')![0]}\n`,
    ]);
    expect(await shown('User')).toBe('nobody\n');
  });

  it('writes to files with any name, and puts variables into commands', async () => {
    const unit = serviceRunning(
      'output.service',
      Exec.command('/usr/bin/printf', ['%s\\0', Exec.env('TWO'), Exec.envWords('TWO'), '$TWO'], { argv0: 'x y' }),
    );
    unit.service.set({ Environment: { TWO: 'a b' }, StandardOutput: Output.append('/run/100% "a" \\\\$x') });
    await install(host, filesOf([unit]));
    await host.mustExec(['systemctl', 'start', unit.name]);

    expect(await host.readFile('/run/100% "a" \\\\$x')).toBe('a b\0a\0b\0$TWO\0');
  });

  it.each(CASES.map((aCase) => [aCase.line[1].slice(0, 40), aCase] as const))('calls %j an error', (_, aCase) => {
    expect(errorsOf(aCase)).toContain(aCase.code);
  });

  it('ignores, refuses or misreads what we call an error', async () => {
    const names = CASES.map((_, index) => `case${index}.service`);
    const properties = [...new Map(CASES.flatMap(({ outcome }) => propertiesOf(outcome)).map((one) => [one.name, one])).values()];
    await install(host, {
      ...Object.fromEntries(CASES.map((aCase, index) => [names[index]!, textOf(aCase)] as const)),
      'x.service': '[Service]\nExecStart=/bin/true\n[Unit]\nAfter=basic.target\n',
    });
    const states = await loadStates(host, names);
    const shown = await read(host, names, properties);
    const [defaults] = await read(host, ['x.service'], properties);

    CASES.forEach(({ line, outcome }, index) => {
      const value = (property: Property): unknown => shown[index]![properties.findIndex((one) => one.name === property.name)];
      if (outcome === 'refused') {
        expect({ line, state: states[index] }).not.toEqual({ line, state: 'loaded' });
      } else if ('ignored' in outcome) {
        const usual = defaults![properties.findIndex((one) => one.name === outcome.ignored.name)];
        const own = outcome.ignored.name === 'Description' ? names[index] : usual;
        expect({ line, state: states[index], value: value(outcome.ignored) }).toEqual({ line, state: 'loaded', value: own });
      } else {
        const own = outcome.reads === 'x.service' ? names[index] : outcome.reads;
        expect({ line, value: value(outcome.property) }).toEqual({ line, value: own });
      }
    });
  });

  const post = postText();
  (post === undefined ? describe.skip : describe)(
    `the post's unit${post === undefined ? ' (skipped, the post is not beside this repository)' : ''}`,
    () => {
      it('means the same, property by property', async () => {
        const ours = await showOf(host, renderUnitFile(postUnit()));
        const theirs = await showOf(host, post!);

        // A shell's own variable: systemd doesn't expand `$MAINPID` inside a word, and makes one `$` of our `$$`.
        expect(ours.replaceAll('$$', '$')).toBe(theirs);
        expect(theirs).toContain('WorkingDirectory=/opt/myapp/current');
      });

      it('does the same', async () => {
        const unit = postUnit();
        unit.service.set({ ExecStart: Exec.command('/bin/sleep', ['60']) });
        const texts = [renderUnitFile(unit), post!.replace(/^ExecStart=.*$/m, 'ExecStart=/bin/sleep 60')];
        for (const text of texts) {
          await install(host, { 'sidekiq.service': text });
          await host.mustExec('systemctl start sidekiq');
          const pidfile = await host.readFile('/opt/myapp/shared/pids/sidekiq.pid');
          const pid = await host.mustExec('systemctl show --value -p MainPID sidekiq');
          await host.mustExec('systemctl stop sidekiq');
          const left = await host.exec('cat /opt/myapp/shared/pids/sidekiq.pid');
          expect({ pidfile, left: left.code }).toEqual({ pidfile: pid, left: 1 });
        }
      });
    },
  );
});

function serviceRunning(name: string, command: ReturnType<typeof Exec.command>): ServiceUnit {
  const unit = new ServiceUnit(name);
  unit.service.set({ Type: 'oneshot', ExecStart: command, StandardOutput: Output.truncate(`/run/${name}.out`) });
  return unit;
}

function filesOf(units: readonly ServiceUnit[]): Readonly<Record<string, string>> {
  return Object.fromEntries(units.map((unit) => [unit.name, renderUnitFile(unit)]));
}

function hasNoError(change: (unit: ServiceUnit) => void): boolean {
  const unit = serviceRunning('x.service', Exec.command('/x'));
  change(unit);
  return unitFileIssues(unit).every((issue) => issue.severity !== 'error');
}

function named(values: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(values.map((value, index) => [`V${index}`, value]));
}

/** What a unit wrote, cut at its NULs. */
async function outputOf(host: TestHost, unit: ServiceUnit): Promise<readonly string[]> {
  await host.mustExec(['systemctl', 'start', unit.name]);
  const output = Buffer.from(await host.mustExec(['base64', `/run/${unit.name}.out`]), 'base64').toString('utf8');
  return output.split('\0').slice(0, -1);
}

/** Of the variables, those that the test set. */
function variablesOf(output: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    output.filter((one) => /^V[0-9]+=/.test(one)).map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]),
  );
}

function propertiesOf(outcome: (typeof CASES)[number]['outcome']): readonly Property[] {
  if (outcome === 'refused') return [];
  return ['ignored' in outcome ? outcome.ignored : outcome.property];
}

/** All that systemd reports about a unit file, without what it measured. */
async function showOf(host: TestHost, text: string): Promise<string> {
  await install(host, { 'sidekiq.service': text });
  await host.mustExec('systemctl enable --quiet sidekiq');
  const links = await host.mustExec('find /etc/systemd/system -name sidekiq.service -printf "%p %l\\n"');
  const shown = await host.mustExec('systemctl show sidekiq.service');
  await host.mustExec('systemctl disable --quiet sidekiq');
  return links + shown.replace(DEPENDENCIES, (line) => line.split(/[ =]/).sort().join(' '));
}

/** Sets, which systemd shows in the order of its hash tables. */
const DEPENDENCIES = /^(Requires|Wants|Before|After|Conflicts)=.*$/gm;
