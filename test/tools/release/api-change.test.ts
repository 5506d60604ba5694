import { apiChange } from '../../../tools/release/api-change';

const report = (body: string): string =>
  `## API Report File for "x"\n\n> Do not edit.\n\n\`\`\`ts\n\nimport { A } from 'a';\n\n${body}\n\`\`\`\n`;
const change = (before: string, after: string) =>
  apiChange(new Map([['index.api.md', report(before)]]), new Map([['index.api.md', report(after)]]));

const HOST = `// @public\nexport class Host {\n    readonly address: string;\n    stop(): void;\n}\n`;

test('another comment, import or order of members is no change', () => {
  const reordered = HOST.replace('// @public', '// @public (undocumented)').replace(/( {4}readonly.*\n)( {4}stop.*\n)/, '$2$1');
  expect(change(HOST, HOST)).toEqual({ removed: [], added: [] });
  expect(reordered).not.toBe(HOST);
  expect(change(HOST, reordered)).toEqual({ removed: [], added: [] });
});

test('a new member is an addition that names its class', () => {
  expect(change(HOST, HOST.replace('    stop', '    start(): void;\n    stop'))).toEqual({
    removed: [],
    added: ['index.api.md: export class Host { start(): void;'],
  });
});

test('a member that is declared differently is a removal and an addition', () => {
  expect(change(HOST, HOST.replace('stop()', 'stop(force: boolean)'))).toEqual({
    removed: ['index.api.md: export class Host { stop(): void;'],
    added: ['index.api.md: export class Host { stop(force: boolean): void;'],
  });
});

test('a member that moves to another class is a change', () => {
  const two = `export class A {\n    x(): void;\n}\nexport class B {\n}\n`;
  const moved = `export class A {\n}\nexport class B {\n    x(): void;\n}\n`;
  expect(change(two, moved)).toEqual({
    removed: ['index.api.md: export class A { x(): void;'],
    added: ['index.api.md: export class B { x(): void;'],
  });
});

test('a removed entry point is reported line by line', () => {
  expect(apiChange(new Map([['a.api.md', report('export const x = 1;')]]), new Map()).removed).toEqual(['a.api.md: export const x = 1;']);
});
