import { programText } from './program-text';
import { QUEUES, QUEUES_RUBY, SIDEKIQ } from './shell.generated';

/**
 * The program by which Monit judges a Sidekiq: `sidekiq redis|latency|retries|dead|quiet UNIT …`, for Monit program checks; it ends
 * with 0 or 1 and one line of text. Install it as root, mode 0755.
 */
export const sidekiqProgram: string = programText(SIDEKIQ);

/**
 * What the unit `<service>-queues.service` runs as the service's user: `queues VARIABLE NAMESPACE RUBY…`. Needs
 * {@link queuesRubyProgram} beside it, named like it and with `.rb`. Install both as root, mode 0755.
 */
export const queuesProgram: string = programText(QUEUES);

/** Reads Sidekiq's queues from Redis, by Ruby alone: no gem. */
export const queuesRubyProgram: string = programText(QUEUES_RUBY);
