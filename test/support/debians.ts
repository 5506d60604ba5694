import { SUITES, type Suite } from '../hosts/rootfs';
import { ofCampaign } from './campaign';

/** For tests that say the same on each Debian: the oldest and the newest one in `npm test`, all four by `npm run test:debians`. */
export const DEBIANS: readonly Suite[] = ofCampaign<readonly Suite[]>({ sample: ['bullseye', 'forky'], small: SUITES, all: SUITES });
