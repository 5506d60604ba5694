import { entryPointsOf } from '../../tools/api/entry-points';
import { describeLive } from '../hosts/describe-live';
import { Consumer } from './consumer';
import { manifest } from './packed';

/** The compilers that users have: the name under which each is installed, and the version. */
const COMPILERS = { oldest: '5.0', template: '5.9', newest: '7' } as const;
type Compiler = keyof typeof COMPILERS;

const MODULES = ['CommonJS', 'Node16', 'NodeNext', 'ESNext'] as const;
type Module = (typeof MODULES)[number];
/** Module resolutions by module kind: `node10` is that of the template of cdktf init, and was removed in TypeScript 7. */
const RESOLUTION: Readonly<Record<Module, string>> = { CommonJS: 'node10', Node16: 'node16', NodeNext: 'nodenext', ESNext: 'bundler' };

const ROWS = (Object.keys(COMPILERS) as Compiler[]).flatMap((compiler) =>
  MODULES.filter((module) => compiler !== 'newest' || module !== 'CommonJS').map((module) => [compiler, module] as const),
);

/** Uses a value and a type from every entry point, and shows that the compiler knows them: a wrong use must not compile. */
const PROGRAM = `
import { Duration, Host, type ServiceProps } from 'cdktf-sidekiq';
import { renderUnitFile, ServiceUnit, type ServiceDirectives } from 'cdktf-sidekiq/systemd';
import { when, type ProcessRule } from 'cdktf-sidekiq/monit';
import { collectIssues, hostFiles, type ConstructIssue } from 'cdktf-sidekiq/testing';
import { serialize } from 'cdktf-sidekiq/testing/serializer';

export const unit = new ServiceUnit('x.service');
export const directives: ServiceDirectives = { TimeoutStopSec: Duration.seconds(3) };
unit.service.set(directives);
export const text: string = renderUnitFile(unit);
export const rule: ProcessRule = when.doesNotExist().do({ action: 'alert' });
export type Everything = [Host, ServiceProps, ConstructIssue, typeof collectIssues, typeof hostFiles, typeof serialize];
// @ts-expect-error no such directive
unit.service.set({ TimeoutStopSeconds: 3 });
// @ts-expect-error internal
unit.sections();
`;

/** For tests that import from @jest/globals: a module with only types, and those of another package beside them. */
const JEST_GLOBALS = `
import 'cdktf-sidekiq/testing/jest-globals';
import type { Matchers } from 'expect';

export const assert = (matchers: Matchers<void>): void => matchers.toHaveHostFile('/etc/motd');
`;

describeLive('a project that installs the package', { needs: ['registry'] }, () => {
  let consumer: Consumer;

  beforeAll(async () => {
    const compilers = Object.entries(COMPILERS).map(([name, version]) => [`typescript-${name}`, `npm:typescript@${version}`] as const);
    const dependencies = { cdktf: '0.21.0', constructs: '10.8.1', '@types/node': '20', expect: '30', ...Object.fromEntries(compilers) };
    consumer = await Consumer.install('resolution', { dependencies });
    consumer.write('program.ts', PROGRAM);
    consumer.write('jest-globals.ts', JEST_GLOBALS);
    consumer.write('esm/package.json', JSON.stringify({ type: 'module' }));
    consumer.write('esm/program.ts', PROGRAM);
  });

  const tsc = (compiler: Compiler, module: Module, ...options: readonly string[]): Promise<string> =>
    consumer.must([
      ...['node', `node_modules/typescript-${compiler}/bin/tsc`, '--strict', '--target', 'ES2022', '--types', 'node'],
      ...['--module', module, '--moduleResolution', RESOLUTION[module], ...options],
    ]);

  test.each(ROWS)('finds every entry point and its types with TypeScript (%s) and %s modules', async (compiler, module) => {
    await tsc(compiler, module, 'program.ts', 'jest-globals.ts', '--noEmit', '--skipLibCheck');
  });

  test.each(Object.keys(COMPILERS) as Compiler[])('has types without errors of their own under TypeScript (%s)', async (compiler) => {
    await tsc(compiler, 'Node16', 'program.ts', '--noEmit', '--skipLibCheck', 'false');
  });

  test('runs as CommonJS', async () => {
    await tsc('newest', 'Node16', 'program.ts', '--skipLibCheck');
    await consumer.must(['node', 'program.js']);
    expect(consumer.read('program.js')).toContain('require("cdktf-sidekiq/systemd")');
  });

  test('runs as an ES module made by TypeScript', async () => {
    await tsc('newest', 'NodeNext', 'esm/program.ts', '--skipLibCheck');
    expect(consumer.read('esm/program.js')).toMatch(/^import .* from 'cdktf-sidekiq\/systemd';$/m);
    await consumer.must(['node', 'esm/program.js']);
  });

  test('runs as a hand-written ES module, with every name that CommonJS has', async () => {
    const specifiers = entryPointsOf(manifest()).map(({ specifier }) => specifier);
    consumer.write(
      'names.mjs',
      `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const names = (module) => Object.keys(module).filter((name) => !['default', 'module.exports', '__esModule'].includes(name)).sort();
const all = [];
for (const specifier of ${JSON.stringify(specifiers)}) all.push([specifier, names(await import(specifier)), names(require(specifier))]);
console.log(JSON.stringify(all));
`,
    );
    const all = JSON.parse(await consumer.must(['node', 'names.mjs'])) as [string, string[], string[]][];
    expect(all.map(([specifier]) => specifier)).toEqual(specifiers);
    const named = all.filter(([specifier]) => !specifier.endsWith('jest-globals'));
    expect(named).toHaveLength(5);
    for (const [, asModule, asCommonJs] of named) {
      expect(asModule).toEqual(asCommonJs);
      expect(asModule).not.toEqual([]);
    }
  });

  test('has the serializer where Jest requires it and where Vitest imports it', async () => {
    const shown = 'console.log(typeof serializer.test, typeof serializer.serialize)';
    consumer.write('serializer.mjs', `import serializer from 'cdktf-sidekiq/testing/serializer';\n${shown};\n`);
    consumer.write('serializer.cjs', `const serializer = require('cdktf-sidekiq/testing/serializer');\n${shown};\n`);
    for (const file of ['serializer.mjs', 'serializer.cjs']) expect(await consumer.must(['node', file])).toBe('function function\n');
  });

  test('exports no other file than its package.json', async () => {
    await consumer.must(['node', '-e', "require('cdktf-sidekiq/package.json').version"]);
    expect((await consumer.run(['node', '-e', "require('cdktf-sidekiq/dist/terraform')"])).stderr).toContain(
      'ERR_PACKAGE_PATH_NOT_EXPORTED',
    );
  });
});
