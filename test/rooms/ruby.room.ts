import { runRoom } from './run-room';

runRoom('ruby');
