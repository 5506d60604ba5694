// Run by plain Node: makes every mistake with a built package, and prints the issues as JSON.

const path = require('node:path');
const { raise } = require('../errors/raise');
const { mistakes } = require('../errors/mistakes');

const built = (entry) => require(path.join(process.argv[2], 'dist', entry));
const lib = { index: built('index'), monit: built('monit'), systemd: built('systemd'), testing: built('testing') };

process.stdout.write(
  JSON.stringify(Object.fromEntries(mistakes.map((mistake) => [mistake.mistake, raise(lib, mistake, { synthesize: false }).lines]))),
);
