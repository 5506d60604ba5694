import { runRoom } from './run-room';

runRoom('monit');
