import { programText } from './program-text';
import { QUEUES, QUEUES_RUBY, SIDEKIQ } from './shell.generated';

/**
 * Program by which Monit checks Sidekiq: `sidekiq redis|latency|retries|dead|quiet UNIT …`, for Monit program checks. It exits
 * with 0 or 1 and prints one line of text. Install it as root, mode 0755.
 */
export const sidekiqProgram: string = programText(SIDEKIQ);

/**
 * Program that the unit `<service>-queues.service` runs as the service's user: `queues VARIABLE NAMESPACE RUBY…`. Needs
 * {@link queuesRubyProgram} beside it, with the same name plus `.rb`. Install both as root, mode 0755.
 */
export const queuesProgram: string = programText(QUEUES);

/** Ruby program that reads Sidekiq's queues from Redis without any gem. */
export const queuesRubyProgram: string = programText(QUEUES_RUBY);
