import * as index from '../../lib';
import * as monit from '../../lib/monit';
import * as systemd from '../../lib/systemd';
import * as testing from '../../lib/testing';
import type { Library } from './raise';

/** The package's exports, from the sources. */
export const lib: Library = { index, monit, systemd, testing };
