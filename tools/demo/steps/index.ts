import type { Step } from '../scene';
import { change } from './change';
import { deploy } from './deploy';
import { destroy } from './destroy';
import { jobs } from './jobs';
import { kill } from './kill';
import { nothing } from './nothing';
import { refuse, refuseToBoot } from './refuse';
import { synthesize } from './synthesize';

/** The demo's steps, in order. */
export const steps: readonly Step[] = [synthesize, deploy, jobs, kill, change, nothing, refuse, refuseToBoot, destroy];
