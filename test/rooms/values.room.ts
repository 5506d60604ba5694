import { runRoom } from './run-room';

runRoom('values');
