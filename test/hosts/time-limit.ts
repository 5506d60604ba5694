// No test should end by Jest's time limit: waits have limits, which grow on a busy machine (test/hosts/quiet-clock.ts), and so has every
// command. This limit is for tests that hang anyway.
import { campaign } from '../support/campaign';

const MINUTES = { sample: 20, small: 60, all: 6 * 60 };

jest.setTimeout(MINUTES[campaign()] * 60_000);
