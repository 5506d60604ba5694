/** Small programs for hosts: Monit runs them, the bundle installs them. POSIX sh, as text. */
export { guardProgram } from './guard';
export { notifyProgram, sendProgram } from './notify';
export { startWhenProgram } from './start-when';
export { userUnitProgram } from './user-unit';
export { queuesProgram, queuesRubyProgram, sidekiqProgram } from './sidekiq';
