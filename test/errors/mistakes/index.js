// The mistakes by concern, and why each kind of them matters.

const CONCERNS = {
  Hosts: require('./hosts'),
  Files: require('./files'),
  Notifiers: require('./notifiers'),
  Services: require('./services'),
  Sidekiq: require('./sidekiq'),
  Directives: require('./directives'),
  Units: require('./units'),
  'Unit files that are read': require('./unit-files'),
  'Other units and newer values': require('./unit-types'),
  'Timers, sockets, slices and drop-ins': require('./more-units'),
  'Checks of Monit': require('./checks'),
  'Rules of Monit': require('./rules'),
  'Control files of Monit': require('./control-files'),
  'Monit’s language': require('./monit-language'),
  'Ready-made rules and other checks of Monit': require('./monit-checks'),
  'Tokens and stacks': require('./tokens-and-stacks'),
};

exports.mistakes = Object.entries(CONCERNS).flatMap(([concern, { mistakes }]) => mistakes.map((mistake) => ({ concern, ...mistake })));
exports.reasons = {};
for (const [code, reason] of Object.values(CONCERNS).flatMap(({ reasons }) => Object.entries(reasons))) {
  if (code in exports.reasons) throw new Error(`${code} has two reasons.`);
  exports.reasons[code] = reason;
}
