import { SUITES, type Suite } from '../hosts/rootfs';
import { ofCampaign } from './campaign';

/** Debian releases for tests with the same expectations on each: the oldest and the newest in `npm test`, all four in `npm run test:debians`. */
export const DEBIANS: readonly Suite[] = ofCampaign<readonly Suite[]>({ sample: ['bullseye', 'forky'], small: SUITES, all: SUITES });
