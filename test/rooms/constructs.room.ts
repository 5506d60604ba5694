import { runRoom } from './run-room';

runRoom('constructs');
