import { runRoom } from './run-room';

runRoom('systemd');
