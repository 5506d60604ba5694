import * as index from '../../lib';
import * as monit from '../../lib/monit';
import * as systemd from '../../lib/systemd';
import * as testing from '../../lib/testing';
import type { Library } from './raise';

/** What the package exports, as the sources have it. */
export const lib: Library = { index, monit, systemd, testing };
