const transform = {
  '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }],
};
// The package by its name, as test/infra-repo has it; tsconfig.json says the same.
const moduleNameMapper = { '^cdktf-sidekiq$': '<rootDir>/lib', '^cdktf-sidekiq/(\\w+)$': '<rootDir>/lib/$1' };
const common = { rootDir: __dirname, transform, moduleNameMapper, testEnvironment: 'node' };

module.exports = {
  // Two projects, so that `npm run test:unit` never boots a host.
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/test/live/'],
    },
    { ...common, displayName: 'live', testMatch: ['<rootDir>/test/live/**/*.test.ts'] },
  ],
};
