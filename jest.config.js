const transform = {
  '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }],
};
// The package by its name, as test/infra-repo has it; tsconfig.json has the same.
const moduleNameMapper = { '^cdktf-sidekiq$': '<rootDir>/lib', '^cdktf-sidekiq/(\\w+)$': '<rootDir>/lib/$1' };
const common = { rootDir: __dirname, transform, moduleNameMapper, testEnvironment: 'node' };

// `npm run test:unit` runs each of these directories as one file, test/rooms/NAME.room.ts; by its path, each of their files runs by itself.
const rooms = process.env.ROOMS === 'together' ? ['constructs', 'monit', 'ruby', 'sidekiq', 'systemd', 'terraform', 'values'] : [];

module.exports = {
  // Three projects, so that `npm run test:unit` neither boots a host nor installs anything.
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts', ...rooms.map((room) => `<rootDir>/test/rooms/${room}.room.ts`)],
      testPathIgnorePatterns: [
        '/node_modules/',
        '/test/live/',
        '/test/package/',
        '/test/built/',
        ...rooms.map((room) => `<rootDir>/test/${room}/`),
      ],
      // What takes a second takes many on a busy machine.
      testTimeout: 60_000,
    },
    {
      ...common,
      displayName: 'package',
      testMatch: ['<rootDir>/test/{package,built}/**/*.test.ts'],
      globalSetup: '<rootDir>/test/package/pack.ts',
      globalTeardown: '<rootDir>/test/package/clean-up.ts',
      setupFilesAfterEnv: ['<rootDir>/test/hosts/time-limit.ts'],
    },
    {
      ...common,
      displayName: 'live',
      testMatch: ['<rootDir>/test/live/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/hosts/time-limit.ts'],
    },
  ],
};
