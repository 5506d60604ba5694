import { runRoom } from './run-room';

runRoom('terraform');
