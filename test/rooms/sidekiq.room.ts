import { runRoom } from './run-room';

runRoom('sidekiq');
